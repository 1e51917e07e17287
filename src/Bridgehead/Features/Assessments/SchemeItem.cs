using System.Text.Json.Serialization;

namespace Bridgehead.Features.Assessments;

/// <summary>An item of a scheme: what is judged, for how many points, by which method, from which numbers.</summary>
/// <param name="Name">What is judged, up to 60 characters.</param>
/// <param name="Method">How it becomes points.</param>
/// <param name="Weight">The points of the item; for bonus and points each the most it brings; 0 for a pure deduction and a veto.</param>
/// <param name="Cap">Ratio: the percentage counted at most (120), null for none. Deduction without a weight: the most that is taken off. Points each: how many it may bring beyond the weight, null for no more.</param>
/// <param name="Step">Tiers: the points taken off for each one short.</param>
/// <param name="EqualIsFull">Efficacy: when all are equal, everybody gets 100 % (true) or nobody a value (false).</param>
/// <param name="Inputs">The numbers, in order.</param>
public sealed record SchemeItem(string Name, ScoreMethod Method, decimal Weight, decimal? Cap, decimal? Step, bool EqualIsFull, IReadOnlyList<ItemInput> Inputs)
{
    /// <summary>Whether a number must be there before anybody is scored; counts of bonus, deduction and veto are 0 unless somebody says otherwise.</summary>
    [JsonIgnore]
    public bool NeedsEach => Method is not (ScoreMethod.Bonus or ScoreMethod.Deduction or ScoreMethod.Veto);

    /// <summary>Whether its weight is part of the full marks: neither bonus nor what is only taken off.</summary>
    [JsonIgnore]
    public bool IsOrdinary => Method != ScoreMethod.Bonus && Weight > 0;

    /// <summary>The share of a number in a ratio, in percent: as written, or all alike.</summary>
    public decimal Share(ItemInput input) => input.Parameter ?? 100m / Inputs.Count;

    /// <summary>The number of the tier a unit must have, or the points for each one.</summary>
    public static decimal Each(ItemInput input) => input.Parameter ?? 1;

    internal void Check()
    {
        Refusal.When(string.IsNullOrWhiteSpace(Name) || Name.Length > 60 || Name.Any(char.IsControl), $"请填写考核项目的名称，最多60个字", "Items");
        Refusal.Unless(Enum.IsDefined(Method), $"没有这种计分办法", "Items");
        Refusal.Unless(Weight is >= 0 and <= 1000 && Cap is null or (> 0 and <= 1000) && Step is null or (>= 0 and <= 1000), $"“{Name}”的分值、上限和每档扣分应在0到1000之间", "Items");
        Refusal.When(decimal.Round(Weight, 4) != Weight, $"“{Name}”的分值最多四位小数", "Items");
        Refusal.Unless(Inputs.Count is >= 1 and <= 12, $"“{Name}”应有1至12行计分依据", "Items");
        Refusal.When(Weight == 0 && Method is not (ScoreMethod.Deduction or ScoreMethod.Veto), $"“{Name}”的分值应大于0", "Items");
        Refusal.When(Method == ScoreMethod.Tiers && Step is null, $"“{Name}”须写明每少一个扣多少分", "Items");
        Refusal.When(Method is ScoreMethod.Efficacy or ScoreMethod.Given && Inputs.Count != 1, $"“{Name}”只能有一行计分依据", "Items");
        Refusal.When(Method is ScoreMethod.Given or ScoreMethod.Veto && Inputs.Any(i => i.Source != InputSource.Given), $"“{Name}”的计分依据只能是填报", "Items");
        Refusal.When(Method == ScoreMethod.Ratio && Inputs.Any(i => i.Source == InputSource.Figure), $"“{Name}”按完成率计分，计分依据应为完成率、比率或填报的百分数", "Items");
        Refusal.When(Method == ScoreMethod.Ratio && Inputs.Sum(Share) is < 99.9m or > 100.1m, $"“{Name}”各行所占份额合计应为100%", "Items");
    }
}
