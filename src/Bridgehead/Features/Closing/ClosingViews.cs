using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Closing;

/// <summary>A close as the API shows it.</summary>
public sealed record CloseView(
    Guid Id, string Month, string FirstMonth, DateTime ClosedAt, string ClosedBy, long Sequence, string LedgerHash, string SumsHash, string FiguresHash,
    int Unreported, int UnderReview, int Undecided, int Late, string Note)
{
    /// <summary>Shows a close.</summary>
    public static CloseView Of(MonthClose c) => new(
        c.Id, Months.Text(c.Month), Months.Text(c.FirstMonth), c.At, c.Who, c.Sequence, c.LedgerHash, c.SumsHash, c.FiguresHash, c.Unreported, c.UnderReview, c.Undecided, c.Late, c.Note);
}

/// <summary>What is left open before a month is closed, as the API shows it; amounts in the indicator's unit.</summary>
public sealed record ChecklistView(
    string Month, bool IsOver, int Unreported, int UnderReview, int Undecided, int Late, bool? Proved, IReadOnlyList<string> Findings, IReadOnlyList<DifferenceView> Differences)
{
    /// <summary>Shows a checklist.</summary>
    public static ChecklistView Of(CloseChecks checks, bool over, Words words) => new(
        Months.Text(checks.Month), over, checks.State.Unreported, checks.State.UnderReview, checks.State.Undecided, checks.State.Late, checks.Wrong is { } wrong ? wrong.Count == 0 : null,
        [.. (checks.Wrong ?? []).Select(words.Say)], [.. checks.Differences.Select(DifferenceView.Of)]);
}

/// <summary>An indicator of a month beside the month before.</summary>
public sealed record DifferenceView(string Indicator, string MeasureUnit, decimal? MonthValue, decimal? MonthBefore, decimal? YearValue)
{
    /// <summary>Shows a difference.</summary>
    public static DifferenceView Of(MonthDifference d) =>
        new(d.Indicator.Code, d.Indicator.Display, Written(d.Value, d.Indicator), Written(d.Before, d.Indicator), Written(d.Year, d.Indicator));

    private static decimal? Written(long? value, Indicator indicator) => value is { } v ? UnitOfMeasure.Write(v, indicator.Display) : null;
}

/// <summary>A published figure as the API shows it; amounts in the indicator's unit, the four tiers of the cumulative figure.</summary>
public sealed record ClosedFigureView(
    string Unit, string Indicator, int ScopeVersion, string MeasureUnit, Dimension Side, string Group, decimal? MonthValue, decimal? YearValue, long Entries,
    decimal Declared, decimal Documented, decimal CrossChecked, decimal Audited)
{
    /// <summary>Shows a published figure.</summary>
    public static ClosedFigureView Of(PublishedFigure p)
    {
        var (f, i) = (p.Figure, p.Indicator);
        return new ClosedFigureView(
            p.Unit.Code, i.Code, i.ScopeVersion, i.Display, f.Dimension, f.Key, f.MonthValue is { } m ? UnitOfMeasure.Write(m, i.Display) : null, f.YearValue is { } y ? UnitOfMeasure.Write(y, i.Display) : null, f.Entries,
            UnitOfMeasure.Write(f.Declared, i.Display), UnitOfMeasure.Write(f.Documented, i.Display), UnitOfMeasure.Write(f.CrossChecked, i.Display), UnitOfMeasure.Write(f.Audited, i.Display));
    }
}

/// <summary>A figure as published, with what it is of.</summary>
public sealed record PublishedFigure(ClosedFigure Figure, Indicator Indicator, Unit Unit);

/// <summary>Reads what was published at a close, within the asker's scope.</summary>
public sealed class ReadClose(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>The close of a month; null when it is open.</summary>
    public Task<MonthClose?> Find(int month, CancellationToken cancel = default) => db.Set<MonthClose>().AsNoTracking().FirstOrDefaultAsync(c => c.Month == month, cancel);

    /// <summary>The figures of a unit as they were published, indicators in order, each with its groups.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Figures(MonthClose close, Unit unit, CancellationToken cancel = default) =>
        [.. (await db.Set<ClosedFigure>().AsNoTracking().Where(f => f.CloseId == close.Id && f.UnitId == unit.Id)
            .Join(db.Set<Indicator>(), f => f.IndicatorId, i => i.Id, (f, i) => new { f, i }).ToListAsync(cancel))
            .OrderBy(x => x.i.Order).ThenBy(x => x.i.Code).ThenBy(x => x.f.Dimension).ThenBy(x => x.f.Key, StringComparer.Ordinal).Select(x => new PublishedFigure(x.f, x.i, unit))];

    /// <summary>The unit asked for, or the widest in scope; null when it is not in scope.</summary>
    public async Task<Unit?> Unit(string? name, CancellationToken cancel = default) =>
        string.IsNullOrWhiteSpace(name) ? (await scope.All(cancel)).OrderBy(u => u.Path.Length).FirstOrDefault() : await scope.Named(name, cancel);
}
