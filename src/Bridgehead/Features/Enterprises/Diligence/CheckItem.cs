namespace Bridgehead.Features.Enterprises;

/// <summary>A point of the due-diligence checklist. The points are data.</summary>
public sealed class CheckItem : IVersioned, IAudited
{
    private CheckItem() { }

    /// <summary>Adds a point.</summary>
    /// <param name="code">Its code, never changed.</param>
    /// <param name="order">Its place in the list.</param>
    public CheckItem(string code, int order) => (Id, Code, Order) = (Guid.CreateVersion7(), code, order);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its code: "ownership".</summary>
    public string Code { get; private set; } = "";
    /// <summary>What is checked.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The same in English.</summary>
    public string EnglishName { get; private set; } = "";
    /// <summary>Where and how to look.</summary>
    public string Hint { get; private set; } = "";
    /// <summary>The same in English.</summary>
    public string EnglishHint { get; private set; } = "";
    /// <summary>For how many months a result holds.</summary>
    public int ValidMonths { get; private set; }
    /// <summary>Whether it is still asked for.</summary>
    public bool IsUsed { get; private set; } = true;
    /// <summary>Its place in the list.</summary>
    public int Order { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>States everything anew but the code.</summary>
    public void Describe(string name, string english, string hint, string englishHint, int validMonths, bool isUsed)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 60, $"请填写尽调项目，最多60个字", nameof(Name));
        Refusal.When(validMonths is < 1 or > 60, $"有效月数应在1到60之间", nameof(ValidMonths));
        (Name, EnglishName, Hint, EnglishHint, ValidMonths, IsUsed) = (name.Trim(), english, hint, englishHint, validMonths, isUsed);
    }

    /// <summary>Its name in the language of the person.</summary>
    public string NameIn(Words words) => words.IsEnglish && EnglishName.Length > 0 ? EnglishName : Name;

    /// <summary>Where and how to look, in the language of the person.</summary>
    public string HintIn(Words words) => words.IsEnglish && EnglishHint.Length > 0 ? EnglishHint : Hint;
}
