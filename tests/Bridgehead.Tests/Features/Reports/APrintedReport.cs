using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>The document as another program prints it: LibreOffice lays it out, poppler reads the page.</summary>
[Trait("speed", "slow")]
public sealed class APrintedReport : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridgehead-report-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Fills_an_A4_page_with_22_lines_of_28_characters()
    {
        var long_line = string.Concat(Enumerable.Repeat("招商引资工作情况报告", 70));
        var facts = Facts.Panzhihua with { Indicators = [], Notes = [new ReportNote(ReportPart.Measures, null, long_line)] };
        var pdf = await Print(new WordDocument().Write(new ComposeWorkReport().Run(facts)));

        var about = await Run("pdfinfo", pdf);
        Assert.Matches(@"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)", about);
        Assert.Matches(@"Pages:\s+2\b", about);

        var words = Regex.Matches(await Run("pdftotext", "-bbox", pdf, "-"), "xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]+)<")
            .Select(word => (Top: Number(word, 2), Text: word.Groups[5].Value)).ToList();
        var full = words.Where(word => word.Text.Length > 20 && word.Text.All("招商引资工作情况报告".Contains)).ToList();
        Assert.All(full.Skip(1).SkipLast(1), line => Assert.Equal(28, line.Text.Length));
        var pitch = full.Zip(full.Skip(1), (upper, lower) => lower.Top - upper.Top).First(gap => gap > 0);
        Assert.InRange(pitch, 28.9, 29.0); // 579 twips = 28.95 pt
        Assert.Equal(22, PageOne(words));
    }

    /// <summary>A whole report of a city: the pages a reader gets, nothing set outside the type area, every face one of those named or what stands in for it here.</summary>
    [Fact]
    public async Task Keeps_within_the_type_area_on_every_page()
    {
        var pdf = await Print(new WordDocument().Write(new ComposeWorkReport().Run(Facts.City) with { Attachments = ["重点项目清单", "各单位完成情况"] }));
        var pages = int.Parse(Regex.Match(await Run("pdfinfo", pdf), @"Pages:\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(pages, 5, 9);
        var words = Regex.Matches(await Run("pdftotext", "-bbox", pdf, "-"), "xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]+)<").ToList();
        Assert.True(words.Count > 200, $"{words.Count}");
        // 28 mm = 79.4 pt from the left, 26 mm = 73.7 pt from the right of 595.3 pt, a whole character of slack for hanging punctuation
        Assert.Equal([], words.Where(word => Number(word, 1) < 79.4 - 1 || Number(word, 3) > 595.3 - 73.7 + 16.5).Select(word => word.Groups[5].Value));
        var faces = await Run("pdffonts", pdf);
        Assert.DoesNotContain("Type 3", faces, StringComparison.Ordinal);
        Assert.All(faces.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), line => Assert.Matches(@"\byes\s+yes\b", line)); // embedded, as a subset
    }

    /// <summary>Lines of text on the first page, the page number left out: the page's words down to where the tops start again.</summary>
    private static int PageOne(List<(double Top, string Text)> words)
    {
        var end = words.FindIndex(word => word.Text == "—");
        return words.Take(end).Select(word => word.Top).Distinct().Count() + 1; // the empty line below the title holds no word
    }

    private async Task<string> Print(byte[] docx)
    {
        foreach (var program in new[] { "soffice", "pdfinfo", "pdftotext", "pdffonts" })
            Assert.SkipUnless(Installed(program), $"{program} is not installed; install libreoffice-writer and poppler-utils to see the report printed");
        var file = Path.Combine(folder.FullName, "report.docx");
        await File.WriteAllBytesAsync(file, docx, TestContext.Current.CancellationToken);
        await Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file);
        return Path.ChangeExtension(file, ".pdf");
    }

    private static bool Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
