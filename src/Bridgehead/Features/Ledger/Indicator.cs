namespace Bridgehead.Features.Ledger;

/// <summary>
/// One version of the definition of a statistical measure. Names and scopes change; a change of scope is a new version with a
/// series of its own, and the old one is kept (domain rule 4.1).
/// </summary>
public sealed class Indicator : IVersioned, IAudited
{
    private Indicator() { }

    /// <summary>Defines an indicator, or the next version of one.</summary>
    /// <param name="code">Lower-case letters, digits and hyphens; the same for all versions.</param>
    /// <param name="scopeVersion">1 for the first definition, then rising.</param>
    /// <param name="name">The Chinese name.</param>
    /// <param name="measure">What it counts.</param>
    /// <param name="aggregation">How months come together.</param>
    /// <param name="display">The unit it is shown in: 个, 万元, 亿元, 万美元.</param>
    /// <param name="order">Its place in lists.</param>
    public Indicator(string code, int scopeVersion, string name, Measure measure, Aggregation aggregation, string display, int order)
    {
        Refusal.Unless(code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            $"指标代码只能用小写字母、数字和连字符，最多40位", nameof(Code));
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Length > 80, $"请填写指标名称，最多80个字", nameof(Name));
        Refusal.Unless(UnitOfMeasure.Fits(display, measure), $"计量单位“{display}”与指标的计量方式不符", nameof(Display));
        (Id, Code, ScopeVersion, Name) = (Guid.CreateVersion7(), code, scopeVersion, name.Trim());
        (Measure, Aggregation, Display, Order) = (measure, aggregation, display, order);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its code.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Which version of the definition.</summary>
    public int ScopeVersion { get; private set; }
    /// <summary>The Chinese name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The English name.</summary>
    public string EnglishName { get; private set; } = "";
    /// <summary>Other names ledgers call it by, one a line.</summary>
    public string Aliases { get; private set; } = "";
    /// <summary>口径: what it includes and leaves out.</summary>
    public string Scope { get; private set; } = "";
    /// <summary>The office whose measure it is.</summary>
    public string Authority { get; private set; } = "";
    /// <summary>What it counts.</summary>
    public Measure Measure { get; private set; }
    /// <summary>How months come together.</summary>
    public Aggregation Aggregation { get; private set; }
    /// <summary>The unit it is shown in.</summary>
    public string Display { get; private set; } = "";
    /// <summary>Its place in lists.</summary>
    public int Order { get; private set; }
    /// <summary>The first day the definition holds; null from ever.</summary>
    public DateOnly? ValidFrom { get; private set; }
    /// <summary>The last day the definition holds; null without end.</summary>
    public DateOnly? ValidTo { get; private set; }
    /// <summary>The code of the indicator whose entries it takes; null for one entered by itself.</summary>
    public string? BaseCode { get; private set; }
    /// <summary>Only entries of projects of at least this agreed investment, in fen; the bound itself is in (domain rule 4.9).</summary>
    public long? AmountFromFen { get; private set; }
    /// <summary>Only entries of projects below this agreed investment, in fen; the bound itself is out.</summary>
    public long? AmountBelowFen { get; private set; }
    /// <summary>Only these origins, keys parted by commas; all when empty.</summary>
    public string Origins { get; private set; } = "";
    /// <summary>Only these branches, keys parted by commas; all when empty.</summary>
    public string Branches { get; private set; } = "";
    /// <summary>Only this field of business, in the version in force on the day of business.</summary>
    public string? FieldCode { get; private set; }
    /// <summary>Which way is better.</summary>
    public Direction Direction { get; private set; }
    /// <summary>可比口径: the series growth is computed on, as code or code@version; null for its own (domain rule 4.2, utilised foreign capital).</summary>
    public string? ComparableTo { get; private set; }
    /// <summary>The code of the indicator it follows in name; each keeps its own series.</summary>
    public string? Succeeds { get; private set; }
    /// <summary>Whether it is an official statistic; otherwise departmental management data (statistics law, articles 14 and 17).</summary>
    public bool IsOfficial { get; private set; }
    /// <summary>表号.</summary>
    public string FormNumber { get; private set; } = "";
    /// <summary>制定机关.</summary>
    public string FormBody { get; private set; } = "";
    /// <summary>批准文号.</summary>
    public string FormApproval { get; private set; } = "";
    /// <summary>有效期至.</summary>
    public DateOnly? FormValidTo { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Says what it includes, whose it is and what else it is called.</summary>
    public void Describe(string englishName, string scope, string authority, string aliases) =>
        (EnglishName, Scope, Authority, Aliases) = (englishName.Trim(), scope.Trim(), authority.Trim(), aliases.Trim());

    /// <summary>Says from when to when the definition holds.</summary>
    public void Hold(DateOnly? from, DateOnly? to)
    {
        Refusal.When(from > to, $"指标的启用日期不能晚于停用日期", nameof(ValidTo));
        (ValidFrom, ValidTo) = (from, to);
    }

    /// <summary>Says which entries of another indicator it takes.</summary>
    public void Derive(string from, long? amountFrom, long? amountBelow, IEnumerable<string> origins, IEnumerable<string> branches, string? field)
    {
        Refusal.When(amountFrom >= amountBelow, $"投资额下限应小于上限", "Input.AmountBelowWan");
        var (o, b) = (origins.Where(k => k.Length > 0).Distinct().ToList(), branches.Where(k => k.Length > 0).Distinct().ToList());
        Refusal.Unless(o.TrueForAll(k => Known(Dimension.Origin, k)), $"资金来源不可用，请从列表中选择", "Input.Origins");
        Refusal.Unless(b.TrueForAll(k => Known(Dimension.Industry, k)), $"产业不可用，请从列表中选择", "Input.Branches");
        (BaseCode, AmountFromFen, AmountBelowFen, Origins, Branches, FieldCode) = (from, amountFrom, amountBelow, string.Join(',', o), string.Join(',', b), field);
    }

    /// <summary>Says which way is better and which other series it is compared with.</summary>
    public void Compare(Direction direction, string? comparableTo, string? succeeds) => (Direction, ComparableTo, Succeeds) = (direction, comparableTo, succeeds);

    /// <summary>Says by which approved form it is collected, and whether it is an official statistic.</summary>
    public void Form(bool official, string? number, string? body, string? approval, DateOnly? validTo) =>
        (IsOfficial, FormNumber, FormBody, FormApproval, FormValidTo) = (official, number?.Trim() ?? "", body?.Trim() ?? "", approval?.Trim() ?? "", validTo);

    /// <summary>Whether an entry of the indicator it is derived from belongs to it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="field">The field of business in force on the entry's day; null where it asks for none, or there is none.</param>
    public bool Admits(LedgerEntry entry, IndustryField? field) =>
        (Origins.Length == 0 || Keys(Origins).Contains(entry.Origin ?? "")) && (Branches.Length == 0 || Keys(Branches).Contains(entry.Industry ?? ""))
        && (AmountFromFen is null || entry.ProjectFen >= AmountFromFen) && (AmountBelowFen is null || entry.ProjectFen < AmountBelowFen) && AdmitsSector(entry.Sector, field);

    /// <summary>Whether an industry belongs to its field of business.</summary>
    public bool AdmitsSector(string? sector, IndustryField? field) => FieldCode is null || field?.Covers(sector) == true;

    /// <summary>The keys of a list.</summary>
    public static IReadOnlyList<string> Keys(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool Known(Dimension side, string key) => Groups.All.Any(g => g.Dimension == side && g.Key == key && !Groups.Sums.ContainsKey(key));

    /// <summary>Whether its first day lies after the beginning of a span: what was before is in the series of an earlier version, or in none.</summary>
    public bool BeginsWithin(Months span) => ValidFrom > new DateOnly(span.From / 100, span.From % 100, 1);

    /// <summary>Whether the definition holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    /// <summary>Its name in the person's language: that of the catalogue, or its own English.</summary>
    public string NameIn(Words words) => !words.IsEnglish ? Name : words[Name] is var said && said != Name ? said : EnglishName.Length > 0 ? EnglishName : Name;

    /// <summary>Whether it goes by a name: code, name or alias.</summary>
    public bool IsCalled(string name) =>
        Code == name || Name == name || Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(name);
}
