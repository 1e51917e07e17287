using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>The text of a PDF's first pages, by place, and the invoice found in it. The parser runs apart, with a time limit: a document made to trap it is refused.</summary>
internal static class PdfInvoice
{
    private const int Pages = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void Read(byte[] pdf, VoucherReading into)
    {
        PdfGuard.Inspect(pdf);
        foreach (var row in Rows(pdf)) into.AddText(row);
        InvoiceText.Read(into.Text, into, ReadFrom.PageText);
        foreach (var row in into.Text.Where(QrText.Is)) QrText.Read(row, into);
    }

    private static List<string> Rows(byte[] pdf)
    {
        List<string> rows = [];
        Exception? failure = null;
        var reading = new Thread(() =>
        {
            try
            {
                rows = Extract(pdf);
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                failure = wrong;
            }
        }, 16 << 20) { IsBackground = true };
        reading.Start();
        Refusal.Unless(reading.Join(Patience), $"PDF读取超过{Patience.Seconds}秒，已停止；请上传电子发票原件，或手工填写", "File");
        Refusal.When(failure is not null, $"PDF已损坏或没有传完，请重新下载后上传", "File");
        return rows;
    }

    private static List<string> Extract(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var rows = new List<string>();
        foreach (var page in Enumerable.Range(1, Math.Min(Pages, document.NumberOfPages)).Select(document.GetPage))
            rows.AddRange(PageRows.Of([.. page.GetWords().Take(20_000).Where(w => w.Letters.Count > 0).Select(w => Run(w, page))]));
        return rows;
    }

    private static TextRun Run(Word word, Page page)
    {
        var (box, start) = (word.BoundingBox, word.Letters[0].StartBaseLine);
        return new TextRun(Mm(start.X), Mm(page.Height - start.Y), Math.Max(2m, Mm(Math.Max(word.Letters[0].PointSize, 1))), word.Text, Mm(box.Right));
    }

    private static decimal Mm(double points) => double.IsFinite(points) && Math.Abs(points) < 1e6 ? (decimal)points : 0;
}
