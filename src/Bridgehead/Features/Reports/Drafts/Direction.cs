namespace Bridgehead.Features.Reports;

/// <summary>The words that tell which way a number goes, in pairs: where a number turns, the word before it turns with it.</summary>
internal static class Direction
{
    private static readonly (string Up, string Down)[] Pairs =
        [("增长", "下降"), ("略高于序时进度", "略低于序时进度"), ("高于序时进度", "低于序时进度"), ("超额完成", "距目标任务差"), ("增加", "减少"), ("上升", "回落"), ("提高", "降低"), ("超出目标任务", "控制在目标任务以内，低")];

    private static readonly string[] About = ["近", "逾", "约"];

    /// <summary>The text before a number, its last word turned where the number turned or its rounding did.</summary>
    public static string Turn(string before, BoundFigure was, BoundFigure now)
    {
        if (now.Value is not { } value) return before;
        if (was.Shape is { Step: > 0 } shape)
        {
            var head = Array.Find(About, word => before.EndsWith(word, StringComparison.Ordinal)) is { } said ? before[..^said.Length] : before;
            return head + AboutRule.Of((long)Math.Round(value), shape.Step).Word;
        }
        if (!was.Shape.Absolute || was.Value is not { } old || Math.Sign(old) == Math.Sign(value) || value == 0) return before;
        foreach (var (up, down) in Pairs)
        {
            var (from, to) = value > 0 ? (down, up) : (up, down);
            if (before.EndsWith(from, StringComparison.Ordinal)) return before[..^from.Length] + to;
        }
        return before;
    }
}
