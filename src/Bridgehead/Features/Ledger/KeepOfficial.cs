using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>A published number as it is typed.</summary>
public sealed class OfficialInput
{
    /// <summary>The indicator: code, name or alias.</summary>
    [Required(ErrorMessage = "请选择指标"), MaxLength(100)] public string Indicator { get; set; } = "";
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The first month, 2026-01.</summary>
    [Required(ErrorMessage = "请填写起始月份"), MaxLength(10)] public string From { get; set; } = "";
    /// <summary>The last month, 2026-10.</summary>
    [Required(ErrorMessage = "请填写截止月份"), MaxLength(10)] public string To { get; set; } = "";
    /// <summary>How much, in the indicator's unit.</summary>
    [Required(ErrorMessage = "请填写数值")] public decimal? Value { get; set; }
    /// <summary>Who published it; 统计局 when left out.</summary>
    [MaxLength(80, ErrorMessage = "公布单位最多80个字")] public string? Authority { get; set; }
    /// <summary>Where it was published.</summary>
    [Required(ErrorMessage = "请写明统计部门公布的出处，如文号、公报名称"), MaxLength(200, ErrorMessage = "出处最多200个字")] public string? Source { get; set; }
}

/// <summary>Which published numbers are looked for.</summary>
public sealed class OfficialQuery
{
    /// <summary>The indicator's code.</summary>
    [MaxLength(40)] public string? Indicator { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A published number with ours beside it.</summary>
public sealed record OfficialRow(OfficialFigure Figure, Indicator Indicator, Unit Unit, long? Ours);

/// <summary>A published number as the API shows it; amounts in the indicator's unit.</summary>
public sealed record OfficialView(Guid Id, string Indicator, string Unit, string From, string To, decimal Value, decimal? Ours, string MeasureUnit, string Authority, string Source, string Who, DateTime RecordedAt)
{
    /// <summary>Shows one.</summary>
    public static OfficialView Of(OfficialRow r) => new(
        r.Figure.Id, r.Indicator.Code, r.Unit.Code, Months.Text(r.Figure.FromMonth), Months.Text(r.Figure.ToMonth), UnitOfMeasure.Write(r.Figure.Value, r.Indicator.Display),
        r.Ours is { } ours ? UnitOfMeasure.Write(ours, r.Indicator.Display) : null, r.Indicator.Display, r.Figure.Authority, r.Figure.Source, r.Figure.Who, r.Figure.At);
}

/// <summary>Keeps the statistics bureau's own numbers and lists them beside ours, the newest first; the same for page and API.</summary>
public sealed class KeepOfficial(BridgeheadDb db, Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Keeps one. Refused for a unit out of scope, an unknown indicator, a month that is none.</summary>
    public async Task<OfficialRow> Run(OfficialInput input, CancellationToken cancel = default)
    {
        var span = Months.Read(input.From, input.To);
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Input.Unit");
        var indicator = await figures.Named(input.Indicator, Months.LastDay(span.To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", "Input.Indicator");
        var figure = new OfficialFigure(indicator!.Code, unit!.Id, span, UnitOfMeasure.Read(input.Value ?? 0, indicator.Display, indicator.Measure), input.Authority ?? "", input.Source ?? "", (asker.UserId, asker.Name), clock.GetUtcNow().UtcDateTime);
        db.Add(figure);
        await db.SaveChangesAsync(cancel);
        return new OfficialRow(figure, indicator, unit, await Ours(indicator, unit, span, cancel));
    }

    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<OfficialRow> Rows, string? Next)> Page(OfficialQuery query, CancellationToken cancel = default)
    {
        var (size, units) = (Listed.Size(query.Limit), (await scope.All(cancel)).ToDictionary(u => u.Id));
        var unit = string.IsNullOrWhiteSpace(query.Unit) ? null : await scope.Named(query.Unit, cancel) ?? throw new Refusal($"没有单位“{query.Unit}”，或者不在您的数据范围内", nameof(query.Unit));
        var ids = unit is null ? units.Keys.ToList() : [.. (await scope.Under(unit, cancel)).Select(u => u.Id)];
        var rows = db.Set<OfficialFigure>().AsNoTracking().Where(f => ids.Contains(f.UnitId));
        if (!string.IsNullOrWhiteSpace(query.Indicator)) rows = rows.Where(f => f.IndicatorCode == query.Indicator);
        if (Listed.Identity(query.After) is { } after) rows = rows.Where(f => f.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(f => f.Id).Take(size + 1).ToListAsync(cancel);
        var shown = new List<OfficialRow>();
        foreach (var figure in found.Take(size))
            if (await figures.Named(figure.IndicatorCode, Months.LastDay(figure.ToMonth), cancel) is { } indicator)
                shown.Add(new OfficialRow(figure, indicator, units[figure.UnitId], await Ours(indicator, units[figure.UnitId], new Months(figure.FromMonth, figure.ToMonth), cancel)));
        return (shown, found.Count > size ? found[size - 1].Id.ToString() : null);
    }

    private async Task<long?> Ours(Indicator indicator, Unit unit, Months span, CancellationToken cancel) => (await figures.Answer(new FigureQuestion(indicator, unit, span), cancel)).Whole.Value;
}
