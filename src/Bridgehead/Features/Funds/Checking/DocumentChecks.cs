using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds.Checking;

/// <summary>What a document says about itself, held against the document: needs nothing but the file.</summary>
public static class DocumentChecks
{
    /// <summary>A fen is what rounding of lines may lose each.</summary>
    private const long Tolerance = 1;

    /// <summary>The findings, in the order of the reasons.</summary>
    public static IReadOnlyList<CheckFinding> Of(VoucherReading r) => [.. All(r).OrderBy(f => f.Code)];

    /// <summary>The findings on what is stated about a document, whoever stated it.</summary>
    internal static IEnumerable<CheckFinding> Sums(Money? net, Money? tax, Money? gross, string? capitals)
    {
        if (net is { } n && tax is { } t && gross is { } g && Math.Abs(n.Fen + t.Fen - g.Fen) > Tolerance)
            yield return new(ReasonCode.SumDiffers, true, $"不含税金额{n}加税额{t}不等于价税合计{g}，请核对原件，更正读错的一项");
        if (capitals is { Length: > 0 } && gross is { } figure)
        {
            var read = ChineseAmount.Read(capitals);
            if (read is null) yield return new(ReasonCode.WordsDiffer, false, $"看不懂大写金额“{capitals}”，请对照原件核对");
            else if (read != figure) yield return new(ReasonCode.WordsDiffer, true, $"大写金额{read.Value}与小写{figure}不符，请提供一致的原件");
        }
    }

    /// <summary>The findings on the two parties' codes.</summary>
    internal static IEnumerable<CheckFinding> Codes(string? buyer, string? seller)
    {
        if (Wrong(buyer)) yield return new(ReasonCode.WrongCreditCode, false, $"购买方税号“{buyer}”不是有效的统一社会信用代码（GB 32100），请提供营业执照核对");
        if (Wrong(seller)) yield return new(ReasonCode.WrongCreditCode, false, $"销售方税号“{seller}”不是有效的统一社会信用代码（GB 32100），请提供营业执照核对");
    }

    /// <summary>The findings on an invoice's number, and whether its year fits the day.</summary>
    internal static IEnumerable<CheckFinding> Numbers(string? code, string? number, DateOnly? date)
    {
        if (number is null) yield break;
        var digits = number.All(char.IsAsciiDigit);
        if (digits && number.Length == 20 && string.IsNullOrEmpty(code))
        {
            if (date is { } day && int.Parse(number[..2], System.Globalization.CultureInfo.InvariantCulture) != day.Year % 100)
                yield return new(ReasonCode.WrongNumber, true, $"数电票号码“{number}”的年份与开票日期{day}不符，请核对原件");
        }
        else if (!digits || number.Length != 8 || code is not { Length: 10 or 12 } || !code.All(char.IsAsciiDigit))
        {
            yield return new(ReasonCode.WrongNumber, true, $"发票号码应为20位（数电票），或10、12位代码加8位号码；现为“{code}”“{number}”，请核对原件");
        }
    }

    private static IEnumerable<CheckFinding> All(VoucherReading r)
    {
        if (r.Kind == DocumentKind.Other) yield break;
        foreach (var finding in Sums(r.Net, r.Tax, r.Gross, r[ReadField.InWords])) yield return finding;
        foreach (var finding in Codes(r[ReadField.BuyerId], r[ReadField.SellerId])) yield return finding;
        foreach (var finding in Numbers(r[ReadField.Code], r[ReadField.Number], r.Date)) yield return finding;
        foreach (var finding in Lines(r)) yield return finding;
        if (r.TaxHidden) yield return new(ReasonCode.TaxHidden, false, $"税额印为“***”，无法拆分，按价税合计认定；请提供合同说明税率");
        else if (r.Exempt) yield return new(ReasonCode.TaxExempt, false, $"发票为免税或不征税，金额全额计入；请核对免税依据");
        if (r.IsRedLetter) yield return new(ReasonCode.RedLetter, true, $"这是红字发票，不予认定；请登记它冲销的原发票号码");
        if (r.IsVoid) yield return new(ReasonCode.Voided, true, $"发票已作废，不予认定；请提供重新开具的发票");
        foreach (var finding in Within(r.Values, r.Others)) yield return finding;
    }

    /// <summary>The finding on what one file says differently at two places; names are cut short on pages and left out.</summary>
    internal static IEnumerable<CheckFinding> Within(IReadOnlyList<ReadValue> believed, IReadOnlyList<ReadValue> others)
    {
        if (others.FirstOrDefault(o => o.Field is not (ReadField.Buyer or ReadField.Seller) && believed.Any(v => v.Field == o.Field)) is not { } other) yield break;
        var first = believed.First(v => v.Field == other.Field);
        yield return new(ReasonCode.SourcesDiffer, false, $"“{LabelAttribute.Of(other.Field)}”在文件内前后不一致：{LabelAttribute.Of(first.From)}为“{first.Text}”，{LabelAttribute.Of(other.From)}为“{other.Text}”，请核对");
    }

    private static IEnumerable<CheckFinding> Lines(VoucherReading r)
    {
        if (r.Lines.Count == 0) yield break;
        var sum = r.Lines.Sum(l => l.Amount?.Fen ?? 0);
        if (r.Net is { } net && r.Lines.All(l => l.Amount is not null) && Math.Abs(sum - net.Fen) > Tolerance)
            yield return new(ReasonCode.LinesDiffer, true, $"明细金额合计{new Money(sum)}不等于不含税金额{net}，请提供完整的发票清单");
        var tax = r.Lines.Sum(l => l.Tax?.Fen ?? 0);
        if (r.Tax is { } total && r.Lines.All(l => l.Tax is not null) && Math.Abs(tax - total.Fen) > Tolerance * r.Lines.Count)
            yield return new(ReasonCode.LinesDiffer, true, $"明细税额合计{new Money(tax)}不等于税额{total}，请提供完整的发票清单");
    }

    private static bool Wrong(string? code) => !string.IsNullOrEmpty(code) && !CreditCode.TryRead(code, out _);
}
