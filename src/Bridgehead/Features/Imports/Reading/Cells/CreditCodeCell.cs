namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads unified social credit codes.</summary>
internal static class CreditCodeCell
{
    public static string? Read(LedgerCell cell) => CodeCell.Read(cell)?.ToUpperInvariant();
}
