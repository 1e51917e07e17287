using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Demo;

/// <summary>The way an invented project took from stage to stage: the days it is known by, and days between them that lie evenly.</summary>
internal static class DemoPath
{
    private static readonly string[] Clerks = ["周敏", "罗小雨", "吴凡", "赵蕾"];

    /// <summary>The first day at each stage up to the one it reached.</summary>
    public static IReadOnlyList<(int Stage, DateOnly Since)> Of(int reached, DateOnly opened, DateOnly? signed, DateOnly? started, DateOnly? produced, DateOnly last)
    {
        var known = new List<(int Stage, DateOnly Day)> { (0, opened) };
        foreach (var (stage, day) in new[] { (4, signed), (7, started), (10, produced) })
            if (day is { } on && stage <= reached) known.Add((stage, on));
        if (known[^1].Stage < reached) known.Add((reached, Earlier(known[^1].Day.AddDays((reached - known[^1].Stage) * 30), Later(known[^1].Day, last))));
        var days = new List<(int, DateOnly)> { known[0] };
        for (var i = 1; i < known.Count; i++)
        {
            var ((from, since), (to, until)) = (known[i - 1], known[i]);
            for (var stage = from + 1; stage <= to; stage++) days.Add((stage, since.AddDays((until.DayNumber - since.DayNumber) * (stage - from) / (to - from))));
        }
        return days;
    }

    /// <summary>The moves along the way; past the detailed projects only those that figures are told from.</summary>
    public static IEnumerable<ProjectStep> Steps(Project project, long n, IReadOnlyList<(int Stage, DateOnly Since)> way, StageSet set)
    {
        var all = n < DemoChapter.Detailed;
        var kept = way.Where(w => w.Stage == 0 || (set.Rule(w.Stage) is not null && (all || w.Stage is 4 or 7 or 10 || w.Stage == way[^1].Stage))).ToList();
        for (var i = 1; i < kept.Count; i++)
        {
            var approved = set.Rule(kept[i].Stage)!.Approver switch { Approver.None => null, Approver.Bureau => "何立群", _ => n % 3 == 0 ? "何立群" : "唐建国" };
            yield return new ProjectStep(project.Id, kept[i - 1].Stage, kept[i].Stage, kept[i].Since, null, Clerks[n % Clerks.Length], null).Judged(null, approved, null);
        }
    }

    /// <summary>What became of those that came to nothing: stopped, ended, taken off the books.</summary>
    public static (string Stage, string Reason)? Aside(long n, int reached, DateOnly since, DateOnly today)
    {
        var days = today.DayNumber - since.DayNumber;
        return reached switch
        {
            < 4 when days > 240 => n % 4 == 0 ? null : n % 4 == 1 ? ("removed", "半年以上无进展，移出项目库") : ("untracked", "投资方调整布局，不再跟踪"),
            >= 4 and <= 6 when days > 330 => (n % 5) switch { 0 or 1 => ("terminated", "投资方资金未落实，双方协商解约"), 2 => ("suspended", "等待能耗指标落实，经会商暂缓"), _ => null },
            _ => null,
        };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
