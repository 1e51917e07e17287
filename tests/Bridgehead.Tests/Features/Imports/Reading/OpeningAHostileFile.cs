using System.IO.Compression;
using System.Text;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Tests.Features.Imports.Reading;

public sealed class OpeningAHostileFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Fact]
    public void Accepts_the_same_workbook_when_nothing_is_wrong() =>
        Assert.Equal("你好", Read(Book(Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>你好</t></is></c></row>"))).Single().Cells[0]);

    [Fact]
    public void Refuses_a_bomb_by_counting_what_unpacks()
    {
        var bomb = Book(Sheet(new string('\n', 0) + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000_000))));
        Refused(bomb, "压缩比", new ReadingLimits { Ratio = 50, RatioFloorBytes = 1 << 20 });
        Refused(bomb, "上限", new ReadingLimits { EntryBytes = 10 << 20 });
        Refused(bomb, "上限", new ReadingLimits { UnpackedBytes = 10 << 20 });
    }

    [Fact]
    public void Refuses_headers_that_lie_about_the_size()
    {
        var book = Book(Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 100_000))));
        for (var at = 0; (at = IndexOf(book, "PK\u0001\u0002"u8, at)) >= 0; at += 4)
            if (Encoding.ASCII.GetString(book, at + 46, 14) == "xl/worksheets/") BitConverter.TryWriteBytes(book.AsSpan(at + 24), 1000u);
        Refused(book, "实际大小与所写不符");
    }

    [Fact]
    public void Refuses_entities_that_multiply() =>
        RefusedWhileReading(Book("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + Sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")));

    [Fact]
    public void Refuses_an_entity_from_outside() =>
        RefusedWhileReading(Book("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Sheet("<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>")));

    [Fact]
    public void Refuses_more_columns_than_a_ledger_has()
    {
        RefusedWhileReading(Book(Sheet("<row r=\"1\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100_000)) + "</row>")));
        RefusedWhileReading(Book(Sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")));
        Assert.Throws<Refusal>(() => LedgerFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("1", 100_000)))), "a.csv").Sheets[0].Rows().ToList());
    }

    [Fact]
    public void Refuses_rows_beyond_any_sheet_and_beyond_the_limit()
    {
        RefusedWhileReading(Book(Sheet("<row r=\"9999999\"><c><v>1</v></c></row>")));
        RefusedWhileReading(Book(Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 11)))), new ReadingLimits { Rows = 10 });
        Assert.Equal(10, Read(Book(Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10)))), new ReadingLimits { Rows = 10 }).Count);
    }

    [Fact]
    public void Refuses_a_text_longer_than_a_cell_holds()
    {
        RefusedWhileReading(Book(Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('x', 40_000)}</t></is></c></row>")));
        Refused(Book(Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('x', 2_000_000)}</t></is></c></row>")), "超长");
        Assert.Single(Read(Book(Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('x', 32_767)}</t></is></c></row>"))));
    }

    [Fact]
    public void Refuses_packages_in_the_package_doubled_names_and_ways_out()
    {
        var inner = Book(Sheet(""));
        Refused(Book(Sheet(""), ("xl/embeddings/a.bin", inner)), "内嵌");
        Refused(Book(Sheet(""), ("xl/worksheets/SHEET1.xml", "x"u8.ToArray())), "重名");
        Refused(Book(Sheet(""), ("../../etc/cron.d/x", "x"u8.ToArray())), "包外");
        Refused(Book(Sheet(""), [.. Enumerable.Range(0, 30).Select(i => ($"xl/m{i}", "x"u8.ToArray()))]), "部件", new ReadingLimits { Entries = 20 });
    }

    [Fact]
    public void Refuses_what_is_encrypted_or_cut_off()
    {
        var book = Book(Sheet(""));
        Refused(book[..^40], "损坏");
        Refused(book[..(book.Length / 2)], "损坏");
        var encrypted = (byte[])book.Clone();
        for (var at = 0; (at = IndexOf(encrypted, "PK\u0001\u0002"u8, at)) >= 0; at += 4) encrypted[at + 8] |= 1;
        Refused(encrypted, "密码");
    }

    [Theory]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>", "网页")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "2003")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("", "空的")]
    [InlineData("{\\rtf1}", "RTF")]
    public void Says_what_a_wrong_file_really_is(string content, string word) => Refused(Encoding.UTF8.GetBytes(content), word);

    [Fact]
    public void Judges_by_content_and_not_by_name()
    {
        using var file = LedgerFile.Open(new MemoryStream("名称,数\n甲,1"u8.ToArray()), "看似.xlsx");
        Assert.Equal(LedgerKind.Csv, file.Kind);
        using var book = LedgerFile.Open(new MemoryStream(Book(Sheet("<row><c><v>1</v></c></row>"))), "看似.csv");
        Assert.Equal(LedgerKind.Xlsx, book.Kind);
    }

    [Fact]
    public void Takes_a_formula_by_its_stored_result_and_marks_one_without()
    {
        var row = Read(Book(Sheet("<row><c><f>1+1</f><v>2</v></c><c><f>cmd|'/c calc'!A1</f></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"str\"><f>\"a\"</f><v>a</v></c></row>"))).Single();
        Assert.Equal([2d, CellError.NotCalculated, new CellError("#DIV/0!"), "a"], row.Cells);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Reads_text_in_each_encoding(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] marked = [.. encoding.GetPreamble(), .. encoding.GetBytes("名称;数\n\"东方;\n㐂新材\";1\n乙;2")];
        var rows = LedgerFile.Open(new MemoryStream(marked), "a.csv").Sheets[0].Rows().ToList();
        Assert.Equal([(1, "名称"), (2, "东方;\n㐂新材"), (4, "乙")], rows.Select(row => (row.Number, (string)row.Cells[0]!)));
    }

    [Fact]
    public void Reports_a_stray_quotation_mark_by_its_row()
    {
        var rows = LedgerFile.Open(new MemoryStream("名称,数\n甲,1\n东\"方,2\n乙,3"u8.ToArray()), "a.csv").Sheets[0].Rows().ToList();
        Assert.Equal([3], rows.Where(row => row.Damage is not null).Select(row => row.Number));
        Assert.Equal(4, rows.Count);
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> wanted, int from) => bytes.AsSpan(from).IndexOf(wanted) is var at and >= 0 ? from + at : -1;

    private static string Sheet(string rows) => $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";

    private static List<RawRow> Read(byte[] book, ReadingLimits? limits = null)
    {
        using var file = LedgerFile.Open(new MemoryStream(book), "a.xlsx", limits);
        return [.. file.Sheets[0].Rows()];
    }

    private static void Refused(byte[] book, string word, ReadingLimits? limits = null) =>
        Assert.Contains(word, Assert.Throws<Refusal>(() => LedgerFile.Open(new MemoryStream(book), "a.xlsx", limits)).Message, StringComparison.Ordinal);

    private static void RefusedWhileReading(byte[] book, ReadingLimits? limits = null) => Assert.Throws<Refusal>(() => Read(book, limits));

    private static byte[] Book(string sheet, params (string Name, byte[] Bytes)[] more)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"u8.ToArray());
            Add("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(sheet));
            foreach (var (name, bytes) in more) Add(name, bytes);

            void Add(string name, byte[] bytes)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return file.ToArray();
    }
}
