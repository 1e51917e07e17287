using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Progress;

/// <summary>An instalment as the API shows it; amounts in yuan.</summary>
public sealed record InstalmentView(string From, string To, decimal ArrivalYuan, decimal InvestmentYuan);

/// <summary>A milestone as the API shows it.</summary>
public sealed record MilestoneView(int Place, string Name, DateOnly PlannedOn, DateOnly? ForecastOn, DateOnly? ActualOn, int Slips, long Version);

/// <summary>A plan as the API shows it, with how the project stands against it.</summary>
public sealed record PlanView(
    Guid ProjectId, int Revision, string Template, DateOnly StartsOn, DateOnly EndsOn, DateOnly MadeOn, string Who, string? Reason, IReadOnlyList<InstalmentView> Instalments,
    IReadOnlyList<MilestoneView> Milestones, decimal? PlannedPercent, decimal? ActualPercent, decimal? TimePercent, decimal? BehindPoints, Alarm Behind, decimal? ArrivalPercent, Alarm Arrivals, long Version)
{
    /// <summary>Shows a plan.</summary>
    public static PlanView Of(ProjectProgress progress)
    {
        var (plan, pace) = (progress.Plan!, progress.Pace);
        return new(plan.Id, plan.Revision, plan.Template, plan.StartsOn, plan.EndsOn, plan.MadeOn, plan.Who, plan.Reason,
            [.. progress.Instalments.Select(i => new InstalmentView(Months.Text(i.FromMonth), Months.Text(i.ToMonth), i.ArrivalFen / 100m, i.InvestmentFen / 100m))], [.. progress.Milestones.Select(Show)],
            Round(pace?.Planned), Round(pace?.Actual), Round(pace?.Time), Round(pace?.Behind), progress.Behind, Round(progress.Money?.Percent), progress.Arrived, plan.Version);
    }

    /// <summary>Shows a milestone.</summary>
    public static MilestoneView Show(Milestone m) => new(m.Place, m.Name, m.PlannedOn, m.ForecastOn, m.ActualOn, m.Slips, m.Version);

    private static decimal? Round(decimal? value) => value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A monthly report as the API shows it; amounts in yuan, cumulative since signing.</summary>
public sealed record ReportView(
    Guid Id, Guid ProjectId, string Month, decimal InvestedYuan, decimal ArrivedYuan, int Percent, string? Physical, int? Workers, string? NextSteps, bool NoChange, DateOnly DueOn, DateOnly? FiledOn,
    bool Late, string Who, int Corrections, string? Reason, long Version)
{
    /// <summary>Shows a report.</summary>
    public static ReportView Of(MonthlyReport r) => new(r.Id, r.ProjectId, Months.Text(r.Month), r.InvestedFen / 100m, r.ArrivedFen / 100m, r.Percent, r.Physical, r.Workers, r.NextSteps, r.NoChange, r.DueOn, r.FiledOn, r.Late, r.Who, r.Corrections, r.Reason, r.Version);
}

/// <summary>A reported problem as the API shows it.</summary>
public sealed record ProblemView(Guid Id, ProblemKind ProblemKind, string ProblemText, string? ProblemNeeds, DateOnly RaisedOn, string RaisedBy, DateOnly? ClosedOn, string? ClosedBy, long Version)
{
    /// <summary>Shows a problem.</summary>
    public static ProblemView Of(ReportedProblem p) => new(p.Id, p.Kind, p.Text, p.Needs, p.RaisedOn, p.RaisedBy, p.ClosedOn, p.ClosedBy, p.Version);
}

/// <summary>A look as the API shows it.</summary>
public sealed record LookView(Guid Id, Guid ProjectId, DateOnly On, LookKind LookKind, IReadOnlyList<Side> Sides, string? Finding, string? NextStep, string Who)
{
    /// <summary>Shows a look.</summary>
    public static LookView Of(Look l) => new(l.Id, l.ProjectId, l.On, l.Kind, [.. l.Sides], l.Finding, l.NextStep, l.Who);
}

/// <summary>A forecast as the API shows it, with what it rests on.</summary>
public sealed record ForecastView(string Target, string FromStage, DateOnly FromOn, ForecastGroup Group, int Basis, int MedianDays, int LateDays, DateOnly MedianOn, DateOnly LateOn)
{
    /// <summary>Shows a forecast.</summary>
    public static ForecastView Of(Forecast f) => new(Stage.Of(f.Target).Code, Stage.Of(f.From).Code, f.FromOn, f.Group, f.Count, f.MedianDays, f.LateDays, f.MedianOn, f.LateOn);
}

/// <summary>A report that is owed, as the API shows it.</summary>
public sealed record DutyView(Guid ProjectId, string Number, string Name, Guid UnitId, string Stage, DutyState DutyState, DateOnly DueOn, DateOnly? FiledOn, bool NoChange);

/// <summary>The last look at a side as the API shows it; no day when there was none.</summary>
public sealed record SideView(Side Side, bool IsDue, DateOnly? LookedOn, LookedBy? LookedBy, string? Who);

/// <summary>A project's looks as the API shows them.</summary>
public sealed record CoverageView(Guid ProjectId, string Number, string Name, Guid UnitId, string Stage, int WaitingDays, IReadOnlyList<SideView> LastLooks)
{
    /// <summary>Shows a row.</summary>
    public static CoverageView Of(CoverageRow row, DateOnly today) => new(row.ProjectId, row.Number, row.Name, row.UnitId, Projects.Stage.Of(row.StageOrder).Code, row.Waiting(today),
        [.. Enum.GetValues<Side>().Select(s => row.Coverage?.Of(s) is { } look ? new SideView(s, Coverage.IsDue(s, row.StageOrder), look.On, look.By, look.Who) : new SideView(s, Coverage.IsDue(s, row.StageOrder), null, null, null))]);
}

/// <summary>How often something happened in a unit.</summary>
public sealed record ChangeCountView(Guid UnitId, ChangeKind ChangeKind, int Count);

/// <summary>One change as the API shows it.</summary>
public sealed record ChangeView(ChangeKind ChangeKind, DateOnly On, string Text, string? ChangedFrom, string? ChangedTo, decimal? DifferenceYuan);

/// <summary>A changed project as the API shows it.</summary>
public sealed record ChangedProjectView(Guid Id, string Number, string Name, Guid UnitId, string Stage, IReadOnlyList<ChangeView> Happened);

/// <summary>What changed since a day, as the API shows it.</summary>
public sealed record ChangesView(DateOnly Since, DateOnly Until, int ChangedProjects, IReadOnlyList<ChangeCountView> ByUnit, IReadOnlyList<ChangedProjectView> Projects)
{
    /// <summary>Shows it.</summary>
    public static ChangesView Of(ChangesSince c) => new(c.Since, c.Until, c.Whole, [.. c.Counts.Select(x => new ChangeCountView(x.Key.Unit, x.Key.Kind, x.Value))],
        [.. c.Projects.Select(p => new ChangedProjectView(p.Id, p.Number, p.Name, p.UnitId, Stage.Of(p.StageOrder).Code,
            [.. p.Changes.Select(x => new ChangeView(x.Kind, x.On, x.Said, x.From, x.To, x.Kind is ChangeKind.Amount or ChangeKind.Arrived ? x.Fen / 100m : null))]))]);
}
