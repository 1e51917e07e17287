using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Progress;

/// <summary>Records that somebody looked at a project.</summary>
public sealed class RecordLook(BridgeheadDb db, GatherCoverage gather, Asker asker, TimeProvider clock)
{
    /// <summary>Records it. Refused for a day to come, for no side at all, and before signing.</summary>
    public async Task<Look> Run(Project project, LookInput input, CancellationToken cancel = default)
    {
        Refusal.When(project.StageOrder < ProgressStages.Signed, $"“{project.Name}”还没有签约，请在项目中登记进展");
        Refusal.When(input.Sides.Any(s => !Enum.IsDefined(s)), $"没有这个选项", nameof(input.Sides));
        var today = clock.Day();
        var look = new Look(project.Id, input.On ?? today, input.Kind, [.. input.Sides], input.Finding, input.NextStep, today, asker.Name);
        db.Add(look);
        await db.SaveChangesAsync(cancel);
        await gather.Run(project.Id, cancel);
        return look;
    }
}
