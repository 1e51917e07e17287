using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>How one project comes on: plan against actual against time, forecasts with their basis, milestones, instalments, reports, problems, looks.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ShowPage(BridgeheadDb db, ListProjects list, ReadProgress read, ForecastProject forecast, Words words, Asker asker, UnitOfWork work, TimeProvider clock) : PageAbout<Project>(db)
{
    private const int MostPoints = 30;

    /// <summary>Everything about its progress.</summary>
    public ProjectProgress Progress { get; private set; } = null!;
    /// <summary>When it is likely to start and produce.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; private set; } = [];
    /// <summary>The days its milestones were first planned for, by name.</summary>
    public IReadOnlyDictionary<string, DateOnly> First { get; private set; } = new Dictionary<string, DateOnly>();
    /// <summary>Whether it has been signed.</summary>
    public bool IsSigned => Subject.SignedOn is not null && Subject.StageOrder >= ProgressStages.Signed;

    /// <inheritdoc />
    protected override async Task<Project?> Find() => await (await list.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Progress = await read.Run(Id, Cancel);
        Forecasts = await forecast.Run(Subject, Cancel);
        if (Progress.Plan is { Revision: > 1 })
            First = (await Db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == Id).Select(m => new { m.Name, m.Revision, m.PlannedOn }).ToListAsync(Cancel))
                .GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.MinBy(m => m.Revision)!.PlannedOn);
        return true;
    }

    /// <summary>Notes when a milestone is expected and whether it was reached.</summary>
    public async Task<IActionResult> OnPostMilestone(int place, DateOnly? forecastOn, DateOnly? actualOn, long version)
    {
        if (!asker.May(Permission.WriteProjects)) return Forbid();
        var revision = Progress.Plan?.Revision ?? 0;
        if (await Db.Set<Milestone>().FirstOrDefaultAsync(m => m.ProjectId == Id && m.Revision == revision && m.Place == place, Cancel) is not { } milestone) return NotFound();
        work.Subject = milestone.Id;
        Db.ReadAt(milestone, version);
        milestone.Note(forecastOn, actualOn, clock.Day());
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage(null, null, new { Id }, $"m{place}");
    }

    /// <summary>A day of a milestone as it stands in its form: what was typed and refused, or what is kept.</summary>
    public string Typed(string field, int place, DateOnly? kept) =>
        IsTyped(place) ? ModelState[field]?.AttemptedValue ?? "" : kept is null ? "" : ProgressText.Day(kept);

    /// <summary>Whether the form of a milestone was sent and refused.</summary>
    public bool IsTyped(int place) => ModelState["place"]?.AttemptedValue == place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Closes a problem.</summary>
    public async Task<IActionResult> OnPostSolved(Guid problem, long version)
    {
        if (!asker.May(Permission.WriteProjects)) return Forbid();
        if (await Db.Set<ReportedProblem>().FirstOrDefaultAsync(p => p.ProjectId == Id && p.Id == problem, Cancel) is not { } found) return NotFound();
        work.Subject = problem;
        Db.ReadAt(found, version);
        found.Close(clock.Day(), asker.Name);
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Plan, actual and time by month, in percent of the planned investment; the title says the finding. Null without a plan.</summary>
    public Chart? Chart
    {
        get
        {
            if (Progress.Plan is not { TotalFen: > 0 } plan) return null;
            var months = new Months(Months.Of(plan.StartsOn), Math.Max(Months.Of(plan.EndsOn), ReportDuty.LastMonth(Progress.Today))).Each().ToList();
            var step = (months.Count + MostPoints - 1) / MostPoints;
            var shown = months.Where((_, i) => (months.Count - 1 - i) % step == 0).ToList();
            var reported = Progress.Reports.Where(r => r.FiledOn is not null).ToDictionary(r => r.Month, r => r.InvestedFen);
            var paces = shown.Select(m => Pace.Of(plan, Progress.Instalments, m, reported.TryGetValue(m, out var fen) ? fen : null)!).ToList();
            var title = Progress.Pace?.Behind is not { } behind ? words["计划、实际与时间进度"]
                : behind > 0 ? words.Say($"投资慢于计划{ProgressText.Points(behind)}个百分点") : words.Say($"投资快于计划{ProgressText.Points(behind)}个百分点");
            return new Chart(title, "%", [.. shown.Select(Months.Text)],
                [
                    new(words["计划"], [.. paces.Select(p => (decimal?)Math.Round(p.Planned, 2))], "line"), new(words["实际（月报）"], [.. paces.Select(p => p.Actual is { } a ? Math.Round(a, 2) : (decimal?)null)], "line"),
                    new(words["时间"], [.. paces.Select(p => (decimal?)Math.Round(p.Time, 2))], "line", true),
                ]) { NamesAre = "月份", Source = words.Say($"占计划总投资{ProgressText.Wan(plan.TotalFen)}万元的百分比；部门调度数据") };
        }
    }
}
