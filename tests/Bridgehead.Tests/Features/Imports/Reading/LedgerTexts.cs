using System.Text;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Tests.Features.Imports.Reading;

/// <summary>Ledgers written out in the test: lines of cells parted by |.</summary>
internal static class LedgerTexts
{
    public static LedgerFile Csv(string table) => LedgerFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(Comma(table))), "台账.csv");

    public static LedgerReading Read(string table, params ImportColumn[] columns) => LedgerReading.Of(Csv(table), columns);

    /// <summary>One cell under one heading.</summary>
    public static SheetRow Row(string heading, ColumnKind kind, object? value)
    {
        var match = new ColumnMatch(new ImportColumn("it", "它", kind), 0, heading, HeaderText.Of(heading).Unit, 100, $"与列名一致");
        return new SheetRow(new SheetLayout("表", false, [match], [new SheetHeading(0, [heading])]), new RawRow(7, [value]), null);
    }

    private static string Comma(string table) => string.Join("\r\n", table.ReplaceLineEndings("\n").Split('\n')
        .Select(line => string.Join(',', line.Split('|').Select(cell => $"\"{cell.Replace("\\n", "\n").Replace("\"", "\"\"")}\""))));
}
