using Bridgehead.Features.Bulk;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Views;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Views;

/// <summary>The ways to change something that the views of the projects have.</summary>
internal sealed class ExamplesOfViews : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /projects/{id:guid}/move", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/move", ("Input.To", "suspended"), ("Input.Reason", "等待"), ("Input.Version", 1)))
            { Wrong = ("Input.Reason", Long), Other = ("Input.To", "terminated"), Changes = true },
        new("POST /projects/{id:guid}/field", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/field?name=Contact", ("Value", Scene.Fresh()), ("Version", 1)))
            { Wrong = ("Value", Long), Other = ("Value", "另一人"), Changes = true },
        new("POST /api/projects/{id:guid}/history/{sequence:long}/restore", "district-clerk", async scene =>
        {
            var (project, sequence) = await Changed(scene);
            return Api("POST", $"/api/projects/{project}/history/{sequence}/restore", ("field", "Contact")) with { Version = 2 };
        }) { Wrong = ("field", Long), Changes = true },
        new("POST /projects/bulk/new", "district-clerk", async scene => Page("/projects/bulk/new", ("id", await scene.Project()), ("Input.Act", "Contact"), ("Value-Contact", "张三"))) { Wrong = ("Input.Act", "x"), Other = ("Value-Contact", "李四"), Repeats = true },
        new("POST /projects/bulk/{id:guid}?handler=Start", "district-clerk", async scene => Page($"/projects/bulk/{await Job(scene, BulkState.Ready)}?handler=Start")),
        new("POST /projects/bulk/{id:guid}?handler=Stop", "district-clerk", async scene => Page($"/projects/bulk/{await Job(scene, BulkState.Running)}?handler=Stop")),
        new("POST /projects/bulk/{id:guid}?handler=Undo", "district-clerk", async scene => Page($"/projects/bulk/{await Job(scene, BulkState.Done)}?handler=Undo")),
        new("POST /api/bulk", "district-clerk", async scene => Api("POST", "/api/bulk", ("act", "Contact"), ("value", "张三"), ("ids", new[] { await scene.Project() }))) { Wrong = ("value", Long), Other = ("value", "李四"), Repeats = true },
        new("POST /api/bulk/{id:guid}/start", "district-clerk", async scene => Api("POST", $"/api/bulk/{await Job(scene, BulkState.Ready)}/start")),
        new("POST /api/bulk/{id:guid}/stop", "district-clerk", async scene => Api("POST", $"/api/bulk/{await Job(scene, BulkState.Running)}/stop")),
        new("POST /api/bulk/{id:guid}/undo", "district-clerk", async scene => Api("POST", $"/api/bulk/{await Job(scene, BulkState.Done)}/undo")),
        new("POST /views?handler=Save", "district-clerk", _ => Now(Page("/views?handler=Save", ("Input.Name", Scene.Fresh()), ("Input.Kind", "Table"), ("Input.Query", "stage=lead"), ("Input.Share", "Own"))))
            { Wrong = ("Input.Name", Long), Other = ("Input.Query", "stage=talks"), Repeats = true },
        new("POST /views?handler=Change", "district-clerk", async scene => Page("/views?handler=Change", ("id", await View(scene)), ("version", 1), ("Input.Name", Scene.Fresh()), ("Input.Share", "Unit")))
            { Wrong = ("Input.Name", Long), Other = ("Input.Share", "Own"), Changes = true },
        new("POST /views?handler=Remove", "district-clerk", async scene => Page("/views?handler=Remove", ("id", await View(scene)), ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /views?handler=Begin", "district-clerk", async scene => Page("/views?handler=Begin", ("id", await View(scene)))) { Wrong = ("id", "x"), Repeats = true },
        new("POST /api/views", "district-clerk", _ => Now(Api("POST", "/api/views", ("name", Scene.Fresh()), ("kind", "Board"), ("query", "stage=lead"), ("share", "Unit")))) { Wrong = ("name", Long), Other = ("query", "stage=talks"), Repeats = true },
        new("PUT /api/views/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/views/{await View(scene)}", ("name", Scene.Fresh()), ("share", "Unit")) with { Version = 1 }) { Wrong = ("name", Long), Other = ("share", "Own"), Changes = true },
        new("DELETE /api/views/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/views/{await View(scene)}") with { Version = 1 }) { Changes = true },
    ];

    private static async Task<(Guid Project, long Sequence)> Changed(Scene scene)
    {
        var sequence = 0L;
        var project = await scene.Project();
        await scene.Made(async services =>
        {
            var (db, open, work) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<OpenProject>(), services.GetRequiredService<UnitOfWork>());
            var thing = await db.Set<Project>().SingleAsync(p => p.Id == project);
            work.Subject = project;
            await open.Change(thing, Bridgehead.Features.Projects.Views.StatedFacts.Of(thing) with { Contact = "新的联系人" });
            await work.CommitPart("test.change");
            sequence = await db.Set<AuditEntry>().Where(e => e.SubjectId == project && e.Changes.Contains("Contact")).MaxAsync(e => e.Sequence);
            return project;
        });
        return (project, sequence);
    }

    private static async Task<Guid> View(Scene scene)
    {
        var (owner, unit) = (await scene.Person("district-clerk"), await scene.Unit("east"));
        return await scene.Made(async services =>
        {
            var view = new SavedView(owner, "东江经办", unit, ViewKind.Table, "stage=lead");
            view.Call(Scene.Fresh(), ViewShare.Unit);
            services.GetRequiredService<BridgeheadDb>().Add(view);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            return view.Id;
        });
    }

    private static async Task<Guid> Job(Scene scene, BulkState state)
    {
        var (owner, project) = (await scene.Person("district-clerk"), await scene.Project());
        return await scene.Made(async services =>
        {
            var job = new BulkJob(BulkAct.Contact, "张三", "张三", null, owner, "东江经办", DateTime.UtcNow) { State = state, Total = 1 };
            var row = new BulkRow(job.Id, 1, project, "某项目", 1);
            row.Judge(state == BulkState.Done ? BulkOutcome.Changed : BulkOutcome.Waiting, null);
            services.GetRequiredService<BridgeheadDb>().AddRange(job, row);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            return job.Id;
        });
    }
}
