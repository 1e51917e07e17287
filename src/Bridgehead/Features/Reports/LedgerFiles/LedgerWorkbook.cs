using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>
/// Writes a ledger as a workbook line by line, never whole in memory: title, note and unit of measure above a frozen head, every number and day as such,
/// the total below, the sums by unit on a second sheet, set up to be printed in landscape with its head on every page. No text is ever a formula.
/// </summary>
public sealed class LedgerWorkbook
{
    private const int Head = 3;
    private const int FlushAt = 1 << 15;

    /// <summary>Writes it; the stream stays open.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="file">The ledger.</param>
    /// <param name="words">The words of the reader.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="mark">Who took it out and when, printed at the foot of every page.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many lines were written.</returns>
    public static async Task<long> Write(Stream to, LedgerFile file, Words words, LedgerPaper paper, string mark, CancellationToken cancel = default)
    {
        await using var package = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        var sums = new List<(string Unit, long Count, long Fen)>();
        long count;
        await using (var sheet = await package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(cancel))
            count = await Lines(sheet, file, words, paper, mark, sums, cancel);
        await using (var sheet = await package.CreateEntry("xl/worksheets/sheet2.xml", CompressionLevel.Fastest).OpenAsync(cancel))
            await Sums(sheet, file, words, mark, sums, cancel);
        foreach (var (name, text) in LedgerParts.Of(XlsxParts.SheetName(words["明细"]), XlsxParts.SheetName(words["分单位汇总"])))
        {
            await using var part = await package.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
            await part.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        }
        return count;
    }

    private static async Task<long> Lines(Stream sheet, LedgerFile file, Words words, LedgerPaper paper, string mark, List<(string Unit, long Count, long Fen)> sums, CancellationToken cancel)
    {
        var (xml, columns, row) = (new StringBuilder(), file.Columns, Head);
        LedgerParts.Begin(xml, [.. columns.Select(c => c.Width)], file.Title, file.Note, file.UnitLine);
        LedgerParts.Heads(xml, columns, Head);
        var totals = new decimal[columns.Count];
        await foreach (var line in file.Lines.WithCancellation(cancel))
        {
            LedgerParts.Row(xml, columns, ++row, [row - Head, .. line.Cells]);
            for (var i = 1; i < columns.Count; i++)
                if (columns[i].Adds && line.Cells[i - 1] is decimal amount) totals[i] += amount;
            var name = line.Unit.LabelIn(words);
            if (sums.Count == 0 || sums[^1].Unit != name) sums.Add((name, 0, 0));
            sums[^1] = (name, sums[^1].Count + 1, sums[^1].Fen + line.Fen);
            if (xml.Length >= FlushAt) await Flush(sheet, xml, cancel);
        }
        var lines = row - Head;
        LedgerParts.Total(xml, columns, row + 1, words.Say($"合计{lines}项"), i => columns[i].Adds ? totals[i] : null);
        LedgerParts.End(xml, columns.Count, paper == LedgerPaper.A3, mark);
        await Flush(sheet, xml, cancel);
        return lines;
    }

    private static async Task Sums(Stream sheet, LedgerFile file, Words words, string mark, List<(string Unit, long Count, long Fen)> sums, CancellationToken cancel)
    {
        LedgerColumn[] columns = [new(words["序号"], TableColumnKind.Number, 8), new(words["单位"], Width: 44), new(words["数量"], TableColumnKind.Number, 22, true), new(words["金额"], TableColumnKind.Money, 30, true)];
        var (xml, row) = (new StringBuilder(), Head);
        LedgerParts.Begin(xml, [.. columns.Select(c => c.Width)], file.Title, words["分单位汇总"], words["单位：个（笔）、万元"]);
        LedgerParts.Heads(xml, columns, Head);
        // units without a line are told as well, in their place
        var written = sums.ToDictionary(s => s.Unit);
        foreach (var unit in file.Sums.Select(s => s.Unit.LabelIn(words)).Concat(written.Keys).Distinct().ToList())
        {
            var sum = written.TryGetValue(unit, out var there) ? there : (unit, 0L, 0L);
            LedgerParts.Row(xml, columns, ++row, [row - Head, sum.Item1, sum.Item2, new Money(sum.Item3).Wan]);
        }
        LedgerParts.Total(xml, columns, row + 1, words["合计"], i => i == 2 ? sums.Sum(s => s.Count) : i == 3 ? new Money(sums.Sum(s => s.Fen)).Wan : null);
        LedgerParts.End(xml, columns.Length, false, mark);
        await Flush(sheet, xml, cancel);
    }

    private static async Task Flush(Stream sheet, StringBuilder xml, CancellationToken cancel)
    {
        foreach (var chunk in xml.GetChunks())
            await sheet.WriteAsync(Encoding.UTF8.GetBytes(chunk.ToArray()), cancel);
        xml.Clear();
    }

    /// <summary>Who takes it out, and when in the city's time.</summary>
    public static string Mark(Words words, string who, DateTime now) => words.Say($"{who} {now.AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} 导出");
}
