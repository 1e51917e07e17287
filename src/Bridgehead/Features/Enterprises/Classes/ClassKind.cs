namespace Bridgehead.Features.Enterprises;

/// <summary>A class enterprises are counted by: a list they stand on or a title they were given (domain.md 4.10). The kinds are data.</summary>
public sealed class ClassKind : IVersioned, IAudited
{
    private ClassKind() { }

    /// <summary>Adds a kind.</summary>
    /// <param name="code">Its code, never changed.</param>
    /// <param name="order">Its place among the kinds.</param>
    public ClassKind(string code, int order) => (Id, Code, Order) = (Guid.CreateVersion7(), code, order);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its code: "little-giant".</summary>
    public string Code { get; private set; } = "";
    /// <summary>Its name: "专精特新“小巨人”".</summary>
    public string Name { get; private set; } = "";
    /// <summary>Its English name.</summary>
    public string EnglishName { get; private set; } = "";
    /// <summary>Who usually publishes the list or gives the title.</summary>
    public string IssuedBy { get; private set; } = "";
    /// <summary>For how many months it holds from the first day; null: until it is ended.</summary>
    public int? ValidMonths { get; private set; }
    /// <summary>From which share in percent a subsidiary counts as well; null: only the enterprise itself. A controlled subsidiary counts always.</summary>
    public int? ParentShare { get; private set; }
    /// <summary>Whether it says that the enterprise is state-owned.</summary>
    public bool IsStateOwned { get; private set; }
    /// <summary>Its place among the kinds.</summary>
    public int Order { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>States everything anew but the code.</summary>
    public void Describe(string name, string english, string issuedBy, int? validMonths, int? parentShare, bool isStateOwned)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 40, $"请填写资质名称，最多40个字", nameof(Name));
        Refusal.When(validMonths is < 1 or > 600, $"有效月数应在1到600之间；长期有效时留空", nameof(ValidMonths));
        Refusal.When(parentShare is < 1 or > 100, $"母公司持股比例应在1到100之间；子公司不计入时留空", nameof(ParentShare));
        (Name, EnglishName, IssuedBy) = (name.Trim(), english, issuedBy);
        (ValidMonths, ParentShare, IsStateOwned) = (validMonths, parentShare, isStateOwned);
    }

    /// <summary>Its name in the language of the person.</summary>
    public string NameIn(Words words) => words.IsEnglish && EnglishName.Length > 0 ? EnglishName : Name;
}
