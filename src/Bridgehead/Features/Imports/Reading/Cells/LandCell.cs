namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads areas of land; 15 亩 are one hectare (the State Council's order on legal units of 1984).</summary>
internal static class LandCell
{
    private static readonly (string Word, decimal SquareMetres)[] Units =
    [
        ("万平方米", 10_000m), ("平方公里", 1_000_000m), ("平方千米", 1_000_000m), ("平方米", 1m), ("平米", 1m), ("万亩", 100_000_000m / 15), ("公顷", 10_000m),
        ("亩", 10_000m / 15), ("km2", 1_000_000m), ("㎡", 1m), ("m2", 1m), ("m²", 1m),
    ];

    public static decimal? Read(LedgerCell cell)
    {
        if (cell.Number is { } bare) return InUnit(cell, bare, cell.Unit);
        if (cell.Compact() is not { } text) return null;
        var plain = text.TrimStart('约');
        if (plain.Length != text.Length) cell.Say(Severity.Note, $"“{text}”是约数，按所写的数读取");
        var unit = Units.FirstOrDefault(unit => plain.EndsWith(unit.Word, StringComparison.OrdinalIgnoreCase)).Word;
        if (cell.Raw is string && NumberCell.TryParse(unit is null ? plain : plain[..^unit.Length], out var number)) return InUnit(cell, number, unit ?? cell.Unit);
        cell.Say(Severity.Error, $"看不懂面积“{text}”，请填数字，或数字加单位（亩、平方米、公顷）");
        return null;
    }

    private static decimal? InUnit(LedgerCell cell, decimal number, string? unit)
    {
        var times = Units.FirstOrDefault(known => string.Equals(known.Word, unit, StringComparison.OrdinalIgnoreCase)).SquareMetres;
        if (number < 0 || number > 1e9m) cell.Say(Severity.Error, $"面积{number}不合理，请改正");
        else if (times == 0) cell.Say(Severity.Error, $"没有写明面积单位，请在表头或单元格注明亩、平方米或公顷");
        else return Math.Round(number * times, 2, MidpointRounding.AwayFromZero);
        return null;
    }
}
