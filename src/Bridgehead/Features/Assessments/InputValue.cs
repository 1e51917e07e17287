using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Assessments;

/// <summary>A number of an item as it was read, exact: of a figure in its smallest unit, of what is given by hand in millionths.</summary>
/// <param name="Value">How much; null when nothing is known.</param>
/// <param name="Against">The target, or the indicator below the line; null when there is none.</param>
/// <param name="Unit">The unit a figure is shown in; empty for what is given by hand.</param>
/// <param name="Document">The document of what is given by hand.</param>
public sealed record InputValue(long? Value, long? Against, string Unit, string Document)
{
    /// <summary>How many millionths one is.</summary>
    public const long Millionths = 1_000_000;

    /// <summary>What is typed for a number a document exempts the unit from.</summary>
    public const string WaivedWord = "免";

    /// <summary>Whether a person gave it, with the document it comes from.</summary>
    public bool IsGiven => Document.Length > 0;

    /// <summary>免考: a document says that the unit is not judged by it.</summary>
    public bool IsWaived => IsGiven && Value is null;

    /// <summary>The number the method works with: a percentage, a figure in its unit, or what was given. Nothing known, no target and nothing below the line are no number, and never 0.</summary>
    public decimal? Number(InputSource source) => source switch
    {
        _ when IsGiven || source == InputSource.Given => Value / (decimal)Millionths,
        InputSource.Completion => Ratio.Completion(Value, Against),
        InputSource.Figure => Value is { } known ? UnitOfMeasure.Write(known, Unit) : null,
        _ => Ratio.Share(Value, Against),
    };

    /// <summary>Something given by hand.</summary>
    public static InputValue Given(decimal number, string document) => new((long)(number * Millionths), null, "", document);

    /// <summary>A number a document exempts the unit from.</summary>
    public static InputValue Waived(string document) => new(null, null, "", document);
}
