using System.Linq.Expressions;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>
/// The default rules of health (domain.md 6.10, as far as there is data), the worst first. Written once and used twice: the database scores all
/// projects by them in a few statements, and one project is scored by the same rules in memory.
/// </summary>
public static class HealthRules
{
    /// <summary>After how many days without progress a project is silent.</summary>
    public const int SilentDays = 60;
    /// <summary>By how many days the start of a signed project is overdue when it is in semi-shock.</summary>
    public const int ShockDays = 180;

    private const int Signed = 4, Preparing = 6, Completed = 9, Producing = 10;
    private static (DateOnly Day, IReadOnlyList<(Health, Func<Project, bool>)> Rules) compiled;

    /// <summary>The rules on a day.</summary>
    public static IReadOnlyList<(Health Health, Expression<Func<Project, bool>> Holds)> On(DateOnly today)
    {
        var (shock, silent, quarters) = (today.AddDays(-ShockDays), today.AddDays(-SilentDays), TwoQuartersBefore(today));
        return
        [
            (Health.SemiShock, p => p.StageOrder >= Signed && p.StageOrder <= Preparing && p.DueOn != null && p.DueOn <= shock),
            (Health.Freezing, p => p.StageOrder >= Signed && p.StageOrder <= Completed && p.ArrivedOn != null && p.ArrivedOn < quarters && p.ArrivedFen < p.AmountFen),
            (Health.Silent, p => p.StageOrder < Producing && p.LastProgressOn <= silent),
            (Health.Red, p => p.RedOn != null && p.RedOn < today),
            (Health.Yellow, p => p.DueOn != null && p.DueOn < today),
        ];
    }

    /// <summary>How one project is doing.</summary>
    public static Health Of(Project project, DateOnly today)
    {
        var rules = compiled;
        if (rules.Rules is null || rules.Day != today) compiled = rules = (today, [.. On(today).Select(r => (r.Health, r.Holds.Compile()))]);
        foreach (var (health, holds) in rules.Rules)
            if (holds(project)) return health;
        return Health.Normal;
    }

    /// <summary>Every reason why a project is not well, the worst first; in sentences.</summary>
    public static IReadOnlyList<FormattableString> Reasons(Project p, DateOnly today, WorkCalendar calendar)
    {
        var reasons = new List<FormattableString>();
        foreach (var (health, holds) in On(today))
        {
            if (!holds.Compile()(p)) continue;
            switch (health)
            {
                case Health.SemiShock: reasons.Add($"已签约未开工，超过时限{today.DayNumber - p.DueOn!.Value.DayNumber}天（达到{ShockDays}天即为半休克）"); break;
                case Health.Freezing: reasons.Add($"最近一笔资金到位于{p.ArrivedOn}，此后连续两个季度没有到资，尚差{new Money(p.AmountFen - p.ArrivedFen)}"); break;
                case Health.Silent: reasons.Add($"最近一次进展在{p.LastProgressOn}，已有{today.DayNumber - p.LastProgressOn.DayNumber}天没有进展（达到{SilentDays}天即为静默）"); break;
                case Health.Yellow: reasons.Add($"在“{p.Stage.Name}”阶段的时限到{p.DueOn}为止，已超过{calendar.Between(p.DueOn!.Value, today)}个工作日"); break;
                default: break;
            }
        }
        return reasons;
    }

    /// <summary>The first day of the second whole quarter before the one a day falls in.</summary>
    public static DateOnly TwoQuartersBefore(DateOnly day) => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(-6);
}
