using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Bridgehead.Tests.Features.Reports;

public sealed class TheWordDocument
{
    private static byte[] Docx(WorkReportFacts facts, Edition edition = Edition.Full) =>
        new WordDocument().Write(new ComposeWorkReport().Run(facts, edition));

    [Theory]
    [InlineData(Edition.Full)]
    [InlineData(Edition.Masked)]
    public void Is_valid_open_xml(Edition edition)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Docx(Facts.City, edition)), false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package)
            .Select(error => $"{error.Path?.XPath}: {error.Description}");
        Assert.Equal([], errors);
    }

    [Fact]
    public void Is_the_same_to_the_last_byte_for_the_same_facts() =>
        Assert.Equal(SHA256.HashData(Docx(Facts.City)), SHA256.HashData(Docx(Facts.City)));

    /// <summary>GB/T 9704-2012, 7.3.5: signature and date never stand on a page without text. The last text, the blank line and the signature each go with what follows.</summary>
    [Fact]
    public void Never_leaves_the_signature_alone_on_a_page()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Docx(Facts.City)), false);
        var end = package.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().TakeLast(4).ToList();
        Assert.Equal(("", "云泽市经济合作局", "2023年4月13日"), (end[1].InnerText, end[2].InnerText, end[3].InnerText));
        Assert.Equal([true, true, true, false], end.Select(p => p.ParagraphProperties?.KeepNext is not null));
        Assert.True(end[0].InnerText.Length > 10, end[0].InnerText);
    }

    [Fact]
    public void Carries_no_time_but_its_own()
    {
        using var zip = new ZipArchive(new MemoryStream(Docx(Facts.City)));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Differs_when_a_fact_differs()
    {
        var later = Facts.City with { AsOf = Facts.City.AsOf.AddDays(1) };
        Assert.NotEqual(SHA256.HashData(Docx(Facts.City)), SHA256.HashData(Docx(later)));
    }

    [Fact]
    public void Is_written_within_a_second()
    {
        var watch = Stopwatch.StartNew();
        Docx(Facts.City);
        Assert.True(watch.ElapsedMilliseconds < 1000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData(Edition.Full)]
    [InlineData(Edition.Masked)]
    public void Holds_no_number_that_is_not_bound_to_a_figure(Edition edition)
    {
        var check = new ReportChecker().Check(new MemoryStream(Docx(Facts.City with { Notes = [] }, edition)));
        Assert.Equal([], check.Loose);
        Assert.Equal([], check.Altered);
        Assert.True(check.Bound > 60, $"{check.Bound}");
    }
}
