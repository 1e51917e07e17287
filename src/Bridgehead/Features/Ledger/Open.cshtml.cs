using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Ledger;

/// <summary>Opens a figure: what it is, how it is computed, its parts, and the sums it is made of, each leading to its entries.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class OpenPage(AskFigure ask, Figures figures, ScopedUnits scope, TimeProvider clock) : QuestionScreen
{
    /// <summary>What is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public FigureInput Input { get; set; } = new();

    /// <summary>The answer; null before anything is asked.</summary>
    public FigureAnswer? Answer { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The indicators to choose from.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Units = await scope.All(Cancel);
        Indicators = await figures.Current(today, Cancel);
        if (Units.Count == 0) return true;
        if (Input.Unit.Length == 0) Input.Unit = Units[0].Code;
        if (Input.Indicator.Length == 0) Input.Indicator = Indicators[0].Code;
        if (Input.From.Length == 0) Input.From = Months.Text(today.Year * 100 + 1);
        if (Input.To.Length == 0) Input.To = Months.Text(Months.Of(today));
        return await Ask(async () => Answer = await ask.Run(Input, Cancel));
    }

    /// <summary>The address of the entries of one sum, on the day that was asked for.</summary>
    public Dictionary<string, string> Behind(FigurePlace place)
    {
        var question = Answer!.Question;
        var route = new Dictionary<string, string>
        {
            ["indicator"] = $"{question.Indicator.Code}@{question.Indicator.ScopeVersion}", ["unit"] = place.Unit.Code, ["from"] = Months.Text(place.From), ["to"] = Months.Text(place.To),
            ["side"] = place.Dimension.ToString(), ["whole"] = place.Whole ? "true" : "false",
        };
        if (place.Key.Length > 0) route["group"] = place.Key;
        if (question.AsOf is { } day) route["asOf"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return route;
    }

    /// <summary>The address of the same question with another breakdown or unit.</summary>
    public Dictionary<string, string> With(string? by = null, string? unit = null, string? group = null)
    {
        var route = new Dictionary<string, string> { ["unit"] = unit ?? Input.Unit, ["indicator"] = Input.Indicator, ["from"] = Input.From, ["to"] = Input.To };
        if ((by ?? Input.By) is { Length: > 0 } side) route["by"] = side;
        if ((group ?? Input.Group) is { Length: > 0 } only) route["group"] = only;
        if (Input.AsOf is { Length: > 0 } day) route["asOf"] = day;
        return route;
    }
}
