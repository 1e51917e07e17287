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

    /// <summary>The number the method works with: a percentage, a figure in its unit, or what was given. A target without anything done is 0 %; no target or nothing below the line is no number.</summary>
    public decimal? Number(InputSource source) => source switch
    {
        InputSource.Completion => Ratio.Completion(Value ?? 0, Against),
        InputSource.Rate => Ratio.Share(Value ?? 0, Against),
        InputSource.Figure => UnitOfMeasure.Write(Value ?? 0, Unit),
        _ => Value / (decimal)Millionths,
    };

    /// <summary>Something given by hand.</summary>
    public static InputValue Given(decimal number, string document) => new((long)(number * Millionths), null, "", document);
}
