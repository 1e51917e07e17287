using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Cockpit;

/// <summary>The same figures for a wall of 1920 × 1080, read from four metres: one subject at a time. It turns its pages only when asked to, and needs no script.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class WallPage(ReadCockpit cockpit, FigureSeries series) : Screen
{
    /// <summary>The pages of the wall.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["主要指标", "各单位", "逐月"];

    /// <summary>What is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CockpitQuery Query { get; set; } = new();
    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true), Range(1, 3)] public int Show { get; set; } = 1;
    /// <summary>After how many seconds the page turns; never when empty.</summary>
    [BindProperty(SupportsGet = true), Range(10, 600)] public int? Turn { get; set; }

    /// <summary>Where the unit stands.</summary>
    public CockpitState State { get; private set; } = null!;
    /// <summary>The indicator whose units and months are shown.</summary>
    public CockpitFigure? Compared { get; private set; }
    /// <summary>Its last 24 months.</summary>
    public IReadOnlyList<long?> Monthly { get; private set; } = [];
    /// <summary>The months shown.</summary>
    public Months Drawn => new(Months.Of(new DateOnly(State.Span.To / 100, State.Span.To % 100, 1).AddMonths(-11)), State.Span.To);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid || await cockpit.About(Query.Unit, Cancel) is not { } unit) return false;
        State = await cockpit.Run(unit, cockpit.Span(Query.To), Cancel);
        Compared = State.Compared(Query.Compare);
        if (Show == 3 && Compared is not null && State.Span.From >= 199301) Monthly = await series.Monthly(Compared.Indicator, unit, new Months(Drawn.From - 100, Drawn.To), Cancel);
        return true;
    }

    /// <summary>Shows a page, and asks the browser for the next where that was wished.</summary>
    public void OnGet()
    {
        if (Turn is { } seconds) Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{seconds}; url={With(Show % Pages.Count + 1, seconds)}");
    }

    /// <summary>The address of a page of the wall.</summary>
    public string With(int show, int? turn) => string.Create(CultureInfo.InvariantCulture, $"/wall?unit={State.Unit.Code}&to={Months.Text(State.Span.To)}&show={show}") + (Compared is null ? "" : "&compare=" + Compared.Indicator.Code) + (turn is { } t ? "&turn=" + t.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>The page of a figure.</summary>
    public string Address(Indicator indicator, string? unit = null) => $"/figures?unit={unit ?? State.Unit.Code}&indicator={indicator.Code}&from={Months.Text(State.Span.From)}&to={Months.Text(State.Span.To)}";

    /// <summary>The bars of the months: place, height of this year's and of last year's, in a picture 1200 wide and 400 high.</summary>
    public IReadOnlyList<(int Month, long? Now, long? Before, decimal NowHeight, decimal BeforeHeight)> Bars
    {
        get
        {
            var months = Drawn.Each().ToList();
            var most = Math.Max(1, Monthly.Max(v => v ?? 0));
            decimal Height(long? value) => Math.Max(0, (value ?? 0) * 400m / most);
            return [.. months.Select((m, i) => (m, Monthly[i + 12], Monthly[i], Height(Monthly[i + 12]), Height(Monthly[i])))];
        }
    }
}
