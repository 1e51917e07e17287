using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>Makes a ledger by unit in the fixed administrative order (domain rule 12.2); the same for page, API, command line and schedule.</summary>
public sealed class MakeLedgerFile(LinesOfProjects projects, LinesOfArrivals arrivals, ScopedUnits scope, Words words, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The ledger. Refused for a unit out of scope, days the wrong way round, and more than <see cref="LedgerFile.Most"/> lines.</summary>
    public async Task<LedgerFile> Run(LedgerFileQuery query, CancellationToken cancel = default)
    {
        var kind = query.Kind ?? LedgerFileKind.Leads;
        Refusal.Unless(Enum.IsDefined(kind), $"没有这种台账，请重新选择", nameof(query.Kind));
        var unit = await Unit(query.Unit, cancel);
        var span = Days(kind, query);
        var below = await scope.Under(unit, cancel);
        var most = query.AtLeast is { } yi ? Money.FromYi(Math.Round(yi, 4)).Fen : 0;
        var (sums, columns, lines, note) = kind == LedgerFileKind.Arrivals ? await arrivals.Run(below, span, query.AsOf, cancel) : await projects.Run(kind, below, span, most, Today, cancel);
        var file = new LedgerFile(kind, Title(kind, unit, span, query.AtLeast), note ?? words.Say($"部门调度数据，截至{span.To}"),
            kind == LedgerFileKind.Stalled ? words["单位：万元、天"] : words["单位：万元"], [new(words["序号"], TableColumnKind.Number, 7), .. columns], sums, lines);
        Refusal.When(file.Count > LedgerFile.Most, $"这份台账有{file.Count}行，一次最多导出{LedgerFile.Most}行，请缩短日期或选择下级单位");
        return file;
    }

    private async Task<Unit> Unit(string? name, CancellationToken cancel)
    {
        var unit = string.IsNullOrWhiteSpace(name) ? (await scope.All(cancel)).MinBy(u => u.Path.Length) : await scope.Named(name, cancel);
        Refusal.When(unit is null, $"没有单位“{name ?? ""}”，或者不在您的数据范围内", nameof(LedgerFileQuery.Unit));
        return unit!;
    }

    private (DateOnly From, DateOnly To) Days(LedgerFileKind kind, LedgerFileQuery query)
    {
        Refusal.When(query.AsOf > Today, $"数据截止日{query.AsOf}还没有到", nameof(query.AsOf));
        // who does not move is known for today only: a project that moved yesterday was slow the day before
        Refusal.When(kind == LedgerFileKind.Stalled && (query.To < Today || query.AsOf < Today), $"推进缓慢项目只有当天的情况，截止日期请留空", nameof(query.To));
        var to = query.To ?? query.AsOf ?? Today;
        if (query.AsOf < to) to = query.AsOf.Value;
        var from = query.From ?? (kind == LedgerFileKind.Leads ? to.AddDays(-(((int)to.DayOfWeek + 6) % 7)) : new DateOnly(to.Year, 1, 1));
        Refusal.When(from.Year < 1990 || to.Year > 2100, $"日期应在1990年至2100年之间", nameof(query.From));
        Refusal.When(from > to, $"起始日期{from}晚于截止日期{to}，请核对", nameof(query.From));
        return (from, to);
    }

    private string Title(LedgerFileKind kind, Unit unit, (DateOnly From, DateOnly To) span, decimal? atLeast)
    {
        var show = new Show(words);
        var (from, to) = (show.DayInWords(span.From), show.DayInWords(span.To));
        var place = unit.Kind is UnitKind.City or UnitKind.CityBureau ? words["县（市）区"] : unit.NameIn(words);
        var what = words.Of(kind);
        var size = atLeast > 0 ? words.Say($"（{atLeast:0.####}亿元以上）") : "";
        return kind == LedgerFileKind.Stalled ? words.Say($"截至{to}{place}{what}一览表{size}") : words.Say($"{from}至{to}{place}{what}一览表{size}");
    }
}
