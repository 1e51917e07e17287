using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Bridgehead.Features.Imports.Reading;
using CsCheck;

namespace Bridgehead.Tests.Foundation.Tables;

public sealed class WritingATable
{
    private static readonly TableColumn[] Columns = [new("文本"), new("金额（元）", TableColumnKind.Money), new("日期", TableColumnKind.Date), new("数", TableColumnKind.Number)];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["=+-@'\t\n\r\"<>&_x0041;,＝ 甲乙丙aB1\u0001"], 1, 12],
        Gen.OneOfConst("=1+1", "-12.50", "+86", "@SUM(A1)", "'=x", "''", "_x0041_", "_x005F_", "\t=1", "＝1", "1,5", " a ", "\"", "]]>", "甲\r\n乙", "\uD83D\uDE00"));

    [Fact]
    public void Reads_back_the_same_from_a_workbook() => Text.Array[1, 8].Sample(texts =>
    {
        var rows = Rows(Xlsx([.. texts.Select(text => new object?[] { text, Money.FromYuan(-12.5m), new DateOnly(2022, 3, 5), 7 })]));
        return rows.Count == texts.Length + 1 && rows.Skip(1).Zip(texts).All(pair => Equals(pair.First.Cells[0], pair.Second)
            && Equals(pair.First.Cells[1], -12.5d) && Equals(pair.First.Cells[2], new DateTime(2022, 3, 5, 0, 0, 0, DateTimeKind.Unspecified)) && Equals(pair.First.Cells[3], 7d));
    }, iter: 400);

    [Fact]
    public void Reads_back_the_same_from_a_text_file() => Text.Array[1, 8].Sample(texts =>
    {
        var file = new MemoryStream();
        TableWriter.Csv(file, Columns, TableWriter.From(texts.Select(text => new object?[] { text, Money.FromYuan(-12.5m), new DateOnly(2022, 3, 5), 7 }))).GetAwaiter().GetResult();
        var rows = Rows(file, "a.csv");
        return rows.Count == texts.Length + 1 && rows.Skip(1).Zip(texts).All(pair => Equals(pair.First.Cells[0], pair.Second) && Equals(pair.First.Cells[1], "-12.50"));
    }, iter: 400);

    [Theory]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("＝1")]
    public async Task Never_writes_text_as_a_formula(string text)
    {
        var book = Xlsx([[text, null, null, null]]);
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\">", xml, StringComparison.Ordinal);
        var file = new MemoryStream();
        await TableWriter.Csv(file, Columns, TableWriter.From([[text]]));
        Assert.Contains("'" + text, Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_printed_across_the_paper_one_page_wide_with_its_head_on_every_page()
    {
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = new ZipArchive(Xlsx([["甲", null, null, null]]));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var page = XDocument.Load(sheet);
        var setup = page.Descendants(main + "pageSetup").Single();
        Assert.Equal(("9", "landscape", "1", "0"), (setup.Attribute("paperSize")!.Value, setup.Attribute("orientation")!.Value, setup.Attribute("fitToWidth")!.Value, setup.Attribute("fitToHeight")!.Value));
        Assert.Equal("1", page.Descendants(main + "pageSetUpPr").Single().Attribute("fitToPage")!.Value);
        using var book = zip.GetEntry("xl/workbook.xml")!.Open();
        var titles = XDocument.Load(book).Descendants(main + "definedName").Single();
        Assert.Equal(("_xlnm.Print_Titles", "0", "'表'!$1:$1"), (titles.Attribute("name")!.Value, titles.Attribute("localSheetId")!.Value, titles.Value));
    }

    [Fact]
    public async Task Starts_a_text_file_with_the_mark_that_lets_excel_read_chinese()
    {
        var file = new MemoryStream();
        await TableWriter.Csv(file, Columns, TableWriter.From([]));
        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
    }

    [Fact]
    public async Task Gives_refused_rows_back_so_that_they_are_found_again_when_mended()
    {
        ImportColumn[] columns = [new("name", "项目名称", Required: true), new ImportColumn("amount", "总投资", ColumnKind.Money)];
        var source = "2022年台账\n单位：万元\n项目名称,总投资\n甲,5\n=乙,3-5\n丙,很多"u8.ToArray();
        using var ledger = LedgerFile.Open(new MemoryStream(source), "台账.csv");
        var sheet = LedgerReading.Of(ledger, columns).Sheets[0];
        var file = new MemoryStream();
        await RefusedRows.Write(file, sheet, Judged(sheet));
        using var back = LedgerFile.Open(file, "错误.xlsx");
        var again = LedgerReading.Of(back, columns).Sheets[0];
        Assert.Equal("万元", again.Matches.Single(match => match.Column.Key == "amount").Unit);
        Assert.Equal(["=乙", "丙"], again.Rows.Select(row => row.Text("name")));
        Assert.Equal([5d, 6d], again.Rows.Select(row => row.At(2)));
        Assert.StartsWith("总投资：金额是一个区间“3-5”", (string)again.Rows.First().At(3)!, StringComparison.Ordinal);

        static async IAsyncEnumerable<SheetRow> Judged(SheetReading sheet)
        {
            foreach (var row in sheet.Rows)
            {
                row.Amount("amount");
                yield return row;
            }
            await Task.CompletedTask;
        }
    }

    private static MemoryStream Xlsx(object?[][] rows)
    {
        var file = new MemoryStream();
        TableWriter.Xlsx(file, "表", Columns, TableWriter.From(rows)).GetAwaiter().GetResult();
        return file;
    }

    private static List<RawRow> Rows(MemoryStream file, string name = "a.xlsx")
    {
        using var ledger = LedgerFile.Open(file, name);
        return [.. ledger.Sheets[0].Rows()];
    }
}
