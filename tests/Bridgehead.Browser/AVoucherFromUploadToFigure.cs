using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>An electronic slip uploaded as OFD is read, submitted, accepted by the district, recognised by the city, and raises the figure that opens down to it in three clicks.</summary>
public sealed class AVoucherFromUploadToFigure(DemoCity city) : InTheBrowser(city)
{
    private const string Number = "26990000000000000018";

    [Fact]
    public async Task Counts_after_two_people_have_looked_and_opens_from_the_figure_in_three_clicks()
    {
        var today = DateTime.UtcNow.AddHours(8);
        var figures = string.Create(CultureInfo.InvariantCulture, $"/figures?unit=linlan&indicator=arrived-funds&from={today:yyyy-MM}&to={today:yyyy-MM}");
        var clerk = await SignedIn("district-clerk");
        await clerk.GotoAsync(figures);
        var before = await Hero(clerk);
        var (id, name, company) = await AProject(clerk);

        await clerk.GotoAsync($"/funds/new?project={id}");
        await MustBeAccessible(clerk);
        await clerk.SetInputFilesAsync("#Files", new FilePayload { Name = "电子回单.ofd", MimeType = "application/ofd", Buffer = Slip(company, today) });
        await clerk.SelectOptionAsync("#Kind", "CapitalSlip");
        await clerk.ClickAsync(".form-actions .btn-primary");
        await clerk.WaitForURLAsync("**/funds/vouchers/*");
        Assert.Equal("200000000", (await clerk.InputValueAsync("#Input_Net")).Replace(".00", "", StringComparison.Ordinal));
        Assert.Equal(company, await clerk.InputValueAsync("#Input_Buyer"));
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("OFD内的原始发票");
        Assert.True(await clerk.EvaluateAsync<bool>("document.querySelector('.document img').naturalWidth > 0"));
        await MustBeAccessible(clerk);
        await clerk.ClickAsync("button:has-text('提交审核')");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("待区县审核");
        var voucher = clerk.Url.Split('/')[^1].Split('?')[0];

        var district = await SignedIn("district-reviewer");
        await district.GotoAsync($"/funds/review?at={voucher}");
        await Assertions.Expect(district.Locator(".review-head")).ToContainTextAsync(Number);
        await MustBeAccessible(district);
        await district.Keyboard.PressAsync("a");
        await district.WaitForURLAsync(u => !u.Contains(voucher, StringComparison.Ordinal));

        var reviewer = await SignedIn("reviewer");
        await reviewer.GotoAsync($"/funds/review?at={voucher}");
        await reviewer.Keyboard.PressAsync("a");
        await reviewer.Keyboard.TypeAsync("何立群");
        await reviewer.Keyboard.PressAsync("Enter");
        await reviewer.WaitForURLAsync(u => !u.Contains(voucher, StringComparison.Ordinal));

        await clerk.GotoAsync(figures);
        Assert.Equal(before + 2m, await Hero(clerk));
        await clerk.GotoAsync($"/projects/{id}/money");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync(Number);
        await MustBeAccessible(clerk);
        // the figure, its entries, the evidence: three clicks
        await clerk.GotoAsync(figures);
        var entries = await clerk.Locator("table:has(caption:has-text('由以下分录合计而成')) tbody a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        foreach (var entry in entries)
        {
            await clerk.GotoAsync(entry);
            if (await clerk.Locator($"td a:has-text('{Number}')").CountAsync() == 0) continue;
            await clerk.ClickAsync($"td a:has-text('{Number}')");
            await clerk.WaitForURLAsync($"**/funds/vouchers/{voucher}");
            await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("已认定");
            return;
        }
        Assert.Fail($"no entry of {name} leads to its voucher");
    }

    [Fact]
    public async Task Is_usable_on_a_phone_and_in_English()
    {
        var page = await SignedIn("reviewer", phone: true, language: "en");
        foreach (var address in new[] { "/funds", "/funds/review", "/funds/rules", "/funds/rates" })
        {
            await page.GotoAsync(address);
            Assert.Equal(await page.EvaluateAsync<int>("document.documentElement.clientWidth"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await MustBeAccessible(page);
        }
    }

    private static async Task<decimal> Hero(IPage page) => decimal.TryParse(await page.Locator(".hero-value .num").TextContentAsync(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static async Task<(string Id, string Name, string Company)> AProject(IPage page)
    {
        await page.GotoAsync("/projects?unit=linlan&stage=building");
        var addresses = await page.Locator("tbody tr td:first-child a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            var company = (await page.Locator("dt:has-text('项目公司') + dd").TextContentAsync())!.Trim();
            if (company.Length > 3) return (address.Split('/')[^1].Split('?')[0], await page.Locator("h1").TextContentAsync() ?? "", company);
        }
        throw new InvalidOperationException("no project being built has a company");
    }

    private static byte[] Slip(string company, DateTime day)
    {
        var slip = $"""<eInvoice><InvoiceNo>{Number}</InvoiceNo><IssueDate>{day:yyyy-MM-dd}</IssueDate><Buyer><BuyerName>{company}</BuyerName></Buyer><Seller><SellerName>远方投资有限公司</SellerName></Seller><TaxExclusiveTotalAmount>200000000.00</TaxExclusiveTotalAmount><TaxInclusiveTotalAmount>200000000.00</TaxInclusiveTotalAmount></eInvoice>""";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in new[]
            {
                ("OFD.xml", """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""),
                ("Doc_0/Document.xml", """<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>"""),
                ("Doc_0/Pages/Page_0/Content.xml", $"""<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer><ofd:TextObject ID="5" Boundary="20 20 160 8" Size="5"><ofd:TextCode X="0" Y="6">银行电子回单 {Number}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"""),
                ("Doc_0/Attachs/original_invoice.xml", slip),
            })
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }
}
