namespace Bridgehead.Features.Reports;

/// <summary>
/// Words of the report that tell which way figures went, each beside what the masked edition says instead. Whoever writes them takes them from here, so that the mask
/// knows them.
/// </summary>
internal static class Telling
{
    public const string Behind = "部分目标任务进度滞后", Fallen = "部分指标同比下降", Conversion = "签约项目转化不足", Arrival = "资金到位率偏低", Promises = "协议承诺兑现不足",
        WhyFallen = "分析同比下降的原因，围绕重点产业链补充项目储备，扭转下滑", WhyBehind = "对滞后指标逐项列出缺口清单";

    private static readonly (string Said, string Instead)[] All =
    [
        (Behind, "部分目标任务进度情况"), (Fallen, "部分指标同比情况"), (Conversion, "签约项目转化情况"), (Arrival, "资金到位情况"), (Promises, "协议承诺兑现情况"),
        (WhyFallen, "分析同比变化的原因，围绕重点产业链补充项目储备"), (WhyBehind, "对目标任务逐项列出清单"),
    ];

    /// <summary>A text without them.</summary>
    public static string Without(string text) => All.Aggregate(text, (left, one) => left.Replace(one.Said, one.Instead, StringComparison.Ordinal));
}
