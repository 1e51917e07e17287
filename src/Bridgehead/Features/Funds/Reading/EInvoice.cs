using System.Xml.Linq;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Invoices that come as XML: the fully digital one (root EInvoice, 2021 on) and the one attached to OFD files since 2019 (root eInvoice).</summary>
internal static class EInvoice
{
    /// <summary>Whether an element is an invoice this folder reads.</summary>
    public static bool Is(XElement root) => root.Name.LocalName is "EInvoice" or "eInvoice";

    /// <summary>Reads it into a reading.</summary>
    public static void Read(XElement root, VoucherReading into, ReadFrom from)
    {
        if (root.Name.LocalName == "EInvoice") ReadDigital(root, into, from);
        else ReadAttached(root, into, from);
    }

    private static void ReadDigital(XElement root, VoucherReading into, ReadFrom from)
    {
        var (data, label) = (root.Child("EInvoiceData"), root.At("Header", "InherentLabel", "GeneralOrSpecialVAT", "LabelCode").Words().Trim());
        into.Kind = label == "01" ? DocumentKind.DigitalSpecial : DocumentKind.DigitalOrdinary;
        var (seller, buyer, basic) = (data.Child("SellerInformation"), data.Child("BuyerInformation"), data.Child("BasicInformation"));
        into.Offer(ReadField.Number, First(root.At("TaxSupervisionInfo", "InvoiceNumber"), root.At("Header", "EIid")), from);
        into.Offer(ReadField.Date, First(root.At("TaxSupervisionInfo", "IssueTime"), basic.Child("RequestTime")), from);
        into.Offer(ReadField.Seller, seller.Child("SellerName").Words(), from);
        into.Offer(ReadField.SellerId, seller.Child("SellerIdNum").Words(), from);
        into.Offer(ReadField.Buyer, buyer.Child("BuyerName").Words(), from);
        into.Offer(ReadField.BuyerId, buyer.Child("BuyerIdNum").Words(), from);
        into.Offer(ReadField.Net, basic.Child("TotalAmWithoutTax").Words(), from);
        into.Offer(ReadField.Tax, basic.Child("TotalTaxAm").Words(), from);
        into.Offer(ReadField.Gross, basic.Child("TotalTax-includedAmount").Words(), from);
        into.Offer(ReadField.InWords, basic.Child("TotalTax-includedAmountInChinese").Words(), from);
        into.Offer(ReadField.Original, data.At("SpecificInformation", "RedEInvoice", "OriginalInvoiceCode").Words(), from);
        into.Offer(ReadField.Remark, data.At("AdditionalInformation", "Remark").Words(), from);
        foreach (var line in data?.Elements().Where(e => e.Name.LocalName is "IssuItemInformation" or "IssueItemInformation") ?? [])
            into.Add(new InvoiceLine(Text(line, "ItemName"), Text(line, "SpecMod"), Text(line, "MeaUnits"), Text(line, "Quantity"), Text(line, "UnPrice"),
                ReadText.Amount(Text(line, "Amount")), Rate(Text(line, "TaxRate")), ReadText.Amount(Text(line, "ComTaxAm"))));
    }

    private static void ReadAttached(XElement root, VoucherReading into, ReadFrom from)
    {
        var (seller, buyer) = (root.Child("Seller"), root.Child("Buyer"));
        into.Kind = DocumentKind.ElectronicOrdinary;
        into.Offer(ReadField.Code, root.Child("InvoiceCode").Words(), from);
        into.Offer(ReadField.Number, root.Child("InvoiceNo").Words(), from);
        into.Offer(ReadField.Date, root.Child("IssueDate").Words(), from);
        into.Offer(ReadField.CheckCode, root.Child("InvoiceCheckCode").Words(), from);
        into.Offer(ReadField.Buyer, buyer.Child("BuyerName").Words(), from);
        into.Offer(ReadField.BuyerId, buyer.Child("BuyerTaxID").Words(), from);
        into.Offer(ReadField.Seller, seller.Child("SellerName").Words(), from);
        into.Offer(ReadField.SellerId, seller.Child("SellerTaxID").Words(), from);
        into.Offer(ReadField.Net, root.Child("TaxExclusiveTotalAmount").Words(), from);
        into.Offer(ReadField.Tax, root.Child("TaxTotalAmount").Words(), from);
        into.Offer(ReadField.Gross, root.Child("TaxInclusiveTotalAmount").Words(), from);
        into.Offer(ReadField.Remark, root.Child("Note").Words(), from);
        foreach (var line in root.Child("GoodsInfos")?.Elements().Where(e => e.Name.LocalName == "GoodsInfo") ?? [])
            into.Add(new InvoiceLine(Text(line, "Item"), Text(line, "Specification"), Text(line, "MeasurementDimension"), Text(line, "Quantity"), Text(line, "Price"),
                ReadText.Amount(Text(line, "Amount")), Text(line, "TaxScheme"), ReadText.Amount(Text(line, "TaxAmount"))));
        if (root.Child("GraphCode").Words() is { Length: > 0 } code) QrText.Read(code, into);
    }

    private static string First(params XElement?[] places) => places.Select(p => p.Words().Trim()).FirstOrDefault(t => t.Length > 0) ?? "";

    private static string Text(XElement line, string name)
    {
        var text = ReadText.Clean(line.Child(name).Words());
        return text.Length <= 200 ? text : text[..200];
    }

    private static string Rate(string printed) =>
        decimal.TryParse(printed, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1
            ? (rate * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%" : printed;
}
