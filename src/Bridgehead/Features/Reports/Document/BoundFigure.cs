namespace Bridgehead.Features.Reports;

/// <summary>A number of the report, bound to the figure it is.</summary>
/// <param name="Key">Which figure.</param>
/// <param name="Value">
/// Its exact value: 元 or dollars for money, pieces for counts, percent or percentage points for ratios; null when it is not known.
/// The masked edition carries none.
/// </param>
/// <param name="Display">What is printed: rounded half up, or a star when the value is unknown or masked.</param>
/// <param name="Address">The page on which the figure opens to its formula and entries.</param>
public sealed record BoundFigure(FigureKey Key, decimal? Value, string Display, string Address) : Run(Display)
{
    /// <summary>What stands for a number that is not known, and for every number of the masked edition.</summary>
    public const string Star = "*";

    /// <summary>How it is printed.</summary>
    public NumberShape Shape { get; init; } = NumberShape.Plain;

    /// <summary>The number it goes by in a draft; 0 outside one.</summary>
    public int Number { get; init; }

    /// <summary>The same number with another value, printed in the same unit.</summary>
    public BoundFigure With(decimal? value)
    {
        var shown = value is { } known ? Shape.Print(known) : Star;
        return new BoundFigure(Key, value, shown, Address) { Shape = Shape, Number = Number };
    }

    /// <summary>The star that stands for it in the masked edition.</summary>
    public BoundFigure Starred() => new(Key, null, Star, Key.Address) { Shape = Shape, Number = Number };
}
