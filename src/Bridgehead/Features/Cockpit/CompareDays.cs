using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Cockpit;

/// <summary>By which day something belongs before or after another.</summary>
public enum DayBasis
{
    /// <summary>业务发生日: what had happened by then, from January of the day's own year.</summary>
    [Label("按业务发生日")] Business,
    /// <summary>入账日: what the books of one and the same period said at the end of each day.</summary>
    [Label("按入账日")] Recorded,
}

/// <summary>Which two days are compared; kept in the address.</summary>
public sealed class CompareQuery
{
    /// <summary>The unit's code; one's own when empty.</summary>
    [MaxLength(60)] public string? Unit { get; set; }
    /// <summary>The earlier day; a month before the later one when empty.</summary>
    public DateOnly? A { get; set; }
    /// <summary>The later day; today when empty.</summary>
    public DateOnly? B { get; set; }
    /// <summary>By which day things are told apart.</summary>
    public DayBasis? Basis { get; set; }
}

/// <summary>An indicator on both days, in the smallest unit; nothing where nothing is known.</summary>
public sealed record ComparedFigure(Indicator Indicator, Months SpanA, Months SpanB, long? A, long? B)
{
    /// <summary>What lies between.</summary>
    public long? Change => A is null && B is null ? null : (B ?? 0) - (A ?? 0);
}

/// <summary>A step of a project between the days.</summary>
public sealed record MovedProject(Guid Id, string Number, string Name, Guid UnitId, DateOnly On, int From, int To);

/// <summary>What changed between two days.</summary>
/// <param name="Unit">Of which unit.</param>
/// <param name="A">The earlier day.</param>
/// <param name="B">The later day.</param>
/// <param name="Basis">By which day things are told apart.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Moved">The projects that moved, the latest first, at most 200.</param>
/// <param name="IsCut">Whether more moved.</param>
public sealed record DayComparison(Unit Unit, DateOnly A, DateOnly B, DayBasis Basis, IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<MovedProject> Moved, bool IsCut);

/// <summary>Compares any two days: the figures, and which projects moved. The same for page and API.</summary>
public sealed class CompareDays(BridgeheadDb db, ReadCockpit cockpit, Figures figures, FigureSeries series, ListProjects projects, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>The most projects listed.</summary>
    public const int Most = 200;

    /// <summary>Compares. Refused for a unit out of scope and for days the wrong way round, to come, or before 1991.</summary>
    public async Task<DayComparison> Run(CompareQuery query, CancellationToken cancel = default)
    {
        var b = query.B ?? clock.Day();
        Refusal.When(b.Year < 1991, $"最早可选1991年", nameof(query.B));
        var a = query.A ?? (query.B ?? clock.Day()).AddMonths(-1);
        Refusal.When(b > clock.Day(), $"后一日期{b}晚于今天，请核对", nameof(query.B));
        Refusal.Unless(a < b, $"前一日期须早于后一日期", nameof(query.A));
        Refusal.When(a.Year < 1991, $"最早可选1991年", nameof(query.A));
        var unit = await cockpit.About(query.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{query.Unit}”，或者不在您的数据范围内", nameof(query.Unit));
        var rows = new List<ComparedFigure>();
        var current = await figures.Current(b, cancel);
        foreach (var indicator in ReadCockpit.Mattering(unit!.Kind).Select(code => current.FirstOrDefault(i => i.Code == code)).OfType<Indicator>())
        {
            var row = (query.Basis ?? DayBasis.Business) == DayBasis.Business ? await Business(indicator, unit, a, b, cancel) : await Recorded(indicator, unit, a, b, cancel);
            if (row.A is not null || row.B is not null) rows.Add(row);
        }
        var moved = await Moved(unit, a, b, cancel);
        return new DayComparison(unit, a, b, query.Basis ?? DayBasis.Business, rows, [.. moved.Take(Most)], moved.Count > Most);
    }

    private async Task<ComparedFigure> Business(Indicator indicator, Unit unit, DateOnly a, DateOnly b, CancellationToken cancel) =>
        new(indicator, Year(a), Year(b), await series.ToDay(indicator, unit, a, cancel), await series.ToDay(indicator, unit, b, cancel));

    private async Task<ComparedFigure> Recorded(Indicator indicator, Unit unit, DateOnly a, DateOnly b, CancellationToken cancel)
    {
        var span = Year(b);
        async Task<long?> AsOf(DateOnly day) => (await figures.Answer(new FigureQuestion(indicator, unit, span) { AsOf = day }, cancel)).Whole.Value;
        return new ComparedFigure(indicator, span, span, await AsOf(a), await AsOf(b));
    }

    // a step of a day cannot have been recorded before that day: its identity carries the moment, and identities are the key
    private async Task<List<MovedProject>> Moved(Unit unit, DateOnly a, DateOnly b, CancellationToken cancel)
    {
        if (!asker.May(Permission.ReadProjects)) return [];
        var from = GatherCoverage.From(new DateTimeOffset(a.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUnixTimeMilliseconds());
        var (ids, visible) = ((await scope.Under(unit, cancel)).Select(u => u.Id).ToList(), await projects.Visible(cancel));
        return await db.Set<ProjectStep>().AsNoTracking().Where(s => s.Id.CompareTo(from) >= 0 && s.On > a && s.On <= b && s.Kind != StepKind.LateEntry)
            .Join(visible.Where(p => ids.Contains(p.UnitId) || p.ParkId != null && ids.Contains(p.ParkId.Value) || p.SourceUnitId != null && ids.Contains(p.SourceUnitId.Value)), s => s.ProjectId, p => p.Id, (s, p) => new { s, p })
            .OrderByDescending(x => x.s.On).ThenByDescending(x => x.s.Id).Take(Most + 1)
            .Select(x => new MovedProject(x.p.Id, x.p.Number, x.p.Name, x.p.UnitId, x.s.On, x.s.From, x.s.To)).ToListAsync(cancel);
    }

    private static Months Year(DateOnly day) => new(day.Year * 100 + 1, Months.Of(day));
}
