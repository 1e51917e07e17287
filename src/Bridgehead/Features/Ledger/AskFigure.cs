using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bridgehead.Features.Ledger;

/// <summary>A question for a figure as it is typed: names, months, groups.</summary>
public sealed class FigureInput
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required, MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The indicator: code, name, alias, or code@version.</summary>
    [Required, MaxLength(100)] public string Indicator { get; set; } = "";
    /// <summary>The first month, 2022-01.</summary>
    [Required, MaxLength(10)] public string From { get; set; } = "";
    /// <summary>The last month, 2022-12.</summary>
    [Required, MaxLength(10)] public string To { get; set; } = "";
    /// <summary>origin, industry, band, other, tier, field or unit.</summary>
    [MaxLength(10)] public string? By { get; set; }
    /// <summary>Only this group, by name or key.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>As it stood at the end of this day, 2022-07-05.</summary>
    [MaxLength(10)] public string? AsOf { get; set; }
}

/// <summary>Understands a typed question and answers it; the same for page, API and command line.</summary>
public sealed class AskFigure(Figures figures, ScopedUnits scope)
{
    /// <summary>The answer. Refused for a unit that is not there or out of scope, an unknown indicator, a month or a day that is none.</summary>
    public async Task<FigureAnswer> Run(FigureInput input, CancellationToken cancel = default)
    {
        var span = Months.Read(input.From, input.To);
        if (input.Group?.StartsWith("unit:", StringComparison.Ordinal) == true) (input.Unit, input.Group) = (input.Group[5..], null);
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(FigureInput.Unit));
        var indicator = await figures.Named(input.Indicator, Months.LastDay(span.To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", nameof(FigureInput.Indicator));
        return await figures.Answer(new FigureQuestion(indicator!, unit!, span)
        {
            By = Side(input.By), ByUnit = input.By == "unit", ByField = input.By == "field", Group = Groups.Read(input.Group ?? ""), AsOf = Day(input.AsOf),
        }, cancel);
    }

    private static Dimension Side(string? by) => by switch
    {
        null or "" or "unit" or "field" => Dimension.None,
        "origin" => Dimension.Origin,
        "industry" => Dimension.Industry,
        "band" => Dimension.Band,
        "other" => Dimension.Other,
        "tier" => Dimension.Tier,
        _ => throw new Refusal($"分组方式“{by}”不可用，可用：origin、industry、band、other、tier、field、unit", nameof(FigureInput.By)),
    };

    private static DateOnly? Day(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        Refusal.Unless(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day),
            $"日期“{text}”应写成2022-07-05这样", nameof(FigureInput.AsOf));
        return day;
    }
}
