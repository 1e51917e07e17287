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

    /// <summary>Whether the definition holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    /// <summary>Whether it goes by a name: code, name or alias.</summary>
    public bool IsCalled(string name) =>
        Code == name || Name == name || Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(name);
}
