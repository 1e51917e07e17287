using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Hands in what gates ask for: documents with their kind, and dates as departments have them.</summary>
public sealed class HandIn(BridgeheadDb db, Attachments attachments, StageRules rules, WhoWrites who, Asker asker, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Attaches a document of a kind. Null when the project is not there or not the asker's to change.</summary>
    public async Task<Attachment?> Document(Guid project, DocumentKind kind, string name, Stream content, CancellationToken cancel = default)
    {
        if (await attachments.Attach("project", project, name, content, cancel) is not { } attached) return null;
        db.Add(new ProjectDocument(attached.Id, project, kind));
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == project, cancel) is { } about) await Progress(about, cancel);
        return attached;
    }

    /// <summary>States a date as a department has it; null takes it away, unless a gate the project has passed rests on it.</summary>
    public async Task Date(Project project, Milestone milestone, Department department, DateOnly? on, string? source, CancellationToken cancel = default)
    {
        await who.Refuse(project, cancel);
        var standing = await db.Set<DepartmentDate>().FirstOrDefaultAsync(d => d.ProjectId == project.Id && d.Milestone == milestone && d.Department == department, cancel);
        if (on is null)
        {
            Refusal.When(standing is null, $"{LabelAttribute.Of(department)}没有登记过{LabelAttribute.Of(milestone)}日期");
            await RefuseLosing(project, papers => papers with { Dates = papers.Dates.Where(d => d != milestone).ToHashSet() },
                await db.Set<DepartmentDate>().AnyAsync(d => d.ProjectId == project.Id && d.Milestone == milestone && d.Department != department, cancel), cancel);
            db.Remove(standing!);
        }
        else if (standing is null) db.Add(new DepartmentDate(project.Id, milestone, department, on.Value, source ?? "", asker.Name, Today));
        else standing.State(on.Value, source ?? "", asker.Name, Today);
        // the dates stand under the version of their project: of two who read the same, the second is told
        db.Entry(project).Property(p => p.LastProgressOn).IsModified = true;
        await Progress(project, cancel);
    }

    /// <summary>Refuses to take off the last document of a kind that a gate the project has passed asks for.</summary>
    public async Task RefuseTakingOff(Attachment attachment, CancellationToken cancel = default)
    {
        if (await db.Set<ProjectDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.AttachmentId == attachment.Id, cancel) is not { } document
            || await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == document.ProjectId, cancel) is not { } project) return;
        await RefuseLosing(project, papers => papers with { Documents = papers.Documents.Where(d => d != document.Kind).ToHashSet() },
            await db.Set<ProjectDocument>().AnyAsync(d => d.ProjectId == project.Id && d.Kind == document.Kind && d.AttachmentId != document.AttachmentId
                && db.Set<Attachment>().Any(a => a.Id == d.AttachmentId && a.DeletedAt == null), cancel), cancel);
    }

    private async Task RefuseLosing(Project project, Func<Papers, Papers> without, bool another, CancellationToken cancel)
    {
        if (another) return;
        var (force, papers) = (await rules.On(Today, cancel), await rules.PapersOf(project.Id, cancel));
        var passed = force[project.Track].Between(-1, project.Reached).ToList();
        var owed = Gates.Missing(project, papers, passed).Select(g => g.What).ToHashSet();
        if (Gates.Missing(project, without(papers), passed).FirstOrDefault(g => !owed.Contains(g.What)) is { } lost)
            throw new Refusal($"“{lost.What.Name}”是“{lost.Rule.Name}”阶段的认定依据，项目已过该阶段，不能取下；请先上传新的一份再取下旧的");
    }

    private async Task Progress(Project project, CancellationToken cancel)
    {
        project.Progress(Today);
        project.Score(HealthRules.Of(project, Today), project.ArrivedOn, project.ArrivedFen);
        await db.SaveChangesAsync(cancel);
    }
}
