namespace Bridgehead.Features.Ledger;

/// <summary>
/// One version of a field of business (领域) a city follows across the branches: high technology, cultural and creative industries, modern services, "5+1".
/// It is a list of codes of GB/T 4754; fields may overlap. A change is a new version with its first day.
/// </summary>
public sealed class IndustryField : IVersioned, IAudited
{
    private IndustryField() { }

    /// <summary>Defines a field, or its next version. Refused for a code that is none and for one without any industry.</summary>
    public IndustryField(string code, int number, string name, string english, string codes, string source, DateOnly? from)
    {
        Refusal.Unless(code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), $"领域代码只能用小写字母、数字和连字符，最多40位", "Input.Code");
        var listed = codes.Split([' ', '\n', '\r', '\t', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        Refusal.When(listed.Count == 0, $"请填写行业代码，如C39、I65", "Input.Codes");
        var unknown = listed.Find(c => Industry.Find(c) is null);
        Refusal.Unless(unknown is null, $"行业代码“{unknown}”不在GB/T 4754中", "Input.Codes");
        (Id, Code, Number, Name, EnglishName) = (Guid.CreateVersion7(), code, number, name.Trim(), english.Trim());
        (Codes, Source, ValidFrom) = (string.Join(' ', listed), source.Trim(), from);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its code, the same for all versions.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Which version, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>The Chinese name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The English name.</summary>
    public string EnglishName { get; private set; } = "";
    /// <summary>The codes of GB/T 4754 it covers, each with everything below, parted by blanks.</summary>
    public string Codes { get; private set; } = "";
    /// <summary>By which document.</summary>
    public string Source { get; private set; } = "";
    /// <summary>The first day it holds; null from ever.</summary>
    public DateOnly? ValidFrom { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Its name in the person's language.</summary>
    public string NameIn(Words words) => words.IsEnglish && EnglishName.Length > 0 ? EnglishName : Name;

    /// <summary>Whether an industry belongs to it.</summary>
    public bool Covers(string? sector) => sector is not null && Industry.Find(sector) is { } industry && Codes.Split(' ').Any(c => Industry.Find(c) is { } wide && industry.IsWithin(wide));

    /// <summary>The version of each field in force on a day, in the order of their codes.</summary>
    public static IReadOnlyList<IndustryField> InForce(IEnumerable<IndustryField> all, DateOnly day) =>
        [.. all.Where(f => f.ValidFrom is null || f.ValidFrom <= day).GroupBy(f => f.Code).Select(g => g.MaxBy(f => f.Number)!).OrderBy(f => f.Code, StringComparer.Ordinal)];
}
