namespace Bridgehead.Features.Funds.Reading;

/// <summary>What was read from one file: each value with its place, the lines, and what the page says as text. The first place that gives a value is believed; what others say differently is kept beside it.</summary>
public sealed class VoucherReading
{
    private readonly Dictionary<ReadField, ReadValue> values = [];
    private readonly List<ReadValue> others = [];
    private readonly List<InvoiceLine> lines = [];
    private readonly List<string> text = [];

    /// <summary>What kind of document it is.</summary>
    public DocumentKind Kind { get; internal set; }

    /// <summary>The values believed, in the order of the fields.</summary>
    public IReadOnlyList<ReadValue> Values => [.. values.Values.OrderBy(v => v.Field)];

    /// <summary>What a less trusted place says differently.</summary>
    public IReadOnlyList<ReadValue> Others => others;

    /// <summary>The lines of the invoice.</summary>
    public IReadOnlyList<InvoiceLine> Lines => lines;

    /// <summary>The text of the pages, a row each.</summary>
    public IReadOnlyList<string> Text => text;

    /// <summary>The tax is printed as stars: the amount cannot be split.</summary>
    public bool TaxHidden { get; private set; }

    /// <summary>No tax is due: exempt or not levied.</summary>
    public bool Exempt => lines.Exists(l => l.Rate.Contains("免税", StringComparison.Ordinal) || l.Rate.Contains("不征税", StringComparison.Ordinal));

    /// <summary>A value as text; null when it was not found.</summary>
    public string? this[ReadField field] => values.TryGetValue(field, out var value) ? value.Text : null;

    /// <summary>Where a value stood; null when it was not found.</summary>
    public ReadFrom? From(ReadField field) => values.TryGetValue(field, out var value) ? value.From : null;

    /// <summary>The day of the document.</summary>
    public DateOnly? Date => ReadText.Day(this[ReadField.Date]);

    /// <summary>The amount without tax.</summary>
    public Money? Net => ReadText.Amount(this[ReadField.Net]);

    /// <summary>The tax; null when it is not known.</summary>
    public Money? Tax => ReadText.Amount(this[ReadField.Tax]);

    /// <summary>The amount with tax.</summary>
    public Money? Gross => ReadText.Amount(this[ReadField.Gross]);

    /// <summary>Whether it takes another invoice back: a negative total, or words that say so.</summary>
    public bool IsRedLetter => Gross < Money.Zero || Net < Money.Zero || this[ReadField.Original] is not null
        || this[ReadField.Remark] is { } remark && (remark.Contains("红字", StringComparison.Ordinal) || remark.Contains("红冲", StringComparison.Ordinal));

    /// <summary>Whether it says that it is void.</summary>
    public bool IsVoid => this[ReadField.Remark]?.Contains("作废", StringComparison.Ordinal) == true || text.Exists(row => row.Trim() is "作废" or "作 废");

    /// <summary>Offers a value found at a place; blank ones and currency signs alone are nothing.</summary>
    internal void Offer(ReadField field, string? found, ReadFrom from)
    {
        var clean = ReadText.Clean(found);
        if (field is ReadField.Net or ReadField.Tax or ReadField.Gross)
        {
            if (field == ReadField.Tax && clean.Trim('*') == "" && clean.Length > 0) TaxHidden = true;
            if (ReadText.Amount(clean) is not { } amount) return;
            clean = ReadText.Plain(amount);
        }
        else if (field == ReadField.Date)
        {
            if (ReadText.Day(clean) is not { } day) return;
            clean = ReadText.Plain(day);
        }
        else if (field is ReadField.Code or ReadField.Number or ReadField.CheckCode or ReadField.BuyerId or ReadField.SellerId)
        {
            clean = clean.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        }
        if (clean.Length is 0 or > 1000) return;
        if (!values.TryGetValue(field, out var believed)) values.Add(field, new ReadValue(field, clean, from));
        else if (believed.Text != clean && field is not (ReadField.Remark or ReadField.InWords or ReadField.CheckCode)) others.Add(new ReadValue(field, clean, from));
    }

    /// <summary>Adds a line; at most as many as an invoice with a list has.</summary>
    internal void Add(InvoiceLine line)
    {
        Refusal.When(lines.Count >= 4000, $"发票明细超过4000行，不予读取", "File");
        lines.Add(line);
    }

    /// <summary>Adds a row of the page's text.</summary>
    internal void AddText(string row)
    {
        if (text.Count < 2000 && row.Length > 0) text.Add(row.Length <= 400 ? row : row[..400]);
    }
}
