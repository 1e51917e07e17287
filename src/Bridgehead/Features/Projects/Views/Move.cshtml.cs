using Bridgehead.Features.Access;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Views;

/// <summary>Moving a project from the board: asks for what the gate of the stage still lacks, and moves it by the same use case as the project's own page.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class MovePage(BridgeheadDb db, ProjectFinder find, OpenProject open, StageRules rules, UnitOfWork work) : PageAbout<Project>(db)
{
    /// <summary>The stage to move to; the next one unless chosen.</summary>
    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    /// <summary>The list to go back to.</summary>
    [BindProperty(SupportsGet = true)] public string? Back { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty] public MoveInput Input { get; set; } = new();

    /// <summary>The stage it is to go to.</summary>
    public Stage Target => Stage.Called(To ?? "") ?? Stage.All.FirstOrDefault(s => !s.IsSide && s.Order > Subject.StageOrder) ?? Subject.Stage;

    /// <summary>What the gates on the way lack; empty on a way back or aside, which somebody has to approve.</summary>
    public IReadOnlyList<Gap> Missing { get; private set; } = [];

    /// <summary>Whether a reason is asked for: back, or aside.</summary>
    public bool NeedsReason => Target.IsSide || Target.Order < Subject.StageOrder;

    /// <summary>The address to go back to: one of ours, about projects.</summary>
    public string Return => Back is { Length: > 0 and < 3000 } back && Url.IsLocalUrl(back) && back.StartsWith("/projects", StringComparison.Ordinal) ? back : $"/projects/{Id}";

    /// <inheritdoc />
    protected override Task<Project?> Find() => find.Run(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        if (!NeedsReason && !Subject.Stage.IsSide) Missing = (await rules.On(open.Today, Cancel)).Missing(Subject, await rules.PapersOf(Id, Cancel), Target);
        return true;
    }

    /// <summary>Shows what is asked for.</summary>
    public void OnGet() => Input = new() { To = Target.Code, Version = Subject.Version };

    /// <summary>Fills the gaps and moves it, both or neither.</summary>
    public async Task<IActionResult> OnPost()
    {
        To = Input.To;
        (work.Subject, work.Reason) = (Id, Input.Reason);
        var to = Stage.Called(Input.To) ?? throw new Refusal($"没有阶段“{Input.To}”");
        await Db.ReadAtOnce(Subject, Input.Version, Cancel);
        var before = StatedFacts.Of(Subject);
        if (Input.Fill(before) is var filled && filled != before) await open.Change(Subject, filled, Cancel);
        if (await open.Move(Subject, to, Input.Reason, Cancel) is { } request) this.Notice($"已提交：进入“{to.Name}”，等待{LabelAttribute.Of(request.Approver)}办理");
        return LocalRedirect(Return);
    }
}
