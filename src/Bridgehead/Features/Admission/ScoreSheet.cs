using System.Text.Json;

namespace Bridgehead.Features.Admission;

/// <summary>An item of a score sheet.</summary>
/// <param name="Name">What is judged, up to 40 characters, unique in the sheet.</param>
/// <param name="Weight">The most points it brings, 1 to 100.</param>
/// <param name="Criteria">For what how many points are given.</param>
public sealed record ScoreItem(string Name, int Weight, string Criteria);

/// <summary>
/// A version of the admission score sheet: what is judged with how many points, what rules a project out however many it has, and what it takes to pass.
/// A version never changes; another one is added, and each review keeps the one it was scored by.
/// </summary>
public sealed class ScoreSheet : IVersioned, IAudited
{
    /// <summary>What all items come to together.</summary>
    public const int Whole = 100;

    private ScoreSheet() { }

    /// <summary>Writes a version. Refused unless the items come to 100 points.</summary>
    /// <param name="number">Which version, from 1.</param>
    /// <param name="items">The items.</param>
    /// <param name="vetoes">What rules a project out.</param>
    /// <param name="passMark">The points it takes to pass, 1 to 100.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="on">When (UTC).</param>
    public ScoreSheet(int number, IReadOnlyList<ScoreItem> items, IReadOnlyList<string> vetoes, int passMark, string by, DateTime on)
    {
        Refusal.When(items.Count is 0 or > 30 || vetoes.Count > 30, $"评分表应有1至30个项目，一票否决情形最多30条", nameof(Items));
        Refusal.When(items.Any(i => string.IsNullOrWhiteSpace(i.Name) || i.Name.Length > 40 || i.Criteria.Length > 300), $"请填写项目名称，最多40个字；评分标准最多300个字", nameof(Items));
        Refusal.When(items.Any(i => (i.Name + i.Criteria).Any(char.IsControl)), $"评分项目和标准不能含有控制字符", nameof(Items));
        Refusal.When(items.Any(i => i.Weight is < 1 or > Whole), $"每项分值应在1到100之间", nameof(Items));
        Refusal.Unless(items.Select(i => i.Name).Distinct().Count() == items.Count, $"评分项目的名称不能重复", nameof(Items));
        Refusal.Unless(items.Sum(i => i.Weight) == Whole, $"各项分值合计为{items.Sum(i => i.Weight)}分，应为100分", nameof(Items));
        Refusal.When(vetoes.Any(v => v.Length > 100), $"每条一票否决情形最多100个字", nameof(Vetoes));
        Refusal.Unless(passMark is >= 1 and <= Whole, $"及格线应在1到100分之间", nameof(PassMark));
        (Id, Number, PassMark, By, At) = (Guid.CreateVersion7(), number, passMark, by, on);
        ItemsJson = JsonSerializer.Serialize(items, Json);
        VetoesJson = JsonSerializer.Serialize(vetoes, Json);
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which version, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>The items as stored.</summary>
    public string ItemsJson { get; private set; } = "[]";
    /// <summary>The vetoes as stored.</summary>
    public string VetoesJson { get; private set; } = "[]";
    /// <summary>The points it takes to pass.</summary>
    public int PassMark { get; private set; }
    /// <summary>Who wrote it.</summary>
    public string By { get; private set; } = "";
    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The items, in their order.</summary>
    public IReadOnlyList<ScoreItem> Items => JsonSerializer.Deserialize<List<ScoreItem>>(ItemsJson, Json)!;

    /// <summary>What rules a project out, in its order.</summary>
    public IReadOnlyList<string> Vetoes => JsonSerializer.Deserialize<List<string>>(VetoesJson, Json)!;
}
