using CsvHelper;
using ExcelDataReader.Exceptions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>
/// A ledger file opened for reading: xlsx, xls or text (UTF-8, UTF-16, GB 18030). It is told apart by content, judged against the limits
/// before any parser sees it, and its rows are streamed.
/// </summary>
/// <remarks>Every defect of the file, found on opening or later while rows are read, comes out as a <see cref="Refusal"/>.</remarks>
public sealed class LedgerFile : IDisposable
{
    private readonly Stream _file;
    private readonly bool _own;
    private XlsxBook? _book;

    private LedgerFile(Stream file, string name, bool own)
    {
        _file = file;
        _own = own;
        Name = name;
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; }

    /// <summary>What the file really is, whatever its name says.</summary>
    public LedgerKind Kind { get; private set; }

    /// <summary>The encoding of a text file by its registered name, such as <c>utf-8</c> or <c>GB18030</c>; null for workbooks.</summary>
    public string? Encoding { get; private set; }

    /// <summary>The sheets in the order of their tabs, hidden ones too.</summary>
    public IReadOnlyList<RawSheet> Sheets { get; private set; } = [];

    /// <summary>Opens a file by its path.</summary>
    public static LedgerFile Open(string path, ReadingLimits? limits = null)
    {
        Refusal.Unless(File.Exists(path), $"找不到文件“{Path.GetFileName(path)}”");
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Open(file, Path.GetFileName(path), limits ?? ReadingLimits.Default, own: true);
    }

    /// <summary>Opens a stream that can seek; the caller keeps it open until reading is done.</summary>
    public static LedgerFile Open(Stream file, string name, ReadingLimits? limits = null) =>
        Open(file, name, limits ?? ReadingLimits.Default, own: false);

    /// <inheritdoc />
    public void Dispose()
    {
        _book?.Dispose();
        if (_own) _file.Dispose();
    }

    private static LedgerFile Open(Stream file, string name, ReadingLimits limits, bool own)
    {
        var ledger = new LedgerFile(file, name, own);
        try
        {
            Refusal.When(file.Length > limits.FileBytes, $"文件大小{file.Length >> 20} MB，超过{limits.FileBytes >> 20} MB 的上限，请拆分后再导入");
            ledger.Kind = LedgerContent.Judge(file);
            ledger.Sheets = [.. ledger.ReadSheets(limits).Select(Guarded)];
            return ledger;
        }
        catch (Exception problem)
        {
            ledger.Dispose();
            if (Said(problem) is { } refusal) throw refusal;
            throw;
        }
    }

    private IReadOnlyList<RawSheet> ReadSheets(ReadingLimits limits)
    {
        if (Kind == LedgerKind.Xls) return new XlsBook(_file, limits).Sheets();
        if (Kind == LedgerKind.Xlsx)
        {
            LedgerContent.JudgePackage(ZipGuard.Inspect(_file, limits));
            return (_book = new XlsxBook(_file, limits)).Sheets;
        }
        var encoding = TextEncoding.Detect(_file);
        Encoding = encoding.WebName;
        var text = new CsvText(_file, encoding, limits);
        return [new RawSheet(Path.GetFileNameWithoutExtension(Name), hidden: false, text.Rows, () => []) { HasRowsWithoutText = false }];
    }

    private static RawSheet Guarded(RawSheet sheet) =>
        new(sheet.Name, sheet.Hidden, () => Guarded(sheet.Rows()), () => sheet.Merged) { From1904 = sheet.From1904, HasRowsWithoutText = sheet.HasRowsWithoutText };

    private static IEnumerable<RawRow> Guarded(IEnumerable<RawRow> rows)
    {
        using var each = rows.GetEnumerator();
        while (Next(each)) yield return each.Current;
    }

    private static bool Next(IEnumerator<RawRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception problem) when (Said(problem) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The parsers' own exceptions in the reader's words; null for anything that is not the file's fault.</summary>
    private static Refusal? Said(Exception problem) => problem switch
    {
        Refusal => null,
        InvalidPasswordException => new Refusal($"文件设有密码，无法读取；请取消密码后另存，再导入"),
        MaxFieldSizeException => new Refusal($"有单元格的文字超过上限，多半是英文双引号没有闭合，请检查后再导入"),
        System.Text.DecoderFallbackException => new Refusal($"无法识别文件的文字编码，请另存为 UTF-8 编码的 csv 或 xlsx 后再导入"),
        System.Xml.XmlException or InvalidDataException or EndOfStreamException or ExcelReaderException or CsvHelperException
            or NotSupportedException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException
            or InvalidCastException or NullReferenceException or KeyNotFoundException or InvalidOperationException
            => new Refusal($"文件已损坏或含有不允许的内容，无法读取；请用 Excel 或 WPS 打开后另存为 xlsx，再导入"),
        _ => null,
    };
}
