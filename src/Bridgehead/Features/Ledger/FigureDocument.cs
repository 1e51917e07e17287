namespace Bridgehead.Features.Ledger;

/// <summary>The answer to a question as the API and the command line give it. Amounts are in <see cref="MeasureUnit"/>; percentages are rounded half up to two digits.</summary>
public sealed record FigureDocument(
    string Indicator, string IndicatorName, int ScopeVersion, string Unit, string UnitName, string From, string To, string? AsOf, string MeasureUnit,
    decimal? Value, decimal? Share, decimal? Target, decimal? Completion, decimal? Pace, decimal? Base, decimal? YearOnYear, long Entries,
    IReadOnlyList<TargetDocument> Targets, IReadOnlyList<PartDocument> Parts, IReadOnlyList<PrintedDocument> Published, IReadOnlyList<string> Notes)
{
    /// <summary>How much of it is proved how well, weakest first.</summary>
    public IReadOnlyList<TierDocument> Tiers { get; init; } = [];
    /// <summary>Whether it is departmental management data and no official statistic.</summary>
    public bool DepartmentalData { get; init; }
    /// <summary>The number the statistics bureau published for the same place; never summed.</summary>
    public decimal? Official { get; init; }
    /// <summary>The parts by field of business, which overlap.</summary>
    public IReadOnlyList<FieldPartDocument> Fields { get; init; } = [];
    /// <summary>What was published at the close of its last month.</summary>
    public decimal? AtClose { get; init; }

    /// <summary>Writes an answer out.</summary>
    public static FigureDocument Of(FigureAnswer answer, Words words)
    {
        var (question, whole) = (answer.Question, answer.Whole);
        var unit = question.Indicator.Display;
        return new FigureDocument(
            question.Indicator.Code, question.Indicator.Name, question.Indicator.ScopeVersion, question.Unit.Code, question.Unit.Name,
            Months.Text(question.Span.From), Months.Text(question.Span.To), question.AsOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), unit,
            Amount(whole.Value, unit), Ratio.Rounded(whole.Share), Amount(whole.Target?.Value, unit), Ratio.Rounded(whole.Target?.Completion), Ratio.Rounded(whole.Target?.Pace),
            Amount(whole.Base, unit), Ratio.Rounded(whole.YearOnYear), whole.Entries,
            Listed(whole, unit), [.. answer.Parts.Select(p => PartDocument.Of(p, unit))],
            [.. answer.Differences.Select(d => new PrintedDocument(
                d.Kind.ToString(), d.Group.Key, Groups.Name(d.Group.Dimension, d.Group.Key), d.SetBy.ToString(), d.Printed, d.Computed, d.Verdict, d.Hint is { } hint ? words.Say(hint) : null))],
            [.. answer.Notes.Select(words.Say)])
        {
            Tiers = [.. answer.Tiers.Select(t => new TierDocument(t.Tier.ToString(), UnitOfMeasure.Write(t.Value, unit), Ratio.Rounded(t.Share)))], AtClose = Amount(answer.Published?.Value, unit),
            DepartmentalData = !question.Indicator.IsOfficial, Official = Amount(answer.Official?.Value, unit),
            Fields = [.. answer.Fields.Select(f => new FieldPartDocument(f.Field.Code, f.Field.Name, UnitOfMeasure.Write(f.Value, unit), f.Entries))],
        };
    }

    internal static decimal? Amount(long? smallest, string unit) => smallest is { } value ? UnitOfMeasure.Write(value, unit) : null;

    internal static IReadOnlyList<TargetDocument> Listed(Figure figure, string unit) =>
        [.. figure.Targets.Select(t => new TargetDocument(t.SetBy.ToString(), UnitOfMeasure.Write(t.Value, unit), Ratio.Rounded(t.Completion), Ratio.Rounded(t.Pace), t.Source))];
}

/// <summary>What the entries of a field of business come to.</summary>
public sealed record FieldPartDocument(string Field, string Name, decimal Value, long Entries);

/// <summary>A part of a figure that is proved one way; the share in percent.</summary>
public sealed record TierDocument(string Tier, decimal Value, decimal? Share);

/// <summary>A target and how far it is reached.</summary>
public sealed record TargetDocument(string SetBy, decimal Target, decimal? Completion, decimal? Pace, string Source);

/// <summary>A part of a figure: a group, or a unit below.</summary>
public sealed record PartDocument(
    string Key, string Name, decimal? Value, decimal? Share, decimal? Target, decimal? Completion, decimal? Pace, decimal? Base, decimal? YearOnYear, long Entries, int? Rank,
    IReadOnlyList<TargetDocument> Targets)
{
    internal static PartDocument Of(Figure part, string unit) => new(
        part.Key, part.Name, FigureDocument.Amount(part.Value, unit), Ratio.Rounded(part.Share), FigureDocument.Amount(part.Target?.Value, unit),
        Ratio.Rounded(part.Target?.Completion), Ratio.Rounded(part.Target?.Pace), FigureDocument.Amount(part.Base, unit), Ratio.Rounded(part.YearOnYear), part.Entries, part.Rank,
        FigureDocument.Listed(part, unit));
}

/// <summary>A ratio as its publisher printed it, beside what the entries give.</summary>
public sealed record PrintedDocument(string Kind, string Group, string GroupName, string SetBy, string Printed, decimal? Computed, PrintedVerdict Verdict, string? Hint);
