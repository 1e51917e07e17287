using System.Text.RegularExpressions;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Finds the values of an invoice by their labels in the rows of a page.</summary>
internal static partial class InvoiceText
{
    public static void Read(IReadOnlyList<string> rows, VoucherReading into, ReadFrom from)
    {
        var page = string.Join('\n', rows);
        if (!page.Contains("发票", StringComparison.Ordinal)) return;
        if (into.Kind == DocumentKind.Other) into.Kind = KindOf(page);
        One(Number(), ReadField.Number);
        One(Code(), ReadField.Code);
        if (Date().Match(page) is { Success: true } day) into.Offer(ReadField.Date, $"{day.Groups[1].Value}-{day.Groups[2].Value}-{day.Groups[3].Value}", from);
        Two(Name(), ReadField.Buyer, ReadField.Seller);
        Two(Id(), ReadField.BuyerId, ReadField.SellerId);
        One(InWords(), ReadField.InWords);
        One(Gross(), ReadField.Gross);
        One(Original(), ReadField.Original);
        if (Totals().Match(page) is { Success: true } totals)
        {
            into.Offer(ReadField.Net, totals.Groups[1].Value, from);
            into.Offer(ReadField.Tax, totals.Groups[2].Value, from);
        }

        void One(Regex label, ReadField field)
        {
            if (label.Match(page) is { Success: true } found) into.Offer(field, found.Groups[1].Value, from);
        }

        void Two(Regex label, ReadField first, ReadField second)
        {
            var found = label.Matches(page);
            if (found.Count > 0) into.Offer(first, found[0].Groups[1].Value, from);
            if (found.Count > 1) into.Offer(second, found[1].Groups[1].Value, from);
        }
    }

    private static DocumentKind KindOf(string page) => (page.Contains("专用发票", StringComparison.Ordinal), Number().Match(page).Groups[1].Length == 20, page.Contains("电子", StringComparison.Ordinal)) switch
    {
        (true, true, _) => DocumentKind.DigitalSpecial,
        (false, true, _) => DocumentKind.DigitalOrdinary,
        (true, _, true) => DocumentKind.ElectronicSpecial,
        (false, _, true) => DocumentKind.ElectronicOrdinary,
        (true, _, _) => DocumentKind.PaperSpecial,
        _ => DocumentKind.PaperOrdinary,
    };

    [GeneratedRegex(@"发票号码\s*[:：]?\s*(\d{20}|\d{8})(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"发票代码\s*[:：]?\s*(\d{12}|\d{10})(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"开票日期\s*[:：]?\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"名\s*称\s*[:：]\s*([^\s:：]{2,100})", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"纳税人识别号\s*[:：]\s*([0-9A-Za-z]{15,20})", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"大写\s*[)）]?\s*[:：ⓧ⊗×]?\s*([负零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]{2,60})", RegexOptions.NonBacktracking)]
    private static partial Regex InWords();

    [GeneratedRegex(@"小写\s*[)）]?\s*[:：]?\s*[¥￥]?\s*(-?[¥￥]?[\d,]{1,20}\.\d{2})", RegexOptions.NonBacktracking)]
    private static partial Regex Gross();

    [GeneratedRegex(@"合\s*计\s*[¥￥]\s*(-?[\d,]{1,20}\.\d{2})\s*(?:[¥￥]\s*)?(-?[\d,]{1,20}\.\d{2}|\*{1,3}|免税)?", RegexOptions.NonBacktracking)]
    private static partial Regex Totals();

    [GeneratedRegex(@"被红冲蓝字[^\d\n]{0,30}号码\s*[:：]?\s*(\d{8,20})", RegexOptions.NonBacktracking)]
    private static partial Regex Original();
}
