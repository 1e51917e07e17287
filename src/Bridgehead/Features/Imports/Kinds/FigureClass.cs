using Bridgehead.Features.Ledger;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>What a row of figures states.</summary>
internal enum FigureClassKind
{
    /// <summary>What was achieved.</summary>
    Actual,
    /// <summary>What was to be achieved.</summary>
    Target,
    /// <summary>A ratio as printed.</summary>
    Ratio,
}

/// <summary>A 类别 understood.</summary>
internal sealed record FigureClass(FigureClassKind Kind, TargetSetter SetBy, RatioKind Ratio)
{
    private static readonly Dictionary<string, FigureClass> Known = new()
    {
        ["实际"] = Actual, ["实绩"] = Actual, ["完成"] = Actual, ["实际完成"] = Actual, ["完成数"] = Actual, ["历史"] = Actual, ["上年同期"] = Actual, ["实际数"] = Actual,
        ["目标"] = Task(TargetSetter.Own), ["年度目标"] = Task(TargetSetter.Own), ["任务"] = Task(TargetSetter.Own), ["目标任务"] = Task(TargetSetter.Own), ["计划"] = Task(TargetSetter.Own), ["全年目标"] = Task(TargetSetter.Own),
        ["省定目标"] = Task(TargetSetter.Province), ["省下达目标"] = Task(TargetSetter.Province), ["省目标"] = Task(TargetSetter.Province),
        ["市定目标"] = Task(TargetSetter.City), ["市下达目标"] = Task(TargetSetter.City), ["市目标"] = Task(TargetSetter.City),
    };

    private static readonly (string Word, RatioKind Kind)[] Ratios =
        [("完成率", RatioKind.Completion), ("完成", RatioKind.Completion), ("超序时", RatioKind.Pace), ("超进度", RatioKind.Pace), ("超时间进度", RatioKind.Pace), ("序时", RatioKind.Pace), ("同比", RatioKind.YearOnYear), ("占比", RatioKind.Share), ("比重", RatioKind.Share)];

    private static FigureClass Actual => new(FigureClassKind.Actual, TargetSetter.Own, RatioKind.Completion);

    /// <summary>What a person may choose from.</summary>
    public static IReadOnlyList<WordMeaning> Offered { get; } = [.. new[] { "实际", "目标", "省定目标", "市定目标", "公布完成率", "公布超序时", "公布同比", "公布占比" }.Select(word => new WordMeaning(word, word))];

    /// <summary>Reads a 类别; null when it is unknown.</summary>
    public static FigureClass? Read(string? text, bool defaultIsTarget)
    {
        var word = (text ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (word.Length == 0) return defaultIsTarget ? Task(TargetSetter.Own) : Actual;
        if (Known.TryGetValue(word, out var known)) return known;
        if (!word.StartsWith("公布", StringComparison.Ordinal)) return null;
        var setBy = word.Contains('省', StringComparison.Ordinal) ? TargetSetter.Province : word.Contains('市', StringComparison.Ordinal) ? TargetSetter.City : TargetSetter.Own;
        foreach (var (part, kind) in Ratios)
            if (word.Contains(part, StringComparison.Ordinal)) return new FigureClass(FigureClassKind.Ratio, setBy, kind);
        return null;
    }

    private static FigureClass Task(TargetSetter setBy) => new(FigureClassKind.Target, setBy, RatioKind.Completion);
}
