namespace Bridgehead.Features.Duplicates;

/// <summary>What two records have in common.</summary>
[Flags]
public enum MatchReasons
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>The name, as it is compared.</summary>
    [Label("名称相同")] Name = 1,
    /// <summary>The national project code.</summary>
    [Label("同一项目代码")] NationalCode = 2,
    /// <summary>The unified social credit code: of the enterprise, or of the investor in the register.</summary>
    [Label("同一统一社会信用代码")] CreditCode = 4,
    /// <summary>Names alike from the threshold on.</summary>
    [Label("名称相近")] Similar = 8,
    /// <summary>The investor.</summary>
    [Label("同一投资方")] Investor = 16,
    /// <summary>The industry.</summary>
    [Label("同一行业")] Industry = 32,
    /// <summary>The amount, within the threshold.</summary>
    [Label("金额相近")] Amount = 64,
    /// <summary>A telephone number.</summary>
    [Label("同一电话")] Phone = 128,
    /// <summary>The address.</summary>
    [Label("地址重合")] Address = 256,
    /// <summary>Names that are written differently and sound alike.</summary>
    [Label("名称同音")] Homophone = 512,
    /// <summary>The legal representative.</summary>
    [Label("同一法定代表人")] Representative = 1024,
}

/// <summary>Says what two records have in common.</summary>
public static class MatchReasonsText
{
    /// <summary>In Chinese, one after the other: "名称相近、同一投资方".</summary>
    public static string Text(this MatchReasons reasons) =>
        string.Join('、', Enum.GetValues<MatchReasons>().Where(r => r != MatchReasons.None && reasons.HasFlag(r)).Select(r => LabelAttribute.Of(r)));
}
