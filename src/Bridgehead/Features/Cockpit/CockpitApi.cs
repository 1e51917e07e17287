using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Cockpit;

/// <summary>One figure of the cockpit; the values in <see cref="MeasureUnit"/>, ratios in percent.</summary>
public sealed record CockpitFigureView(string Indicator, string IndicatorName, string MeasureUnit, decimal? Value, decimal? Target, decimal? Completion, decimal? Pace, decimal? YearOnYear, decimal? Declared, DateTime? LastEntryAt);

/// <summary>Where a unit stands.</summary>
public sealed record CockpitView(string Unit, string From, string To, string? ClosedTo, DateTime? LastEntryAt, IReadOnlyList<CockpitFigureView> Figures);

/// <summary>An indicator on two days.</summary>
public sealed record ComparedFigureView(string Indicator, string IndicatorName, string MeasureUnit, decimal? A, decimal? B, decimal? Change);

/// <summary>A project that moved between the days.</summary>
public sealed record MovedProjectView(Guid Id, string Number, string Name, DateOnly On, string From, string To);

/// <summary>What changed between two days.</summary>
public sealed record ComparisonView(string Unit, DateOnly A, DateOnly B, DayBasis Basis, IReadOnlyList<ComparedFigureView> Figures, IReadOnlyList<MovedProjectView> Moved, bool MoreMoved);

/// <summary>REST: /api/cockpit.</summary>
internal static class CockpitApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var cockpit = api.MapGroup("/cockpit").WithTags("cockpit");
        cockpit.MapGet("", async ([AsParameters] CockpitQuery query, ReadCockpit read, Words words, HttpContext http) =>
        {
            if (await read.About(query.Unit, http.RequestAborted) is not { } unit) return ApiProblem.NotThere(http);
            var state = await read.Run(unit, read.Span(query.To), http.RequestAborted);
            var shown = string.IsNullOrEmpty(query.Compare) ? [.. state.Figures, .. state.Others] : state.Figures.Concat(state.Others).Where(f => f.Indicator.Code == query.Compare);
            return Results.Ok(new CockpitView(unit.Code, Months.Text(state.Span.From), Months.Text(state.Span.To), state.ClosedTo == 0 ? null : Months.Text(state.ClosedTo), state.LastEntryAt, [.. shown.Select(f => Show(f, words))]));
        }).RequireAuthorization(Permission.ReadFigures).WithName("cockpit.read").Says("读取一个单位的主要数据", "与台账查询的结果相同").Produces<CockpitView>();
        cockpit.MapGet("/comparison", async ([AsParameters] CompareQuery query, CompareDays compare, Words words, CancellationToken cancel) =>
        {
            var found = await compare.Run(query, cancel);
            return new ComparisonView(found.Unit.Code, found.A, found.B, found.Basis, [.. found.Figures.Select(f => Show(f, words))],
                [.. found.Moved.Select(m => new MovedProjectView(m.Id, m.Number, m.Name, m.On, Stage.Of(m.From).Code, Stage.Of(m.To).Code))], found.IsCut);
        }).RequireAuthorization(Permission.ReadFigures).WithName("cockpit.compare").Says("比较两个日期之间的变化", "basis 为 Business 时，各日取当年1月至当日的发生额；为 Recorded 时，取同一期间在两日日终的账面数");
        cockpit.MapPost("/look", async (SinceLook look, CancellationToken cancel) =>
        {
            await look.Mark(cancel);
            return Written.Gone();
        }).RequireAuthorization(Permission.ReadFigures).WithName("cockpit.look").Says("标记到此为止的变化已经看过").Produces(StatusCodes.Status204NoContent);
    }

    private static CockpitFigureView Show(CockpitFigure f, Words words)
    {
        var display = f.Indicator.Display;
        decimal? Write(long? value) => value is { } v ? UnitOfMeasure.Write(v, display) : null;
        return new CockpitFigureView(f.Indicator.Code, f.Indicator.NameIn(words), display, Write(f.Whole.Value), Write(f.Whole.Target?.Value), Ratio.Rounded(f.Whole.Target?.Completion), Ratio.Rounded(f.Whole.Target?.Pace), Ratio.Rounded(f.Whole.YearOnYear),
            Ratio.Rounded(f.Tiers.FirstOrDefault(t => t.Tier == EvidenceTier.Declared)?.Share), f.LastEntryAt);
    }

    private static ComparedFigureView Show(ComparedFigure f, Words words)
    {
        decimal? Write(long? value) => value is { } v ? UnitOfMeasure.Write(v, f.Indicator.Display) : null;
        return new ComparedFigureView(f.Indicator.Code, f.Indicator.NameIn(words), f.Indicator.Display, Write(f.A), Write(f.B), Write(f.Change));
    }
}
