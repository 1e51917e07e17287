using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>The recorded fair-competition and legality reviews of a project, and what of them is missing before it may be signed: the gate of the stages asks here.</summary>
public sealed class CheckCompliance(BridgeheadDb db, FindReviews find, Asker asker, TimeProvider clock)
{
    /// <summary>Everything recorded of a project, the latest first.</summary>
    public async Task<IReadOnlyList<ComplianceNote>> Of(Guid project, CancellationToken cancel = default) =>
        await db.Set<ComplianceNote>().AsNoTracking().Where(n => n.ProjectId == project).OrderByDescending(n => n.Id).ToListAsync(cancel);

    /// <summary>The reviews a project still lacks: none recorded, or the latest says it does not conform. Empty when it may be signed.</summary>
    public async Task<IReadOnlyList<ComplianceKind>> Missing(Guid project, CancellationToken cancel = default) => Missing(await Of(project, cancel));

    /// <summary>The same of notes at hand, the latest first.</summary>
    public static IReadOnlyList<ComplianceKind> Missing(IReadOnlyList<ComplianceNote> notes) =>
        [.. Enum.GetValues<ComplianceKind>().Where(kind => notes.FirstOrDefault(n => n.Kind == kind) is not { Conclusion: not ComplianceConclusion.DoesNot })];

    /// <summary>Records a conclusion.</summary>
    public async Task<ComplianceNote> Record(Project project, ComplianceInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(project.Id, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var note = new ComplianceNote(project.Id, input.Kind, input.Conclusion, input.Document, input.On ?? today, input.Note, today, asker.Name);
        db.Add(note);
        await db.SaveChangesAsync(cancel);
        return note;
    }
}
