using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Ledger;

/// <summary>What somebody asks: one indicator, a unit with everything below it, a span of months.</summary>
/// <param name="Indicator">Which indicator.</param>
/// <param name="Unit">Which unit, with everything below it.</param>
/// <param name="Span">Which months.</param>
public sealed record FigureQuestion(Indicator Indicator, Unit Unit, Months Span)
{
    /// <summary>Broken down by this side.</summary>
    public Dimension By { get; init; }
    /// <summary>Broken down by the units directly below.</summary>
    public bool ByUnit { get; init; }
    /// <summary>Taken apart by fields of business.</summary>
    public bool ByField { get; init; }
    /// <summary>Only this group.</summary>
    public (Dimension Dimension, string Key) Group { get; init; } = (Dimension.None, "");
    /// <summary>As it stood at the end of this day; today when null.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>How much of a figure is proved how well.</summary>
/// <param name="Tier">How well.</param>
/// <param name="Value">How much of it, in the smallest unit.</param>
/// <param name="Share">占比 in percent of the figure, exact; null where the figure is 0 or below.</param>
public sealed record TierShare(EvidenceTier Tier, long Value, decimal? Share);

/// <summary>What single entries of projects in a field of business come to; fields overlap and statements are in none.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Value">How much, in the smallest unit.</param>
/// <param name="Entries">How many entries.</param>
public sealed record FieldPart(IndustryField Field, long Value, long Entries);

/// <summary>The figure as it was published when its last month was closed.</summary>
/// <param name="Month">The closed month, yyyymm.</param>
/// <param name="Value">What was published, in the smallest unit; null when nothing was known.</param>
/// <param name="At">When it was closed (UTC).</param>
public sealed record PublishedAtClose(int Month, long? Value, DateTime At);

/// <summary>A target and how far it is reached.</summary>
/// <param name="SetBy">Who set it.</param>
/// <param name="Value">How much, in the smallest unit.</param>
/// <param name="Completion">完成率 in percent, exact; null when nothing is known.</param>
/// <param name="Pace">超（欠）序时进度 in percentage points, exact.</param>
/// <param name="Source">The document the target comes from.</param>
public sealed record Attainment(TargetSetter SetBy, long Value, decimal? Completion, decimal? Pace, string Source);

/// <summary>One figure with its ratios: the whole, a group, or a unit below.</summary>
/// <param name="Key">Which group or unit; empty for the whole.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">How much, in the smallest unit; null when nothing is known, shown as —.</param>
/// <param name="Entries">How many entries it is the sum of.</param>
public sealed record Figure(string Key, string Name, long? Value, long Entries)
{
    /// <summary>占比 in percent of the whole.</summary>
    public decimal? Share { get; init; }
    /// <summary>The same months a year before.</summary>
    public long? Base { get; init; }
    /// <summary>同比 in percent.</summary>
    public decimal? YearOnYear => Comparable is { } other ? Ratio.YearOnYear(other.Now, other.Before) : Ratio.YearOnYear(Value, Base);
    /// <summary>可比口径: the two numbers growth is computed on where the definition names another series.</summary>
    public (long? Now, long? Before)? Comparable { get; init; }
    /// <summary>The targets, the unit's own first.</summary>
    public IReadOnlyList<Attainment> Targets { get; init; } = [];
    /// <summary>The first of the targets.</summary>
    public Attainment? Target => Targets.Count > 0 ? Targets[0] : null;
    /// <summary>The place among its neighbours by completion, or by value without targets; 1 is best, as the indicator's direction says.</summary>
    public int? Rank { get; init; }
}

/// <summary>The answer to a question: the figure, its parts, and what has to be said about them.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Whole">The figure itself.</param>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Differences">Where a publisher printed something else.</param>
/// <param name="Notes">What has to be known to read it right.</param>
/// <param name="Places">The sums it is made of, each of which opens to its entries.</param>
public sealed record FigureAnswer(
    FigureQuestion Question, Figure Whole, IReadOnlyList<Figure> Parts, IReadOnlyList<PrintedDifference> Differences, IReadOnlyList<FormattableString> Notes,
    IReadOnlyList<FigurePlace> Places)
{
    /// <summary>How much of it is proved how well, weakest first; empty where that cannot be told for a group.</summary>
    public IReadOnlyList<TierShare> Tiers { get; init; } = [];
    /// <summary>The statistics bureau's own number for the same place, which stands beside and is never summed; null when none was entered.</summary>
    public OfficialFigure? Official { get; init; }
    /// <summary>The parts by field of business, which overlap; empty unless asked for.</summary>
    public IReadOnlyList<FieldPart> Fields { get; init; } = [];
    /// <summary>What was published of it at the close of its last month; null where that month is open or the question another.</summary>
    public PublishedAtClose? Published { get; init; }
}

/// <summary>One sum a figure is made of: the entries of one unit and span, or one statement.</summary>
public sealed record FigurePlace(Unit Unit, int From, int To, bool Whole, Dimension Dimension, string Key, long Value, long Entries);

/// <summary>A ratio as printed, and what the entries give.</summary>
/// <param name="Kind">Which ratio.</param>
/// <param name="Group">Of which group.</param>
/// <param name="SetBy">Against whose target.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Computed">What the entries give, rounded to the printed digits; null when it cannot be computed.</param>
/// <param name="Verdict">Whether they are equal to the last printed digit.</param>
/// <param name="Hint">How the printed number may have come about, when it can be told.</param>
public sealed record PrintedDifference(
    RatioKind Kind, (Dimension Dimension, string Key) Group, TargetSetter SetBy, string Printed, decimal? Computed, PrintedVerdict Verdict, FormattableString? Hint);
