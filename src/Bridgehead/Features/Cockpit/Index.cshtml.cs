using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Views;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Cockpit;

/// <summary>
/// The cockpit. First what waits for the person and what changed; then the few figures that matter to the unit, against target, time and last year; then one of them taken apart.
/// Every number opens to its formula and entries. Read from the sums, so it costs the same however many projects there are.
/// </summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(ReadCockpit cockpit, FigureSeries series, WhatWaits waits, SinceLook look, LastEntries entries, ListProjects projects, ScopedUnits scope, Installation installation, Asker asker) : Screen
{
    /// <summary>The sides an indicator is taken apart by, with their words.</summary>
    public static IReadOnlyList<(string Key, string Name)> Sides { get; } = [("unit", "单位"), ("industry", "产业"), ("band", "规模"), ("origin", "资金来源")];

    /// <summary>What is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CockpitQuery Query { get; set; } = new();
    /// <summary>By which side the indicator is taken apart: unit, industry, band, origin.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? By { get; set; }

    /// <summary>Where the unit stands; null for those who see no figures.</summary>
    public CockpitState? State { get; private set; }
    /// <summary>The indicator taken apart.</summary>
    public CockpitFigure? Compared { get; private set; }
    /// <summary>Its parts by the side chosen; empty by unit.</summary>
    public IReadOnlyList<Figure> Parts { get; private set; } = [];
    /// <summary>When it was last entered for each unit by itself.</summary>
    public IReadOnlyDictionary<Guid, DateTime> LastByUnit { get; private set; } = new Dictionary<Guid, DateTime>();
    /// <summary>Its last 36 months.</summary>
    public IReadOnlyList<long?> Monthly { get; private set; } = [];
    /// <summary>What waits for the person.</summary>
    public IReadOnlyList<Waiting> Waits { get; private set; } = [];
    /// <summary>What falls due soon.</summary>
    public IReadOnlyList<Waiting> Due { get; private set; } = [];
    /// <summary>What changed since the person last looked.</summary>
    public LookChanges? Changes { get; private set; }
    /// <summary>For an outpost: its projects by stage.</summary>
    public IReadOnlyList<ProjectGroup> Brought { get; private set; } = [];
    /// <summary>The months drawn: two years up to the last month of the span.</summary>
    public Months Drawn => new(Ahead(State!.Span.To, -23), State.Span.To);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!asker.May(Permission.ReadFigures)) return true;
        var unit = await cockpit.About(Query.Unit, Cancel);
        if (unit is null) return string.IsNullOrWhiteSpace(Query.Unit);
        State = await cockpit.Run(unit, cockpit.Span(Query.To), Cancel);
        (Waits, Due, Changes) = (await waits.Run(Cancel), await waits.Due(Cancel), await look.Run(unit, Cancel));
        if (unit.Kind == UnitKind.Outpost && asker.May(Permission.ReadProjects)) Brought = await projects.Groups(new ProjectQuery(), "stage", Cancel);
        if (State.Compared(Query.Compare) is not { } compared) return true;
        Compared = compared;
        if (State.Span.From >= 199501) Monthly = await series.Monthly(compared.Indicator, unit, new Months(Ahead(State.Span.To, -35), State.Span.To), Cancel);
        if (compared.Units.Count == 0 && By is null) By = "industry";
        if (By is null or "unit" && compared.Units.Count > 0)
        {
            Below = await scope.Under(unit, Cancel);
            LastByUnit = await entries.ByUnit(compared.Indicator.Id, [.. Below.Select(u => u.Id)], State.Span, Cancel);
        }
        if (Side(By) is var side and not Dimension.None) Parts = await series.Parts(compared.Indicator, unit, State.Span, side, compared.Whole, Cancel);
        return true;
    }

    /// <summary>When the figure taken apart was last entered for a unit below or what is below it; null when it was not.</summary>
    public DateTime? LastOf(Figure part) => Below.FirstOrDefault(u => u.Code == part.Key) is not { } unit ? null
        : Below.Where(u => u.Path.StartsWith(unit.Path, StringComparison.Ordinal)).Select(u => LastByUnit.TryGetValue(u.Id, out var at) ? at : (DateTime?)null).Max();

    /// <summary>The day of it; "—" when there is none.</summary>
    public string LastDay(Figure part) => LastOf(part) is { } at ? at.AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "—";

    private IReadOnlyList<Unit> Below { get; set; } = [];

    /// <summary>What changed up to now has been seen.</summary>
    public async Task<IActionResult> OnPostSeen()
    {
        if (!asker.May(Permission.ReadFigures)) return Forbid();
        await look.Mark(Cancel);
        this.Notice($"已记下，以后从现在起算变化");
        return RedirectToPage(new { Query.Unit, Query.To, Query.Compare, By });
    }

    /// <summary>Two years month by month, the same months a year before in grey, the month's share of this year's target as a line. The title says the finding.</summary>
    public Chart Trend(Words words)
    {
        var (indicator, months) = (Compared!.Indicator, Drawn.Each().ToList());
        decimal? Shown(long? value) => value is { } v ? Ratio.Rounded(UnitOfMeasure.Write(v, indicator.Display)) : null;
        var (last, before) = (Monthly.Skip(24).Sum(v => v ?? 0), Monthly.Skip(12).Take(12).Sum(v => v ?? 0));
        var name = indicator.NameIn(words);
        var title = Compared.Whole.Comparable is null && Ratio.YearOnYear(last, before) is { } change
            ? change >= 0 ? words.Say($"{name}：近12个月比前12个月多{FigureText.Percent(change)}") : words.Say($"{name}：近12个月比前12个月少{FigureText.Percent(-change)}") : words.Say($"{name}：逐月数值");
        return new Chart(title, words[indicator.Display], [.. months.Select(Months.Text)],
        [
            new(words["当月"], [.. Monthly.Skip(12).Select(Shown)]), new(words["上年同月"], [.. Monthly.Take(24).Select(Shown)], "line", Past: true),
        ])
        {
            Target = Compared.Whole.Target is { Value: > 0 } target ? Ratio.Rounded(UnitOfMeasure.Write(target.Value, indicator.Display) / 12) : null, TargetName = words["序时每月应完成"], NamesAre = "月份",
            Links = [.. months.Select(m => $"/figures?unit={State!.Unit.Code}&indicator={indicator.Code}&from={Months.Text(m)}&to={Months.Text(m)}")], Source = Source(words),
        };
    }

    /// <summary>The units against each other: completion and the time gone by, or the values where no targets were set. The title says the finding.</summary>
    public Chart Comparison(Words words)
    {
        var (indicator, units) = (Compared!.Indicator, Compared.Units);
        var byTarget = units.Any(u => u.Target?.Completion is not null);
        var expected = Ratio.Rounded(Ratio.Elapsed(State!.Span.Count));
        var bars = units.Select(u => (Unit: u, Value: byTarget ? Ratio.Rounded(u.Target?.Completion) : u.Value is { } v ? UnitOfMeasure.Write(v, indicator.Display) : (decimal?)null))
            .BestFirst(indicator.Direction, b => b.Value).ToList();
        var behind = bars.Count(b => indicator.Direction.IsBehind(b.Value, expected));
        var title = !byTarget ? indicator.NameIn(words)
            : indicator.Direction == Direction.Lower ? behind == 0 ? words["各单位都不高于序时"] : words.Say($"{behind}个单位高于序时")
            : behind == 0 ? words["各单位都不慢于序时"] : words.Say($"{behind}个单位慢于序时");
        return new Chart(title, byTarget ? "%" : words[indicator.Display], [.. bars.Select(b => State.NameOf(b.Unit, words))], [new(words[byTarget ? "完成率" : "数值"], [.. bars.Select(b => b.Value)])])
        {
            Sideways = true, Target = byTarget ? expected : null, TargetName = words["序时"], NamesAre = "单位", Links = [.. bars.Select(b => Address(indicator, b.Unit.Key))], Source = Source(words),
        };
    }

    /// <summary>The parts by the side chosen, as bars.</summary>
    public Chart ByPart(Words words)
    {
        var indicator = Compared!.Indicator;
        var parts = Parts.OrderByDescending(p => p.Value).ToList();
        var title = parts[0].Share is { } share ? words.Say($"{words[parts[0].Name]}最多，占{FigureText.Percent(share)}") : indicator.NameIn(words);
        return new Chart(title, words[indicator.Display], [.. parts.Select(p => words[p.Name])], [new(words["数值"], [.. parts.Select(p => p.Value is { } v ? Ratio.Rounded(UnitOfMeasure.Write(v, indicator.Display)) : null)])])
        {
            Sideways = true, NamesAre = "分组", Links = [.. parts.Select(p => Address(indicator, group: p.Key))], Source = Source(words),
        };
    }

    /// <summary>What the map draws: the districts with the value of the indicator, darker with more.</summary>
    public string? Drawing(Words words)
    {
        var areas = State!.Units.Where(u => u.Kind == UnitKind.District && u.ParentId == State.Unit.Id).Select(u => (Unit: u, Figure: Compared!.Units.FirstOrDefault(f => f.Key == u.Code))).ToList();
        if (areas.Count < 2) return null;
        var (most, display) = (areas.Max(a => a.Figure?.Value ?? 0), Compared!.Indicator.Display);
        return JsonSerializer.Serialize(new
        {
            outline = asker.May(Permission.ReadProjects) && System.IO.File.Exists(MapOutline.FileOf(installation)) ? "/projects/map/outline" : null,
            areas = areas.Select(a => new
            {
                code = a.Unit.Code, name = a.Unit.LabelIn(words), full = a.Unit.Name, href = Address(Compared.Indicator, a.Unit.Code),
                words = $"{FigureText.Amount(a.Figure?.Value, display)}{words[display]}" + (a.Figure?.Target?.Completion is { } done ? " · " + FigureText.Percent(done) : ""),
                depth = most <= 0 || a.Figure?.Value is not > 0 ? 0 : 1 + (int)Math.Min(4, (decimal)a.Figure.Value.Value * 5 / most),
            }),
        }, JsonSerializerOptions.Web);
    }

    /// <summary>The page of a figure: its formula, entries and vouchers.</summary>
    public string Address(Indicator indicator, string? unit = null, string? group = null) =>
        $"/figures?unit={unit ?? State!.Unit.Code}&indicator={indicator.Code}&from={Months.Text(State!.Span.From)}&to={Months.Text(State.Span.To)}{(group is null or "unspecified" ? "" : "&group=" + Uri.EscapeDataString(group))}";

    /// <summary>The same page with another indicator or side.</summary>
    public string With(string? compare = null, string? by = null) =>
        $"/?unit={State!.Unit.Code}&to={Months.Text(State.Span.To)}&compare={compare ?? Compared?.Indicator.Code}&by={by ?? By ?? "unit"}#apart";

    /// <summary>How fresh the figures are.</summary>
    public string Source(Words words) => words.List(new[]
    {
        State!.ClosedTo == 0 ? words["尚未关账"] : words.Say($"已关账至{Months.Text(State.ClosedTo)}"),
        State.LastEntryAt is { } at ? words.Say($"最近入账{at.AddHours(8):yyyy-MM-dd HH:mm}") : words["尚无入账"],
    });

    private static Dimension Side(string? by) => by switch { "industry" => Dimension.Industry, "band" => Dimension.Band, "origin" => Dimension.Origin, _ => Dimension.None };

    private static int Ahead(int month, int by) => Months.Of(new DateOnly(month / 100, month % 100, 1).AddMonths(by));
}
