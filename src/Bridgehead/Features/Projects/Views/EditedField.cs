using System.Globalization;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A field that can be changed in the table itself: it opens no gate and counts for no figure.</summary>
/// <param name="Name">The property.</param>
/// <param name="Label">What it is called, in Chinese.</param>
/// <param name="Longest">How many characters it takes.</param>
/// <param name="Read">Its value as it is typed.</param>
/// <param name="Write">The facts with another value.</param>
public sealed record EditedField(string Name, string Label, int Longest, Func<ProjectFacts, string?> Read, Func<ProjectFacts, string?, ProjectFacts> Write)
{
    /// <summary>Every such field.</summary>
    public static IReadOnlyList<EditedField> All { get; } =
    [
        new("Contact", "联系人", 80, f => f.Contact, (f, v) => f with { Contact = v }),
        new("Description", "项目简介", 4000, f => f.Description, (f, v) => f with { Description = v }),
        new("Industry", "行业", 60, f => f.Industry, (f, v) => f with { Industry = v }),
        new("Company", "项目公司", 120, f => f.Company, (f, v) => f with { Company = v }),
        new("OriginPlace", "来源地", 40, f => f.OriginPlace, (f, v) => f with { OriginPlace = v }),
        new("NationalCode", "项目代码", 40, f => f.NationalCode?.Value, (f, v) => f with { NationalCode = v is null ? null : ProjectCode.Create(v) }),
        new("LandMu", "用地（亩）", 20, f => f.Land is { } land ? Math.Round(land.Mu, 2).ToString("0.##", CultureInfo.InvariantCulture) : null, (f, v) => f with { Land = Mu(v) }),
    ];

    /// <summary>One of them; null for any other field.</summary>
    public static EditedField? Called(string? name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The facts with another value; blank for none. Refused when it is too long or cannot be understood.</summary>
    public ProjectFacts Change(ProjectFacts facts, string? typed)
    {
        var value = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        Refusal.When(value?.Length > Longest, $"“{Label}”最多{Longest}个字", "Value");
        return value == Read(facts) ? facts : Write(facts, value);
    }

    private static Land? Mu(string? text)
    {
        if (text is null) return null;
        var clean = text.Replace(",", "", StringComparison.Ordinal).TrimEnd('亩').Trim();
        Refusal.Unless(decimal.TryParse(clean, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mu), $"看不懂面积“{text}”，请填写亩数，如 120.5", "Value");
        return Land.FromMu(mu);
    }
}
