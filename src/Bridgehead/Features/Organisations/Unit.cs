namespace Bridgehead.Features.Organisations;

/// <summary>What a unit of the organisation tree is.</summary>
public enum UnitKind
{
    /// <summary>市: the statistical whole.</summary>
    [Label("市")] City,
    /// <summary>市经合局: the bureau that leads the work.</summary>
    [Label("市经合局")] CityBureau,
    /// <summary>市级部门.</summary>
    [Label("市级部门")] CityDepartment,
    /// <summary>区县.</summary>
    [Label("区县")] District,
    /// <summary>园区（管委会）.</summary>
    [Label("园区（管委会）")] Park,
    /// <summary>驻外机构.</summary>
    [Label("驻外机构")] Outpost,
    /// <summary>企业.</summary>
    [Label("企业")] Enterprise,
    /// <summary>招商代理.</summary>
    [Label("招商代理")] Agent,
    /// <summary>银行.</summary>
    [Label("银行")] Bank,
    /// <summary>市领导.</summary>
    [Label("市领导")] Leaders,
    /// <summary>审计机关.</summary>
    [Label("审计机关")] Auditors,
}

/// <summary>A unit of the organisation tree. Data scope follows the tree: a unit sees itself and everything below it.</summary>
public sealed class Unit : IVersioned, IAudited, ISearchable
{
    private Unit() { }

    /// <summary>Founds a unit under a parent, or the root when there is none.</summary>
    /// <param name="code">A short code of lower-case letters, digits and hyphens, unique in the installation.</param>
    /// <param name="name">The full official name.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="parent">The unit above it.</param>
    /// <param name="order">Its place in the fixed administrative order.</param>
    public Unit(string code, string name, UnitKind kind, Unit? parent, int order)
    {
        Refusal.Unless(code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            $"单位代码只能用小写字母、数字和连字符，最多40位", nameof(Code));
        Refusal.When(string.IsNullOrWhiteSpace(name), $"请填写单位名称", nameof(Name));
        Id = Guid.CreateVersion7();
        Code = code;
        Name = name.Trim();
        Kind = kind;
        ParentId = parent?.Id;
        Path = (parent?.Path ?? "/") + code + "/";
        Order = order;
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its short code.</summary>
    public string Code { get; private set; } = "";
    /// <summary>The full official name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The name used in tables; the full name when empty.</summary>
    public string? ShortName { get; private set; }
    /// <summary>The English name.</summary>
    public string? EnglishName { get; private set; }
    /// <summary>Other names ledgers call it by, one a line.</summary>
    public string Aliases { get; private set; } = "";
    /// <summary>What it is.</summary>
    public UnitKind Kind { get; private set; }
    /// <summary>The unit above it; null for the city.</summary>
    public Guid? ParentId { get; private set; }
    /// <summary>The codes from the root to it, "/city/d1/": scope is a prefix of it.</summary>
    public string Path { get; private set; } = "";
    /// <summary>Its place in the fixed administrative order, which every list and ledger keeps.</summary>
    public int Order { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The name used in tables.</summary>
    public string Label => ShortName ?? Name;

    /// <summary>The name used in tables, in the language of the person.</summary>
    public string LabelIn(Words words) => words.IsEnglish && EnglishName is not null ? EnglishName : Label;

    /// <summary>The full name in the language of the person.</summary>
    public string NameIn(Words words) => words.IsEnglish && EnglishName is not null ? EnglishName : Name;

    /// <summary>What it governs, where one invests: a park without its committee (管理委员会, 管委会); anything else by its full name.</summary>
    public string PlaceIn(Words words)
    {
        var name = NameIn(words);
        return Kind == UnitKind.Park && new[] { "管理委员会", "管委会" }.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length) is { } committee ? name[..^committee.Length] : name;
    }

    /// <inheritdoc />
    public SearchCard Card => new("unit", Name, $"{Code} {ShortName} {Aliases} {EnglishName}", null);

    /// <summary>Whether it goes by a name: code, full or short name, or alias.</summary>
    public bool IsCalled(string name) => Code == name || Name == name || ShortName == name
        || (Aliases.Length > 0 && Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(name));

    /// <summary>Gives it its names.</summary>
    public void Call(string name, string? shortName, string? englishName, string aliases)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name), $"请填写单位名称", nameof(Name));
        (Name, ShortName, EnglishName, Aliases) = (name.Trim(), Blank(shortName), Blank(englishName), aliases.Trim());
    }

    /// <summary>Sets its place in the administrative order.</summary>
    public void Place(int order) => Order = order;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
