using System.Globalization;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Makes the plan of a signed project, or its next revision; the revision before keeps its instalments and milestones.</summary>
public sealed class MakePlan(BridgeheadDb db, Asker asker, TimeProvider clock)
{
    /// <summary>Makes it. Refused before signing, beyond the agreed amount, without a milestone, or without a reason from the second on.</summary>
    /// <param name="project">Which project.</param>
    /// <param name="plan">The plan it has; null for the first.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ProgressPlan> Run(Project project, ProgressPlan? plan, PlanInput input, CancellationToken cancel = default)
    {
        Refusal.When(project.SignedOn is null || project.StageOrder < ProgressStages.Signed, $"项目签约后才能编制投资计划");
        Refusal.When(MilestoneTemplate.Called(input.Template) is null, $"没有节点模板“{Short(input.Template)}”", nameof(input.Template));
        Refusal.When(input.Instalments.Count > 60, $"分期最多60行", nameof(input.Instalments));
        Refusal.When(input.Milestones.Count > 30, $"节点最多30个", nameof(input.Milestones));
        var (today, revision) = (clock.Day(), (plan?.Revision ?? 0) + 1);
        var instalments = Instalments(project.Id, revision, input);
        var before = plan is null ? [] : await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == project.Id && m.Revision == plan.Revision).ToListAsync(cancel);
        var milestones = Milestones(project, revision, input, before, today);
        var total = instalments.Sum(i => (decimal)i.InvestmentFen);
        Refusal.When(project.AmountFen > 0 && total > project.AmountFen, $"分期投资合计{new Money((long)Math.Min(total, 900_000_000_000_000_000m)).Wan:0.##}万元，超过协议投资额{project.Amount.Wan:0.##}万元，请核对", nameof(input.Instalments));
        if (plan is null) db.Add(plan = new ProgressPlan(project.Id, project.SignedOn!.Value));
        var end = milestones.Select(m => m.PlannedOn).Concat(instalments.Select(i => Months.LastDay(i.ToMonth))).Max();
        plan.Revise(input.Template, end, (long)total, today, asker.Name, input.Reason);
        db.AddRange(instalments);
        db.AddRange(milestones);
        await db.SaveChangesAsync(cancel);
        return plan;
    }

    /// <summary>The plan a project of a kind usually has: the template's days from signing, the agreed amount in equal quarters until production.</summary>
    public static PlanInput Proposal(Project project, MilestoneTemplate template)
    {
        var signed = project.SignedOn ?? DateOnly.MinValue;
        var input = new PlanInput { Template = template.Code, Milestones = [.. template.Steps.Select(s => new MilestoneInput { Name = s.Name, PlannedOn = signed.AddDays(s.Days) })] };
        var end = signed.AddDays(template.Steps[^1].Days);
        var quarters = new List<Period>();
        for (var day = signed; day <= end && quarters.Count < 24; day = day.AddMonths(3)) quarters.Add(Period.Quarter(day.Year, (day.Month + 2) / 3));
        if (quarters[^1].LastDay < end) quarters.Add(Period.Quarter(end.Year, (end.Month + 2) / 3));
        var left = project.AmountFen;
        for (var i = 0; i < quarters.Count; i++)
        {
            var share = i == quarters.Count - 1 ? left : project.AmountFen / quarters.Count / 10_000_000 * 10_000_000;
            left -= share;
            input.Instalments.Add(new InstalmentInput { Period = quarters[i].Code, Arrival = WanAmount.Write(share), Investment = WanAmount.Write(share) });
        }
        return input;
    }

    private static List<Instalment> Instalments(Guid project, int revision, PlanInput input)
    {
        var lines = input.Instalments.Where(i => i is not null && !string.IsNullOrWhiteSpace(i.Period)).Select(i =>
            new Instalment(project, revision, Period.Read(i.Period).Months, WanAmount.Read(i.Arrival, nameof(input.Instalments)), WanAmount.Read(i.Investment, nameof(input.Instalments))))
            .OrderBy(i => i.FromMonth).ToList();
        foreach (var (one, next) in lines.Zip(lines.Skip(1)))
            Refusal.When(next.FromMonth <= one.ToMonth, $"分期“{next.Span}”与“{one.Span}”重叠，请核对", nameof(input.Instalments));
        return lines;
    }

    private static List<Milestone> Milestones(Project project, int revision, PlanInput input, List<Milestone> before, DateOnly today)
    {
        var typed = input.Milestones.Where(m => m is { PlannedOn: not null } && !string.IsNullOrWhiteSpace(m.Name)).ToList();
        Refusal.When(typed.Count == 0, $"请至少安排一个节点", nameof(input.Milestones));
        var twice = typed.GroupBy(m => m.Name!.Trim()).FirstOrDefault(g => g.Count() > 1)?.Key;
        Refusal.When(twice is not null, $"节点“{Short(twice ?? "")}”写了两次", nameof(input.Milestones));
        var milestones = typed.Select((m, place) => before.FirstOrDefault(b => b.Name == m.Name!.Trim())?.Replanned(revision, place, m.PlannedOn!.Value, today)
            ?? new Milestone(project.Id, revision, place, m.Name!, m.PlannedOn!.Value)).ToList();
        foreach (var (name, on) in Known(project))
            if (milestones.FirstOrDefault(m => m.Name == name) is { ActualOn: null } reached) reached.KnownAt(on, today);
        return milestones;
    }

    private static IEnumerable<(string Name, DateOnly On)> Known(Project project)
    {
        if (project.StartedOn is { } started) yield return ("开工", started);
        if (project.ProducedOn is { } produced) yield return ("投产", produced);
    }

    private static string Short(string text) => text.Length <= 20 ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 20)}…");
}
