namespace Bridgehead.Features.Imports.Reading;

/// <summary>What a ledger file is, judged by its content and never by its name.</summary>
public enum LedgerKind
{
    /// <summary>Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>Binary workbook of Excel 97 to 2003.</summary>
    Xls,

    /// <summary>Text with separated columns.</summary>
    Csv,
}
