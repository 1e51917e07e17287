namespace Bridgehead.Features.Assessments;

/// <summary>What a version of a scheme says: who is compared with whom, what is judged and how.</summary>
/// <param name="Groups">The groups, ranked apart; a unit belongs to the first that has it.</param>
/// <param name="Items">The items, in order.</param>
/// <param name="Digits">The digits after the point of a published total, 0 to 4; equal totals share a place.</param>
public sealed record SchemeDefinition(IReadOnlyList<SchemeGroup> Groups, IReadOnlyList<SchemeItem> Items, int Digits)
{
    /// <summary>The full marks: the weights together, without bonus.</summary>
    public decimal Full => Items.Where(i => i.Method != ScoreMethod.Bonus).Sum(i => i.Weight);

    /// <summary>The indicators it needs.</summary>
    public IReadOnlyList<string> Codes() => [.. Items.SelectMany(i => i.Inputs).SelectMany(i => i.Codes).Distinct()];

    /// <summary>Whether it measures against annual targets, which only a span from January on has.</summary>
    public bool NeedsTargets() => Items.Any(i => i.Inputs.Any(n => n.Source == InputSource.Completion));

    internal void Check()
    {
        Refusal.Unless(Groups.Count is >= 1 and <= 20, $"考核方案应有1至20个分组", "Groups");
        Refusal.When(Groups.Any(g => string.IsNullOrWhiteSpace(g.Name) || g.Name.Length > 40 || g.Name.Any(char.IsControl)), $"请填写分组名称，最多40个字", "Groups");
        Refusal.When(Groups.Any(g => g.Kind is { } kind && !Enum.IsDefined(kind)), $"没有这种单位类别", "Groups");
        Refusal.When(Groups.Any(g => g.Kind is null && g.Units.Count == 0), $"每个分组应指定单位类别或列出单位", "Groups");
        Refusal.Unless(Items.Count is >= 1 and <= 40, $"考核方案应有1至40个项目", "Items");
        Refusal.Unless(Items.Select(i => i.Name).Distinct().Count() == Items.Count, $"考核项目的名称不能重复", "Items");
        Refusal.Unless(Digits is >= 0 and <= 4, $"总分的小数位数应在0到4之间", "Digits");
        foreach (var item in Items) item.Check();
    }
}
