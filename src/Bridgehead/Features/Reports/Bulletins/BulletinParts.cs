namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The five parts of the monthly bulletin (domain rule 12.2). What is not there is left out and the others move up.</summary>
public static class BulletinParts
{
    /// <summary>The place of the ranking.</summary>
    public const int Ranking = 2;

    private static readonly string[] Headings = ["目标任务进展", "各县（市）区和园区进展", "排名情况", "存在问题", "工作要求"];

    /// <summary>The parts in order, numbered without gaps.</summary>
    /// <param name="blocks">What stands at a place, from 0.</param>
    public static IReadOnlyList<Part> Of(Func<int, IReadOnlyList<Block>> blocks)
    {
        var parts = new List<Part>();
        for (var slot = 0; slot < Headings.Length; slot++)
            if (blocks(slot) is { Count: > 0 } there) parts.Add(new Part((ReportPart)slot, there) { Heading = Headings[slot], Number = parts.Count + 1 });
        return parts;
    }
}
