using System.Text;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Tells by its first bytes what a file is, and refuses in a sentence what is no ledger.</summary>
internal static class LedgerContent
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static LedgerKind Judge(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[512];
        var start = buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (start.StartsWith("PK\u0003\u0004"u8)) return LedgerKind.Xlsx;
        if (start.StartsWith(Compound)) return JudgeCompound(file);
        RefuseOthers(start);
        return LedgerKind.Csv;
    }

    /// <summary>Refuses packages that are something else than a workbook.</summary>
    public static void JudgePackage(IReadOnlyList<ZipPart> parts)
    {
        if (Has("xl/workbook.xml")) return;
        Refusal.When(Has("word/document.xml"), $"这是 Word 文档；请把其中的表格复制到 Excel 后另存为 xlsx，再导入");
        Refusal.When(Has("ppt/presentation.xml"), $"这是演示文稿，不是台账；请导入 xlsx、xls 或 csv 文件");
        Refusal.When(Has("OFD.xml"), $"这是 OFD 版式文件，不是台账；请导入 xlsx、xls 或 csv 文件");
        Refusal.When(Has("xl/workbook.bin"), $"这是 xlsb 二进制工作簿，请另存为 xlsx 后再导入");
        Refusal.When(Has("content.xml") && Has("mimetype"), $"这是 ODF 文档，请另存为 xlsx 后再导入");
        throw new Refusal($"这是压缩包，不是 Excel 工作簿；请解压后逐个导入其中的 xlsx、xls 或 csv 文件");

        bool Has(string name) => parts.Any(part => string.Equals(part.Name.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));
    }

    private static LedgerKind JudgeCompound(Stream file)
    {
        var names = CompoundNames(file);
        Refusal.When(names.Contains("EncryptedPackage"), $"文件设有密码，无法读取；请取消密码后另存，再导入");
        Refusal.When(names.Contains("WordDocument"), $"这是 Word 文档；请把其中的表格复制到 Excel 后另存为 xlsx，再导入");
        Refusal.Unless(names.Contains("Workbook") || names.Contains("Book"), $"这不是 Excel 工作簿（WPS 的 .et 文件请另存为 xlsx 后再导入）");
        return LedgerKind.Xls;
    }

    /// <summary>Names in the compound file's directory: records of 128 bytes, the name's length at 64 and its kind at 66 (MS-CFB 2.6.1).</summary>
    private static HashSet<string> CompoundNames(Stream file)
    {
        var names = new HashSet<string>();
        file.Position = 512;
        var records = new byte[1 << 16];
        for (int read; (read = file.ReadAtLeast(records, records.Length, throwOnEndOfStream: false)) > 0;)
            for (var at = 0; at + 128 <= read; at += 128)
            {
                var length = records[at + 64] | records[at + 65] << 8;
                if (length is < 4 or > 64 || (length & 1) == 1 || records[at + 66] is not (1 or 2 or 5)) continue;
                names.Add(Encoding.Unicode.GetString(records, at, length - 2));
            }
        return names;
    }

    private static void RefuseOthers(ReadOnlySpan<byte> start)
    {
        Refusal.When(start.IsEmpty, $"文件是空的，没有可以导入的内容");
        Refusal.When(start.StartsWith("PK"u8), $"文件已损坏或没有传完，请重新保存后再导入");
        Refusal.When(start.StartsWith("%PDF"u8), $"这是 PDF 文件，不是台账；请导入 xlsx、xls 或 csv 文件");
        var text = Encoding.ASCII.GetString(start).TrimStart('?', '\uFEFF', ' ', '\r', '\n', '\t');
        Refusal.When(text.Contains("schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) || text.Contains("Excel.Sheet", StringComparison.Ordinal),
            $"这是 XML 表格（2003 格式），请用 Excel 或 WPS 打开后另存为 xlsx，再导入");
        Refusal.When(text.StartsWith('<'), $"这是网页或 XML 存成的表格，请用 Excel 或 WPS 打开后另存为 xlsx，再导入");
        Refusal.When(text.StartsWith("{\\rtf", StringComparison.Ordinal), $"这是 RTF 文档，不是台账；请导入 xlsx、xls 或 csv 文件");
        Refusal.When(start.StartsWith((byte[])[0xFF, 0xD8, 0xFF]) || start.StartsWith("GIF8"u8) || start.StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47]),
            $"这是图片，不是台账；请导入 xlsx、xls 或 csv 文件");
        Refusal.When(start.StartsWith("MZ"u8) && start.Contains((byte)0), $"这是程序文件，不是台账；请导入 xlsx、xls 或 csv 文件");
        Refusal.When(start.StartsWith("Rar!"u8) || start.StartsWith((byte[])[0x37, 0x7A, 0xBC, 0xAF]) || start.StartsWith((byte[])[0x1F, 0x8B]),
            $"这是压缩包，不是 Excel 工作簿；请解压后逐个导入其中的 xlsx、xls 或 csv 文件");
    }
}
