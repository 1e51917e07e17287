namespace Bridgehead.Features.Imports.Reading;

/// <summary>A cell whose formula failed or was never calculated; it has no value that could be trusted.</summary>
/// <param name="Code">As the spreadsheet program shows it, such as <c>#N/A</c>; <c>=</c> where a formula has no stored result.</param>
public sealed record CellError(string Code)
{
    /// <summary>A formula that was saved without its result.</summary>
    public static CellError NotCalculated { get; } = new("=");

    /// <inheritdoc />
    public override string ToString() => Code;
}
