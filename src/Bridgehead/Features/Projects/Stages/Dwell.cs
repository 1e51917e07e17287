namespace Bridgehead.Features.Projects.Stages;

/// <summary>How long a project has been at a stage in all; time in a side state does not count.</summary>
/// <param name="Days">Days.</param>
/// <param name="WorkingDays">Working days, which the limit is measured in.</param>
public sealed record Dwell(int Days, int WorkingDays)
{
    /// <summary>The time at each stage, told from the moves.</summary>
    /// <param name="project">The project.</param>
    /// <param name="steps">Its moves, in any order.</param>
    /// <param name="calendar">The days people work.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyDictionary<int, Dwell> Of(Project project, IEnumerable<ProjectStep> steps, WorkCalendar calendar, DateOnly today)
    {
        var moves = steps.OrderBy(s => s.On).ThenBy(s => s.Id).ToList();
        var spent = new Dictionary<int, Dwell>();
        var (at, since) = (moves.Count > 0 ? moves[0].From : project.StageOrder, moves.Count > 0 ? Earlier(project.OpenedOn, moves[0].On) : project.StageSince);
        foreach (var move in moves)
        {
            Spend(at, since, move.On);
            (at, since) = (move.To, move.On);
        }
        Spend(at, since, today);
        return spent;

        void Spend(int stage, DateOnly from, DateOnly to)
        {
            var before = spent.GetValueOrDefault(stage) ?? new Dwell(0, 0);
            spent[stage] = new Dwell(before.Days + Math.Max(0, to.DayNumber - from.DayNumber), before.WorkingDays + calendar.Between(from, to));
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
