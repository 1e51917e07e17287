using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Files monthly reports: on the form, in the sheet, through the API. One for each project and month.</summary>
public sealed class FileReport(BridgeheadDb db, GatherCoverage gather, Asker asker, TimeProvider clock)
{
    private ProgressRules? rules;

    /// <summary>What the city has settled.</summary>
    public async Task<ProgressRules> Rules(CancellationToken cancel = default) => rules ??= await db.Set<ProgressRules>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new ProgressRules();

    /// <summary>The report of a project for a month; null when there is none.</summary>
    public Task<MonthlyReport?> Find(Guid project, int month, CancellationToken cancel = default) =>
        db.Set<MonthlyReport>().FirstOrDefaultAsync(r => r.ProjectId == project && r.Month == month, cancel);

    /// <summary>The last report filed before a month: what the form begins with.</summary>
    public Task<MonthlyReport?> Before(Guid project, int month, CancellationToken cancel = default) => db.Set<MonthlyReport>().AsNoTracking()
        .Where(r => r.ProjectId == project && r.Month < month && r.FiledOn != null).OrderByDescending(r => r.Month).FirstOrDefaultAsync(cancel);

    /// <summary>Files a report, corrects it, or keeps a draft. Refused for a project that owes none, a month to come, or amounts that fall.</summary>
    /// <param name="project">Which project.</param>
    /// <param name="month">Which month, yyyymm.</param>
    /// <param name="report">The report it has for that month; null for none.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<MonthlyReport> Run(Project project, int month, MonthlyReport? report, ReportInput input, CancellationToken cancel = default)
    {
        var (today, settled) = (clock.Day(), await Rules(cancel));
        Refusal.When(project.StageOrder < ProgressStages.Signed || project.SignedOn is null, $"“{project.Name}”还没有签约，不报月报");
        Refusal.When(project.StageOrder >= ProgressStages.Side, $"“{project.Name}”已{project.Stage.Name}，不报月报");
        Refusal.When(month > Months.Of(today), $"{Months.Text(month)}还没有开始，不能报送");
        Refusal.Unless(ReportDuty.Owes(project.SignedOn, month, null), $"“{project.Name}”{project.SignedOn}才签约，不报{Months.Text(month)}月报");
        var before = await Before(project.Id, month, cancel);
        if (report is null) db.Add(report = new MonthlyReport(project.Id, project.UnitId, month, ReportDuty.DueOn(month, settled.DueDay)));
        if (input.NoChange) Same(report, before, input, today);
        else if (input.Draft) report.Keep(input.Facts(), asker.Name);
        else
        {
            report.File(input.Facts(), before, noChange: false, today, asker.Name, input.Reason);
            await Problems(project.Id, input, today, cancel);
        }
        await db.SaveChangesAsync(cancel);
        if (report.FiledOn is not null) await gather.Run(project.Id, cancel);
        return report;
    }

    // one click: the amounts of the last report stand again, and it is counted as such
    private void Same(MonthlyReport report, MonthlyReport? before, ReportInput input, DateOnly today)
    {
        Refusal.When(before is null, $"还没有报过月报，首次请逐项填写");
        report.File(ReportInput.Of(before).Facts(), before, noChange: true, today, asker.Name, input.Reason);
    }

    private async Task Problems(Guid project, ReportInput input, DateOnly today, CancellationToken cancel)
    {
        if (input.ProblemKind is { } kind && !string.IsNullOrWhiteSpace(input.ProblemText)) db.Add(new ReportedProblem(project, kind, input.ProblemText, input.ProblemNeeds, today, asker.Name));
        else Refusal.When(!string.IsNullOrWhiteSpace(input.ProblemText), $"请选择问题类型", nameof(input.ProblemKind));
        if (input.Solved.Count == 0) return;
        foreach (var problem in await db.Set<ReportedProblem>().Where(p => p.ProjectId == project && p.ClosedOn == null && input.Solved.Contains(p.Id)).ToListAsync(cancel)) problem.Close(today, asker.Name);
    }
}
