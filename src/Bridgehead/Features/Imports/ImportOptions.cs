namespace Bridgehead.Features.Imports;

/// <summary>By what a row is recognised as a record that is there already.</summary>
public enum MatchBy
{
    /// <summary>By code where the row has one, else by name (and unit).</summary>
    [Label("先按代码，再按名称")] Any,
    /// <summary>Credit code of an enterprise, national code of a project.</summary>
    [Label("只按代码")] Code,
    /// <summary>Our own project number.</summary>
    [Label("只按项目编号")] Number,
    /// <summary>Name; for projects with the unit.</summary>
    [Label("只按名称（项目含单位）")] Name,
}

/// <summary>What happens to a record that is there already.</summary>
public enum OnExisting
{
    /// <summary>It stays as it is.</summary>
    [Label("保留已有内容，不改动")] Keep,
    /// <summary>Only what was empty is filled in.</summary>
    [Label("只补充空缺")] Fill,
    /// <summary>What the ledger says replaces what was there; empty cells replace nothing.</summary>
    [Label("以台账为准覆盖")] Overwrite,
}

/// <summary>How a ledger is to be imported, as far as the person decides it.</summary>
/// <param name="AddMissing">Unknown units and indicators are added instead of refused.</param>
/// <param name="DefaultIsTarget">Rows without a 类别 are targets.</param>
/// <param name="Unit">The unit of projects whose row, sheet name and column say none: its code or a name it goes by.</param>
public sealed record ImportOptions(bool AddMissing = false, bool DefaultIsTarget = false, string? Unit = null)
{
    /// <summary>By what a known record is recognised.</summary>
    public MatchBy MatchBy { get; init; }

    /// <summary>What happens to a known record; null is the kind's own habit: enterprises are filled in, projects and figures kept.</summary>
    public OnExisting? OnExisting { get; init; }

    /// <summary>Days the ledger gives for the last progress and the stage are taken over; otherwise both begin today.</summary>
    public bool KeepDates { get; init; } = true;

    /// <summary>Yuan for one US dollar, as printed; amounts in dollars are converted by it. Null: they are refused.</summary>
    public string? DollarRate { get; init; }

    /// <summary>What words of this unit's ledgers mean, by field and word: a key the field understands.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>The key of a word in <see cref="Words"/>.</summary>
    public static string WordKey(string field, string word) => $"{field}|{word.Trim()}";

    /// <summary>Reads a dollar rate. Refused unless it is a number between 1 and 100.</summary>
    public static ExchangeRate? RateOf(string? text, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var rate = new ExchangeRate(CurrencyCode.Dollar, text.Trim(), on, "导入时填写");
        Refusal.Unless(rate.YuanPerUnit is >= 1 and <= 100, $"美元汇率{text}不合理，应为7.1021这样的数", nameof(DollarRate));
        return rate;
    }
}
