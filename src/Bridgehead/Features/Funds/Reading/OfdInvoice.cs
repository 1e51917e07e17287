using System.Text.RegularExpressions;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>An invoice in an OFD file: the attached original first, then the page texts its tags name, then the document's data, whose 合计金额 is the net amount, then the page as text.</summary>
internal static partial class OfdInvoice
{
    public static void Read(Stream file, VoucherReading into)
    {
        try
        {
            using var ofd = OfdFile.Open(file);
            Read(ofd, into);
        }
        catch (InvalidDataException)
        {
            throw OfdFile.Damaged();
        }
    }

    private static void Read(OfdFile ofd, VoucherReading into)
    {
        foreach (var invoice in ofd.Attached().Take(1)) EInvoice.Read(invoice, into, ReadFrom.Attachment);
        var pages = ofd.Pages().ToList();
        var texts = pages.SelectMany(p => OfdPage.Texts(p.Page)).ToList();
        ReadTags(ofd, texts, into);
        ReadData(ofd, into);
        foreach (var (page, template) in pages)
        {
            var rows = PageRows.Of([.. OfdPage.Runs(page), .. template is null ? [] : OfdPage.Runs(template)]);
            foreach (var row in rows) into.AddText(row);
        }
        InvoiceText.Read(into.Text, into, ReadFrom.PageText);
        Refusal.When(into.Values.Count == 0 && into.Text.Count == 0, $"OFD文件里没有可读的文字，请上传原始电子发票，或手工填写", "File");
    }

    private static void ReadTags(OfdFile ofd, List<(string Id, string Text)> texts, VoucherReading into)
    {
        var byId = texts.Where(t => t.Id.Length > 0).GroupBy(t => t.Id).ToDictionary(g => g.Key, g => g.First().Text);
        if (byId.Count == 0) return;
        foreach (var tags in ofd.Tags())
            foreach (var (name, ids) in Named(tags))
            {
                // several texts of one tag: the currency sign stands apart from the amount
                var text = string.Concat(ids.Select(id => byId.GetValueOrDefault(id)));
                if (FieldOf(name) is { } field) into.Offer(field, text, ReadFrom.PageTag);
            }
    }

    private static void ReadData(OfdFile ofd, VoucherReading into)
    {
        foreach (var (name, text) in ofd.Data)
        {
            ReadField? field = name switch
            {
                "发票代码" => ReadField.Code,
                "发票号码" or "数电票号码" or "电子发票号码" => ReadField.Number,
                "开票日期" => ReadField.Date,
                // the trap: what is called the total here is the amount without tax
                "合计金额" => ReadField.Net,
                "合计税额" => ReadField.Tax,
                "价税合计" => ReadField.Gross,
                "校验码" => ReadField.CheckCode,
                "购买方名称" => ReadField.Buyer,
                "购买方纳税人识别号" => ReadField.BuyerId,
                "销售方名称" => ReadField.Seller,
                "销售方纳税人识别号" => ReadField.SellerId,
                _ => null,
            };
            if (field is { } known) into.Offer(known, text, ReadFrom.DocumentData);
        }
        if (into.Gross is null && into.Net is { } net && into.Tax is { } tax && into.From(ReadField.Net) == ReadFrom.DocumentData) into.Offer(ReadField.Gross, ReadText.Plain(net + tax), ReadFrom.DocumentData);
    }

    /// <summary>Each innermost tag with the objects it names, read without asking for well-formed XML.</summary>
    private static IEnumerable<(string Name, List<string> Ids)> Named(string tags)
    {
        if (tags.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) yield break;
        var open = new Stack<(string Name, List<string> Ids)>();
        foreach (Match match in Tag().Matches(tags))
        {
            var (closes, name, empty) = (match.Groups[1].Length > 0, match.Groups[2].Value, match.Groups[3].Length > 0);
            if (name == "ObjectRef")
            {
                if (!closes && open.Count > 0 && match.Groups[4].Value.Trim() is { Length: > 0 and < 12 } id) open.Peek().Ids.Add(id);
            }
            else if (!closes && !empty && open.Count < 16)
            {
                open.Push((name, []));
            }
            else if (closes && open.Count > 0 && open.Pop() is { Ids.Count: > 0 } done)
            {
                yield return done;
            }
        }
    }

    private static ReadField? FieldOf(string tag) => tag switch
    {
        "InvoiceCode" => ReadField.Code,
        "InvoiceNo" or "InvoiceNumber" => ReadField.Number,
        "IssueDate" or "IssueTime" => ReadField.Date,
        "InvoiceCheckCode" => ReadField.CheckCode,
        "BuyerName" => ReadField.Buyer,
        "BuyerTaxID" or "BuyerIdNum" => ReadField.BuyerId,
        "SellerName" => ReadField.Seller,
        "SellerTaxID" or "SellerIdNum" => ReadField.SellerId,
        "TaxExclusiveTotalAmount" or "TotalAmWithoutTax" => ReadField.Net,
        "TaxTotalAmount" or "TotalTaxAm" => ReadField.Tax,
        "TaxInclusiveTotalAmount" or "TotalTax-includedAmount" => ReadField.Gross,
        "Note" or "Remark" => ReadField.Remark,
        _ => null,
    };

    [GeneratedRegex(@"<(/?)(?:[A-Za-z_][\w.]*:|:)?([A-Za-z_][\w.-]*)[^<>]*?(/?)>([^<]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
