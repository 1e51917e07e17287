using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>What has been handed in for the detailed projects: the papers their gates asked for, the dates departments have, and requests that wait for somebody to decide.</summary>
public sealed class DemoStages(BridgeheadDb db, AttachmentStore store, StageRules rules, TimeProvider clock) : DemoChapter
{
    private const int Waiting = 14;

    private readonly Dictionary<DocumentKind, StoredFile> files = [];
    private readonly List<Attachment> attachments = [];
    private readonly List<ProjectDocument> documents = [];

    /// <inheritdoc />
    public override int Order => 10;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var force = await rules.On(today, cancel);
        foreach (var kind in Enum.GetValues<DocumentKind>()) await Keep(kind, cancel);
        await db.SaveChangesAsync(cancel);
        var projects = await db.Set<Project>().AsNoTracking().OrderBy(p => p.Number).Take(Detailed).ToListAsync(cancel);
        var steps = (await db.Set<ProjectStep>().AsNoTracking().Where(s => db.Set<Project>().OrderBy(p => p.Number).Take(Detailed).Any(p => p.Id == s.ProjectId)).ToListAsync(cancel)).ToLookup(s => s.ProjectId);
        var (dates, asked) = (new List<DepartmentDate>(), new List<(Project Project, StageRule Next)>());
        for (var n = 0; n < projects.Count; n++)
        {
            var project = projects[n];
            // one in nine still owes some of its papers, as in every city
            HandIn(project, force[project.Track].Between(-1, project.Reached), n % 9 == 4 ? 2 : 0, order => steps[project.Id].FirstOrDefault(s => s.To == order)?.On ?? project.StageSince);
            dates.AddRange(Dates(project, n, today));
            if (asked.Count < Waiting && Ready(project, force) is { } next) asked.Add((project, next));
        }
        foreach (var (project, next) in asked) HandIn(project, [next], 0, _ => project.LastProgressOn);
        await BulkInsert.Into(db, attachments, cancel);
        await BulkInsert.Into(db, documents, cancel);
        await BulkInsert.Into(db, dates, cancel);
        await Ask(asked, cancel);
    }

    // fields are there, papers are what the clerk has just handed in
    private static StageRule? Ready(Project project, RulesInForce force)
    {
        if (project.Stage.IsSide || force[project.Track].After(project.StageOrder) is not { } next || next.Approver == Approver.None) return null;
        return force.Missing(project, Papers.None, next.Stage).All(g => g.What.Document is not null) ? next : null;
    }

    private async Task Ask(List<(Project Project, StageRule Next)> asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < asked.Count; i++)
        {
            var project = await db.Set<Project>().FirstAsync(p => p.Id == asked[i].Project.Id, cancel);
            project.Await(asked[i].Next.Stage);
            db.Add(new StageRequest(project, asked[i].Next.Stage, StepKind.Forward, asked[i].Next.Approver, null, null, i % 2 == 0 ? "罗小雨" : "吴凡", now.AddHours(-6 - 5 * (asked.Count - i))));
        }
        await db.SaveChangesAsync(cancel);
    }

    private void HandIn(Project project, IEnumerable<StageRule> passed, int owed, Func<int, DateOnly> on)
    {
        var papers = (from rule in passed from what in rule.Requirements where what.Document is not null && Gates.Applies(project, what.When) select (rule.Order, Kind: what.Document!.Value)).DistinctBy(d => d.Kind).ToList();
        foreach (var (order, kind) in papers.Take(papers.Count - owed))
        {
            var suffix = kind == DocumentKind.SitePhoto ? ".png" : ".pdf";
            var file = new Attachment("project", project.Id, LabelAttribute.Of(kind) + suffix, files[kind], null, "罗小雨", on(order).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc));
            attachments.Add(file);
            documents.Add(new ProjectDocument(file.Id, project.Id, kind));
        }
    }

    private static IEnumerable<DepartmentDate> Dates(Project project, int n, DateOnly today)
    {
        if (project.StartedOn is { } started)
        {
            yield return new DepartmentDate(project.Id, Milestone.Started, Department.DevelopmentReform, Not(started.AddDays(n % 20)), "市发改委项目调度表", "吴凡", today);
            if (n % 3 != 0) yield return new DepartmentDate(project.Id, Milestone.Started, Department.Industry, Not(started.AddDays(n % 12 + 5)), "市经信局月报", "吴凡", today);
        }
        if (project.CompletedOn is { } completed) yield return new DepartmentDate(project.Id, Milestone.Completed, Department.DevelopmentReform, Not(completed.AddDays(n % 25)), "市发改委项目调度表", "吴凡", today);
        if (project.ProducedOn is { } produced)
        {
            yield return new DepartmentDate(project.Id, Milestone.Producing, Department.Industry, Not(produced.AddDays(n % 30)), "市经信局认定", "吴凡", today);
            if (n % 4 != 0) yield return new DepartmentDate(project.Id, Milestone.InStatistics, Department.Statistics, Not(produced.AddDays(40 + n % 60)), "统计联网直报平台", "吴凡", today);
            if (n % 5 == 0) yield return new DepartmentDate(project.Id, Milestone.AboveScale, Department.Industry, Not(produced.AddDays(120 + n % 60)), "市经信局规上企业名单", "吴凡", today);
        }

        DateOnly Not(DateOnly day) => day > today ? today : day;
    }

    private async Task Keep(DocumentKind kind, CancellationToken cancel)
    {
        await using var content = new MemoryStream(kind == DocumentKind.SitePhoto ? DemoPaper.Photo() : DemoPaper.Sheet(kind.ToString()));
        var file = await store.Keep(content, kind == DocumentKind.SitePhoto ? "a.png" : "a.pdf", clock.GetUtcNow().UtcDateTime, cancel);
        files.Add(kind, file);
        if (!await db.Set<StoredFile>().AnyAsync(f => f.Digest == file.Digest, cancel)) db.Add(file);
    }
}
