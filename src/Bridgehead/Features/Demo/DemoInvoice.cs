using System.Globalization;
using System.Text;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Demo;

/// <summary>An invented invoice as the XML of a fully digital one; its numbers belong to no tax office's range in use.</summary>
/// <param name="Number">Its 20 digits.</param>
/// <param name="On">Its day.</param>
/// <param name="Buyer">The buyer.</param>
/// <param name="BuyerId">The buyer's code.</param>
/// <param name="Seller">The seller.</param>
/// <param name="SellerId">The seller's code.</param>
/// <param name="Item">What was sold.</param>
/// <param name="Net">Without tax.</param>
/// <param name="Rate">The tax rate in percent.</param>
internal sealed record DemoInvoice(string Number, DateOnly On, string Buyer, string BuyerId, string Seller, string SellerId, string Item, Money Net, int Rate)
{
    /// <summary>The tax.</summary>
    public Money Tax => new((long)Math.Round(Net.Fen * Rate / 100m, MidpointRounding.AwayFromZero));

    /// <summary>How much the printed total is off, for one that was copied wrongly.</summary>
    public Money Off { get; init; }

    /// <summary>The remark.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The file.</summary>
    public byte[] Xml()
    {
        var gross = Net + Tax + Off;
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EInvoice><Header>");
        Add(("EIid", Number), ("Version", "0.31"));
        text.Append("<InherentLabel><GeneralOrSpecialVAT>");
        Add(("LabelCode", "01"));
        text.Append("</GeneralOrSpecialVAT></InherentLabel></Header><EInvoiceData><SellerInformation>");
        Add(("SellerIdNum", SellerId), ("SellerName", Seller));
        text.Append("</SellerInformation><BuyerInformation>");
        Add(("BuyerIdNum", BuyerId), ("BuyerName", Buyer));
        text.Append("</BuyerInformation><BasicInformation>");
        Add(("TotalAmWithoutTax", ReadText.Plain(Net)), ("TotalTaxAm", ReadText.Plain(Tax)), ("TotalTax-includedAmount", ReadText.Plain(gross)), ("TotalTax-includedAmountInChinese", ChineseAmount.Write(Net + Tax)), ("RequestTime", ReadText.Plain(On) + " 10:08:00"));
        text.Append("</BasicInformation><IssuItemInformation>");
        Add(("ItemName", Item), ("MeaUnits", "项"), ("Quantity", "1"), ("UnPrice", ReadText.Plain(Net)), ("Amount", ReadText.Plain(Net)), ("TaxRate", (Rate / 100m).ToString("0.##", CultureInfo.InvariantCulture)), ("ComTaxAm", ReadText.Plain(Tax)));
        text.Append("</IssuItemInformation><AdditionalInformation>");
        Add(("Remark", Remark));
        text.Append("</AdditionalInformation></EInvoiceData><TaxSupervisionInfo>");
        Add(("InvoiceNumber", Number), ("IssueTime", ReadText.Plain(On)));
        return Encoding.UTF8.GetBytes(text.Append("</TaxSupervisionInfo></EInvoice>\n").ToString());

        void Add(params (string Name, string Value)[] fields)
        {
            foreach (var (name, value) in fields) text.Append(CultureInfo.InvariantCulture, $"<{name}>{System.Security.SecurityElement.Escape(value)}</{name}>");
        }
    }
}
