namespace Bridgehead.Features.Funds.Reading;

/// <summary>
/// What the two-dimensional code of an invoice says, separated by commas: version, kind, code, number, amount, day, check code, crc. The amount of the
/// older kinds is without tax, that of the fully digital ones with tax.
/// </summary>
internal static class QrText
{
    /// <summary>Whether a text is the code of an invoice.</summary>
    public static bool Is(string text) => text.Length is > 20 and < 300 && text.Trim().Split(',') is { Length: >= 6 and <= 12 } parts && parts[0].Trim() == "01" && KindOf(parts[1].Trim()) is not null;

    /// <summary>Reads it into a reading; a text that is none adds nothing.</summary>
    public static void Read(string text, VoucherReading into)
    {
        if (!Is(text)) return;
        var parts = text.Trim().Split(',').Select(p => p.Trim()).ToArray();
        var kind = KindOf(parts[1])!.Value;
        into.Kind = kind;
        into.Offer(ReadField.Code, parts[2], ReadFrom.QrCode);
        into.Offer(ReadField.Number, parts[3], ReadFrom.QrCode);
        into.Offer(kind is DocumentKind.DigitalSpecial or DocumentKind.DigitalOrdinary ? ReadField.Gross : ReadField.Net, parts[4], ReadFrom.QrCode);
        into.Offer(ReadField.Date, parts[5], ReadFrom.QrCode);
        if (parts.Length > 6) into.Offer(ReadField.CheckCode, parts[6], ReadFrom.QrCode);
    }

    private static DocumentKind? KindOf(string kind) => kind switch
    {
        "01" => DocumentKind.PaperSpecial,
        "04" => DocumentKind.PaperOrdinary,
        "08" => DocumentKind.ElectronicSpecial,
        "10" => DocumentKind.ElectronicOrdinary,
        "31" => DocumentKind.DigitalSpecial,
        "32" => DocumentKind.DigitalOrdinary,
        _ => null,
    };
}
