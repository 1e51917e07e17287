namespace Bridgehead.Features.Ledger;

/// <summary>The groups figures are broken down into: their keys, their names, and the names published ledgers call them by.</summary>
public static class Groups
{
    /// <summary>One group of a side.</summary>
    /// <param name="Dimension">The side.</param>
    /// <param name="Key">How it is stored.</param>
    /// <param name="Name">How it is called.</param>
    /// <param name="Synonyms">What else it is called.</param>
    public sealed record Group(Dimension Dimension, string Key, string Name, params string[] Synonyms);

    /// <summary>Every group there is, in the order they are shown. The bands are half-open, from the lower bound (domain rule 4.9).</summary>
    public static IReadOnlyList<Group> All { get; } =
    [
        new(Dimension.Origin, "Abroad", "国（境）外", "境外", "国外", "国境外", "外资"),
        new(Dimension.Origin, "OtherProvince", "国内省外", "省外", "省外国内", "省外境内"),
        new(Dimension.Origin, "OtherCity", "市外省内", "省内市外"),
        new(Dimension.Origin, "CountyToCounty", "市内县际", "县际", "市内县区间", "县区间", "市内"),
        new(Dimension.Origin, "OutOfCity", "市外", "市外合计"),
        new(Dimension.Industry, "Primary", "一产", "农业", "第一产业", "农林牧渔业"),
        new(Dimension.Industry, "Secondary", "二产", "工业", "第二产业"),
        new(Dimension.Industry, "Tertiary", "三产", "服务业", "第三产业"),
        new(Dimension.Band, "0-1", "1亿元以下", "亿元以下"),
        new(Dimension.Band, "1-5", "1亿—5亿元", "1-5亿元", "1亿-5亿元"),
        new(Dimension.Band, "5-10", "5亿—10亿元", "5-10亿元", "5亿-10亿元"),
        new(Dimension.Band, "10-100", "10亿—100亿元", "10-100亿元", "10亿-100亿元"),
        new(Dimension.Band, "100-", "100亿元以上", "百亿以上", "百亿元以上"),
        new(Dimension.Band, "1-", "1亿元以上", "亿元以上"),
        new(Dimension.Band, "5-", "5亿元以上"),
        new(Dimension.Band, "10-", "10亿元以上", "十亿元以上"),
        new(Dimension.Tier, nameof(EvidenceTier.Declared), "申报"),
        new(Dimension.Tier, nameof(EvidenceTier.Documented), "有凭据"),
        new(Dimension.Tier, nameof(EvidenceTier.CrossChecked), "互核"),
        new(Dimension.Tier, nameof(EvidenceTier.Audited), "已审计"),
    ];

    /// <summary>The groups that are sums of others: the whole from a bound upwards, and everything from outside the city.</summary>
    public static IReadOnlyDictionary<string, string[]> Sums { get; } = new Dictionary<string, string[]>
    {
        ["OutOfCity"] = ["OtherProvince", "OtherCity"],
        ["1-"] = ["1-5", "5-10", "10-100", "100-"],
        ["5-"] = ["5-10", "10-100", "100-"],
        ["10-"] = ["10-100", "100-"],
    };

    /// <summary>The group that goes by a name or a key; an unknown name is a group of its own, which only statements know.</summary>
    public static (Dimension Dimension, string Key) Read(string text)
    {
        var name = text.Trim();
        if (name.Length == 0) return (Dimension.None, "");
        if (name.IndexOfAny(['=', '＝', ':']) is > 0 and var cut) name = name[(cut + 1)..].Trim();
        return All.FirstOrDefault(g => g.Key == name || g.Name == name || g.Synonyms.Contains(name)) is { } group
            ? (group.Dimension, group.Key)
            : (Dimension.Other, name.Length <= 40 ? name : name[..40]);
    }

    /// <summary>What a group is called.</summary>
    public static string Name(Dimension dimension, string key) =>
        All.FirstOrDefault(g => g.Dimension == dimension && g.Key == key)?.Name ?? key;

    /// <summary>The band an amount falls in.</summary>
    public static string BandOf(Money amount) => amount.Fen switch
    {
        < 10_000_000_000 => "0-1",
        < 50_000_000_000 => "1-5",
        < 100_000_000_000 => "5-10",
        < 1_000_000_000_000 => "10-100",
        _ => "100-",
    };
}
