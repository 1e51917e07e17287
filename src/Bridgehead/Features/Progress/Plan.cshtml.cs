using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Making or changing the plan of a project: the template fills everything in, the clerk corrects what the agreement says otherwise.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class PlanPage(BridgeheadDb db, ListProjects list, MakePlan make, UnitOfWork work) : PageAbout<Project>(db)
{
    private const int Spare = 4;

    /// <summary>The template to fill in anew; the plan as it stands when left out.</summary>
    [BindProperty(SupportsGet = true), MaxLength(20)] public string? Template { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public PlanInput Input { get; set; } = new();
    /// <summary>The plan it has.</summary>
    public ProgressPlan? Plan { get; private set; }

    /// <inheritdoc />
    protected override async Task<Project?> Find() => await (await list.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load() || Subject.SignedOn is null || Subject.StageOrder < ProgressStages.Signed) return false;
        Plan = await Db.Set<ProgressPlan>().FirstOrDefaultAsync(p => p.Id == Id, Cancel);
        return true;
    }

    /// <summary>Fills the form.</summary>
    public async Task OnGet()
    {
        Input = Plan is { } plan && MilestoneTemplate.Called(Template) is null ? await Standing(plan) : MakePlan.Proposal(Subject, MilestoneTemplate.Called(Template) ?? MilestoneTemplate.For(Subject.Branch));
        Input.Version = Plan?.Version ?? 0;
        for (var i = 0; i < Spare; i++) Input.Instalments.Add(new InstalmentInput());
        for (var i = 0; i < Spare / 2; i++) Input.Milestones.Add(new MilestoneInput());
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost()
    {
        work.Subject = Id;
        if (Plan is not null) Db.ReadAt(Plan, Input.Version);
        var plan = await make.Run(Subject, Plan, Input, Cancel);
        this.Notice($"已保存第{plan.Revision}版计划");
        return RedirectToPage("/Progress/Show", new { Id });
    }

    private async Task<PlanInput> Standing(ProgressPlan plan)
    {
        var instalments = await Db.Set<Instalment>().AsNoTracking().Where(i => i.ProjectId == Id && i.Revision == plan.Revision).OrderBy(i => i.FromMonth).ToListAsync(Cancel);
        var milestones = await Db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == Id && m.Revision == plan.Revision).OrderBy(m => m.Place).ToListAsync(Cancel);
        return new PlanInput
        {
            Template = plan.Template, Milestones = [.. milestones.Select(m => new MilestoneInput { Name = m.Name, PlannedOn = m.PlannedOn })],
            Instalments = [.. instalments.Select(i => new InstalmentInput { Period = new Period(i.Span).Code, Arrival = WanAmount.Write(i.ArrivalFen), Investment = WanAmount.Write(i.InvestmentFen) })],
        };
    }
}
