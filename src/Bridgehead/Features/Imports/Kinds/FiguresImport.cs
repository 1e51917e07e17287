using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>
/// Published figures of the past and targets, as a table: 单位, 指标, 起, 止, 类别, 分组, 数值, 计量单位, 来源. A figure becomes a statement that
/// speaks for its unit and span; a target an annual task; a printed ratio (公布完成率 …) stands beside what is computed.
/// </summary>
public sealed class FiguresImport(BridgeheadDb db, ScopedUnits scope, Figures figures, RecordEntries record, Asker asker, TimeProvider clock) : RowImport
{
    private static readonly string[] Parks = ["开发区", "园区", "产业园", "工业园", "高新区", "经开区", "保税区"];
    private readonly List<FigureRow> taken = [];
    private readonly HashSet<FigureRow> passed = [];
    private readonly HashSet<string> places = [];
    private readonly List<Unit> newUnits = [];
    private readonly List<Indicator> newIndicators = [];
    private List<Unit> units = [];
    private List<Indicator> indicators = [];
    private Dictionary<Guid, Indicator> versions = [];
    private Definitions definitions = null!;
    private string? judgedBy;

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new ImportColumn("unit", "单位", Required: true).Or("区县", "地区", "县区", "责任单位", "单位名称", "县（市、区）"),
        new ImportColumn("indicator", "指标", Required: true).Or("指标名称", "指标代码", "项目指标", "统计指标"),
        new ImportColumn("from", "起", ColumnKind.Month).Or("起始月份", "起始", "开始", "起月", "起始时间", "期间起", "开始月份", "年度", "年份"),
        new ImportColumn("to", "止", ColumnKind.Month).Or("截止月份", "截止", "结束", "止月", "截止时间", "期间止", "结束月份"),
        new ImportColumn("span", "期间", ColumnKind.Month).Or("时期", "月份", "统计期", "报告期"),
        new ImportColumn("class", "类别").Or("类型", "数据类别", "性质", "数据类型"),
        new ImportColumn("group", "分组").Or("分类", "口径", "构成", "分项"),
        new ImportColumn("value", "数值", ColumnKind.Number, Required: true).Or("数量", "金额", "值", "完成数", "数据"),
        new ImportColumn("measure", "计量单位").Or("数值单位", "单位（计量）", "量纲"),
        new ImportColumn("source", "来源").Or("数据来源", "出处", "文号", "依据", "备注"),
    ];

    /// <inheritdoc />
    public override bool TakesWideTables => true;

    /// <inheritdoc />
    public override IReadOnlyList<WordMeaning>? Meanings(string field) => field switch
    {
        "unit" => [.. units.Select(u => new WordMeaning(u.Code, u.Name))],
        "indicator" => [.. indicators.Select(i => new WordMeaning(i.Code, i.Name))],
        "class" => FigureClass.Offered,
        _ => null,
    };

    /// <inheritdoc />
    public override async Task Begin(CancellationToken cancel)
    {
        units = [.. await scope.All(cancel)];
        judgedBy = await scope.IsWholeCity(cancel) ? null : asker.ScopePath;
        indicators = [.. await figures.Current(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)), cancel)];
        (versions, definitions) = (await db.Set<Indicator>().AsNoTracking().ToDictionaryAsync(i => i.Id, cancel), await Definitions.Of(db, cancel));
    }

    /// <inheritdoc />
    public override RowVerdict Take(SheetRow row)
    {
        var (unit, what) = (UnitOf(row), FigureClass.Read(row.Text("class"), Options.DefaultIsTarget));
        if (what is null) row.Refuse("class", $"不认识的类别“{row["class"]}”，可用：实际、目标、省定目标、市定目标、公布完成率、公布超序时、公布同比、公布占比");
        var text = Number(row["value"]);
        var value = 0m;
        if (text is null || !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out value)) row.Refuse("value", $"看不懂数值“{row["value"]}”");
        var measure = row.Text("measure") ?? row.Unit("value");
        var span = SpanOf(row, what?.Kind == FigureClassKind.Target);
        var indicator = IndicatorOf(row, measure) is { } named ? AsDefinedThen(named, span) : null;
        var group = Groups.Read(row.Text("group") ?? "");
        var smallest = indicator is null || what is null || row.IsWrong("value") ? 0L : Smallest(row, value, measure, indicator, what);
        if (unit is null || indicator is null || what is null || span is not { } months) return RowVerdict.Refused;
        if (what.Kind == FigureClassKind.Target) months = OfTheYear(row, unit, months);
        var place = $"{unit.Id}|{indicator.Id}|{months}|{what}|{group}";
        if (places.Contains(place)) row.Refuse(null, $"与本文件前面一行重复：同一单位、指标、期间、类别和分组");
        if (row.IsRefused) return RowVerdict.Refused;
        places.Add(place);
        taken.Add(new FigureRow(unit, indicator, months, what, group, smallest, text!, row.Text("source") ?? "", row.Sheet, row.Number));
        return RowVerdict.Added;
    }

    /// <inheritdoc />
    public override async Task Settle(CancellationToken cancel)
    {
        await new SettleFigures(db).Run(taken, Options.OnExisting ?? OnExisting.Overwrite, cancel);
        foreach (var row in taken)
        {
            if (row.Standing is not { } standing) continue;
            var name = $"{row.Unit.Label} {row.Indicator.Name} {row.Span}";
            if (standing.Refused is not null || standing.IsSame) passed.Add(row);
            Settled.Add(new SettledRow(row.Sheet, row.Row, name, standing.IsSame || standing.Refused is not null ? [] :
                [new ChangedField("目标数值", Amount(standing.Target!.Value, row.Indicator), Amount(row.Value, row.Indicator))]) { WasAdded = true, Refused = standing.Refused is { } why ? [why] : [] });
        }
    }

    /// <inheritdoc />
    public override async Task Write(ImportBatch batch, ImportProgress progress, CancellationToken cancel)
    {
        var rows = taken.Where(row => !passed.Contains(row)).ToList();
        progress.Begin(1, rows.Count);
        db.AddRange(newUnits);
        db.AddRange(newIndicators);
        await db.SaveChangesAsync(cancel);
        if (newUnits.Count > 0) scope.Forget();
        await new WriteFigures(db, record, asker, clock).Run(batch, rows, progress, cancel);
    }

    /// <summary>The figure in the smallest unit of its measure; 0, and a reason, where it cannot be.</summary>
    private static long Smallest(SheetRow row, decimal value, string? measure, Indicator indicator, FigureClass what)
    {
        if (what.Kind == FigureClassKind.Ratio) return 0;
        try
        {
            var smallest = UnitOfMeasure.Read(value, measure?.Trim() is { Length: > 0 } said ? said : indicator.Display, indicator.Measure);
            Refusal.When(smallest == 0 && what.Kind == FigureClassKind.Actual, $"数值为0不必入账");
            Refusal.When(smallest <= 0 && what.Kind == FigureClassKind.Target, $"目标数值必须大于0");
            return smallest;
        }
        catch (Refusal refusal)
        {
            row.Refuse("value", refusal.Sentence);
            return 0;
        }
    }

    private Unit? UnitOf(SheetRow row)
    {
        if ((row.Text("unit") ?? Options.Unit) is not { } name)
        {
            row.Refuse("unit", $"没有填写单位");
            return null;
        }
        if (units.Find(u => u.IsCalled(name)) is { } known) return known;
        if (MeaningOf("unit", name) is { } code && units.Find(u => u.Code == code) is { } meant) return meant;
        if (!Options.AddMissing || !scope.MayAdd)
        {
            row.Refuse("unit", $"没有单位“{name}”，或者不在您的数据范围内；可在“单位”中新增，或在导入时选择“自动新增未知单位和指标”（命令行 --add-missing）");
            return null;
        }
        // a tree has one root; only the operator at the machine enters the figures of another city beside it, for comparison
        var above = asker.IsOperator && (name.EndsWith('市') || units.Count == 0) ? null : units.MinBy(u => u.Path.Length);
        if (above is null && !asker.IsOperator)
        {
            row.Refuse("unit", $"没有单位“{name}”，您的数据范围内也没有可以归入的上级单位");
            return null;
        }
        var kind = above is null ? UnitKind.City : Parks.Any(name.Contains) ? UnitKind.Park : UnitKind.District;
        var added = new Unit($"u{units.Count + 1}-{Guid.CreateVersion7().ToString("N")[^6..]}", name, kind, above, 100 + units.Count);
        newUnits.Add(added);
        units.Add(added);
        if (above is null) row.Say("unit", Severity.Note, $"新增单位“{name}”（{LabelAttribute.Of(kind)}）");
        else row.Say("unit", Severity.Note, $"新增单位“{name}”（{LabelAttribute.Of(kind)}），归在{above.Label}之下");
        return added;
    }

    /// <summary>A target is for a year and comes from the unit above, whichever door it takes (see <see cref="SetTarget"/>).</summary>
    private Months OfTheYear(SheetRow row, Unit unit, Months months)
    {
        var year = Months.OfYear(months.Year);
        if (!asker.May(Permission.SetTargets)) row.Refuse("class", $"您没有下达目标的权限，目标由审核人员导入或填写");
        else if (judgedBy is not null && unit.Path == judgedBy) row.Refuse("class", $"本单位的目标由上级下达，需要调整请报上级单位");
        if (months.From < year.From) row.Refuse("to", $"目标按年度下达，起止须在同一年内");
        else if (months != year) row.Say("to", Severity.Warning, $"目标按年度下达，这一行作为{months.Year}年全年的目标");
        return year;
    }

    /// <summary>A figure of the past stands under the definition of its months, not of today (domain rule 4.1: what changed is another series).</summary>
    private Indicator AsDefinedThen(Indicator named, Months? span) =>
        span is { } months && versions.ContainsKey(named.Id) ? versions[definitions.InForce(named.Id, months.To)] : named;

    private Indicator? IndicatorOf(SheetRow row, string? measure)
    {
        if (row.Text("indicator") is not { } name)
        {
            row.Refuse("indicator", $"没有填写指标");
            return null;
        }
        if (indicators.Find(i => i.IsCalled(name)) is { } known) return known;
        // one that is no longer kept still has its past
        if (versions.Values.Where(i => i.IsCalled(name)).MaxBy(i => i.ScopeVersion) is { } former) return former;
        if (MeaningOf("indicator", name) is { } code && indicators.Find(i => i.Code == code) is { } meant) return meant;
        if (!Options.AddMissing || !asker.May(Permission.DefineIndicators))
        {
            row.Refuse("indicator", $"没有指标“{name}”；可在“指标”中新增，或在导入时选择“自动新增未知单位和指标”（命令行 --add-missing）");
            return null;
        }
        var display = measure?.Trim() is { Length: > 0 } said ? said : "个";
        var kind = Enum.GetValues<Measure>().Cast<Measure?>().FirstOrDefault(m => UnitOfMeasure.Fits(display, m!.Value));
        if (kind is null)
        {
            row.Refuse("measure", $"不认识的计量单位“{display}”，可用：个、家、项、元、万元、亿元、美元、万美元、亿美元");
            return null;
        }
        var added = new Indicator($"i{indicators.Count + 1}-{Guid.CreateVersion7().ToString("N")[^6..]}", 1, name, kind.Value, Aggregation.Flow, display, 1000 + indicators.Count);
        newIndicators.Add(added);
        indicators.Add(added);
        row.Say("indicator", Severity.Note, $"新增指标“{name}”（{display}）");
        return added;
    }

    private static Months? SpanOf(SheetRow row, bool isTarget)
    {
        if (row["span"] is not null && row.Months("span") is { } said) return new Months(Months.Of(said.From), Months.Of(said.To));
        if (row["from"] is { Length: 4 } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1990 and <= 2100
            && (row["to"] is null || row["to"] == year)) return Months.OfYear(number);
        if (row.IsWrong("span")) return null;
        var (from, to) = (row.Month("from"), row.Month("to"));
        if (from is null && !row.IsWrong("from")) row.Refuse("from", $"没有起始月份，应写成2022-01这样");
        if (from is null || row.IsWrong("to")) return null;
        if (to is null && !isTarget) to = from;
        to ??= new DateOnly(from!.Value.Year, 12, 1);
        if (to < from)
        {
            row.Refuse("to", $"截止月份早于起始月份");
            return null;
        }
        return new Months(Months.Of(from!.Value), Months.Of(to.Value));
    }

    private static string? Number(string? text) =>
        text?.InForm(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).TrimEnd('%').Trim() is { Length: > 0 } clean ? clean : null;

    private static string Amount(long value, Indicator indicator) => UnitOfMeasure.Write(value, indicator.Display).ToString("#,0.######", CultureInfo.InvariantCulture) + indicator.Display;
}
