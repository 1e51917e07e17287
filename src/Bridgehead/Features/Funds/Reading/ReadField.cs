namespace Bridgehead.Features.Funds.Reading;

/// <summary>What can be read from a voucher.</summary>
public enum ReadField
{
    /// <summary>发票代码: of invoices before the fully digital ones.</summary>
    [Label("发票代码")] Code,
    /// <summary>发票号码, or the number of another document.</summary>
    [Label("号码")] Number,
    /// <summary>开票日期.</summary>
    [Label("日期")] Date,
    /// <summary>购买方.</summary>
    [Label("购买方")] Buyer,
    /// <summary>购买方统一社会信用代码.</summary>
    [Label("购买方税号")] BuyerId,
    /// <summary>销售方.</summary>
    [Label("销售方")] Seller,
    /// <summary>销售方统一社会信用代码.</summary>
    [Label("销售方税号")] SellerId,
    /// <summary>金额 without tax.</summary>
    [Label("不含税金额")] Net,
    /// <summary>税额.</summary>
    [Label("税额")] Tax,
    /// <summary>价税合计.</summary>
    [Label("价税合计")] Gross,
    /// <summary>价税合计（大写）.</summary>
    [Label("大写金额")] InWords,
    /// <summary>校验码.</summary>
    [Label("校验码")] CheckCode,
    /// <summary>The invoice a red-letter one takes back.</summary>
    [Label("对应原发票")] Original,
    /// <summary>备注.</summary>
    [Label("备注")] Remark,
}

/// <summary>Where in a document a value was read, the most trusted first.</summary>
public enum ReadFrom
{
    /// <summary>The fully digital invoice's own XML.</summary>
    [Label("电子发票XML")] Xml,
    /// <summary>The original invoice attached to an OFD.</summary>
    [Label("OFD内的原始发票")] Attachment,
    /// <summary>Text of the page that a tag names.</summary>
    [Label("OFD页面标注的文字")] PageTag,
    /// <summary>The data of the OFD document; its total is the net amount.</summary>
    [Label("OFD文档信息")] DocumentData,
    /// <summary>Text found by its label on the page.</summary>
    [Label("页面文字")] PageText,
    /// <summary>The two-dimensional code.</summary>
    [Label("二维码")] QrCode,
    /// <summary>Typed by a person.</summary>
    [Label("手工填写")] Person,
}

/// <summary>A value and where it stood.</summary>
public sealed record ReadValue(ReadField Field, string Text, ReadFrom From)
{
    /// <summary>Whether a text says the same; names however they are written, what is only printed for reading always.</summary>
    public bool Says(string text) => Field switch
    {
        ReadField.Remark or ReadField.InWords or ReadField.CheckCode => true,
        ReadField.Buyer or ReadField.Seller => ReadText.Name(Text) == ReadText.Name(text),
        _ => Text.Equals(text, StringComparison.OrdinalIgnoreCase),
    };
}

/// <summary>What kind of document was read.</summary>
public enum DocumentKind
{
    /// <summary>None that is read by itself: typed by a person beside its picture.</summary>
    [Label("其他单据")] Other,
    /// <summary>数电票（增值税专用发票）.</summary>
    [Label("数电专用发票")] DigitalSpecial,
    /// <summary>数电票（普通发票）.</summary>
    [Label("数电普通发票")] DigitalOrdinary,
    /// <summary>增值税电子专用发票.</summary>
    [Label("电子专用发票")] ElectronicSpecial,
    /// <summary>增值税电子普通发票.</summary>
    [Label("电子普通发票")] ElectronicOrdinary,
    /// <summary>增值税专用发票, paper.</summary>
    [Label("纸质专用发票")] PaperSpecial,
    /// <summary>增值税普通发票, paper.</summary>
    [Label("纸质普通发票")] PaperOrdinary,
}

/// <summary>One line of an invoice.</summary>
/// <param name="Name">What was sold.</param>
/// <param name="Specification">Its model.</param>
/// <param name="Measure">The unit it is counted in.</param>
/// <param name="Quantity">How many, as printed.</param>
/// <param name="Price">The price of one without tax, as printed.</param>
/// <param name="Amount">The amount without tax.</param>
/// <param name="Rate">The tax rate as printed: "13%", "免税".</param>
/// <param name="Tax">The tax; null when it is printed as stars.</param>
public sealed record InvoiceLine(string Name, string Specification, string Measure, string Quantity, string Price, Money? Amount, string Rate, Money? Tax);
