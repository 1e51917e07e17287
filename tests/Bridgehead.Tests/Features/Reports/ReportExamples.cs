using System.Globalization;
using Bridgehead.Features.Reports;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>An example of every way to change a kept report, its measures, the form of documents, and the templates.</summary>
internal sealed class ReportExamples : Examples
{
    private static readonly int Year = DateTime.UtcNow.AddHours(8).Year;

    private static string Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-01");

    public override IEnumerable<Write> Writes =>
    [
        new("POST /reports/work?handler=Begin", "district-clerk", _ => Now(Page("/reports/work?handler=Begin", ("Input.Unit", "east"), ("Input.Year", Year), ("Input.Months", 1)))) { Wrong = ("Input.Occasion", Long), Other = ("Input.Reporter", "另一人"), Repeats = true },
        new("POST /reports/{id:guid}?handler=Write", "district-clerk", async scene => await OfBlock(scene, (id, block) => Page($"/reports/{id}?handler=Write", ("block", block), ("Text", "改写的一段。"), ("version", 1)))) { Wrong = ("version", "x"), Other = ("Text", "另一种写法。"), Changes = true },
        new("POST /reports/{id:guid}?handler=Add", "district-clerk", async scene => Page($"/reports/{await Draft(scene)}?handler=Add", ("part", 1), ("kind", "Paragraph"), ("Text", Scene.Fresh()))) { Wrong = ("part", "x"), Other = ("Text", "另一段。"), Repeats = true },
        new("POST /reports/{id:guid}?handler=Move", "district-clerk", async scene => await OfBlock(scene, (id, block) => Page($"/reports/{id}?handler=Move", ("block", block), ("up", "false"), ("version", 1)), true)) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/{id:guid}?handler=Remove", "district-clerk", async scene => await OfBlock(scene, (id, block) => Page($"/reports/{id}?handler=Remove", ("block", block), ("version", 1)))) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/{id:guid}?handler=Insert", "district-clerk", async scene => await OfBlock(scene, (id, block) => Page($"/reports/{id}?handler=Insert", ("block", block), ("version", 1),
            ("Binding.Indicator", "arrived-funds"), ("Binding.Unit", "east"), ("Binding.From", Month), ("Binding.To", Month), ("Binding.Measure", "Value")))) { Wrong = ("Binding.Indicator", Long), Other = ("Binding.Measure", "Target"), Changes = true },
        new("POST /reports/{id:guid}?handler=Head", "district-clerk", async scene => Page($"/reports/{await Draft(scene)}?handler=Head", ("Input.Title", "关于东江区 工作情况的 报告"), ("version", 1))) { Wrong = ("Input.Title", Long), Other = ("Input.Title", "关于东江区 另一份 报告"), Changes = true },
        new("POST /reports/{id:guid}?handler=TakeOver", "district-clerk", async scene => Page($"/reports/{await Draft(scene)}?handler=TakeOver", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/{id:guid}?handler=Submit", "district-clerk", async scene => Page($"/reports/{await Draft(scene)}?handler=Submit", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/{id:guid}?handler=Decide", "district-reviewer", async scene => Page($"/reports/{await Draft(scene, true)}?handler=Decide", ("decision", "Approve"), ("version", 2))) { Wrong = ("decision", "x"), Changes = true },
        new("POST /reports/{id:guid}?handler=Measure", "district-clerk", async scene => await OfMeasure(scene, (id, measure) => Page($"/reports/{id}?handler=Measure", ("measure", measure), ("version", 1),
            ("Measure.Text", "月度调度"), ("Measure.Owner", "区投促局"), ("Measure.Due", "2027-06-30"), ("Measure.State", "Underway")))) { Wrong = ("Measure.Text", Long), Other = ("Measure.Text", "按季调度"), Changes = true },
        new("POST /reports/form", "reviewer", async scene => Page("/reports/form", [.. await Faces(scene, "Input.", name => name)])) { Wrong = ("Input.BodyFace", Long), Other = ("Input.BodyFace", "华文仿宋"), Changes = true },
        new("POST /reports/form?handler=Bring", "district-clerk", _ => Now(Page("/reports/form?handler=Bring", ("Bring.Name", Scene.Fresh()), ("Bring.Unit", "east")) with { File = ("file", "模板.docx", ATemplate.With("标题", "单位")) })) { Wrong = ("Bring.Name", Long), Other = ("Bring.Name", "另一个模板"), Repeats = true },
        new("POST /reports/form?handler=Remove", "district-clerk", async scene => Page("/reports/form?handler=Remove", ("id", await Template(scene)), ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        .. OfTheApi(),
    ];

    private static IEnumerable<Write> OfTheApi() =>
    [
        new("POST /api/reports", "district-clerk", _ => Now(Api("POST", "/api/reports", ("unit", "east"), ("year", Year), ("months", 1)))) { Wrong = ("occasion", Long), Other = ("reporter", "另一人"), Repeats = true },
        new("PUT /api/reports/{id:guid}/head", "district-clerk", async scene => Api("PUT", $"/api/reports/{await Draft(scene)}/head", ("title", "关于东江区 工作情况的 报告")) with { Version = 1 }) { Wrong = ("title", Long), Other = ("title", "另一份 报告"), Changes = true },
        new("POST /api/reports/{id:guid}/take-over", "district-clerk", async scene => Api("POST", $"/api/reports/{await Draft(scene)}/take-over") with { Version = 1 }) { Other = ("numbers", new[] { 1 }), Changes = true },
        new("POST /api/reports/{id:guid}/submission", "district-clerk", async scene => Api("POST", $"/api/reports/{await Draft(scene)}/submission") with { Version = 1 }) { Changes = true },
        new("POST /api/reports/{id:guid}/decision", "district-reviewer", async scene => Api("POST", $"/api/reports/{await Draft(scene, true)}/decision", ("decision", "Return"), ("reason", "补充园区情况")) with { Version = 2 }) { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /api/reports/{id:guid}/blocks", "district-clerk", async scene => Api("POST", $"/api/reports/{await Draft(scene)}/blocks", ("part", 2), ("kind", "Paragraph"), ("text", Scene.Fresh()))) { Wrong = ("part", 9), Other = ("text", "另一段。"), Repeats = true },
        new("PUT /api/reports/{id:guid}/blocks/{block:guid}", "district-clerk", async scene => await OfBlock(scene, (id, block) => Api("PUT", $"/api/reports/{id}/blocks/{block}", ("text", "改写的一段。")) with { Version = 1 })) { Wrong = ("text", new string('长', 20_001)), Other = ("text", "另一种写法。"), Changes = true },
        new("DELETE /api/reports/{id:guid}/blocks/{block:guid}", "district-clerk", async scene => await OfBlock(scene, (id, block) => Api("DELETE", $"/api/reports/{id}/blocks/{block}") with { Version = 1 })) { Changes = true },
        new("POST /api/reports/{id:guid}/blocks/{block:guid}/move", "district-clerk", async scene => await OfBlock(scene, (id, block) => Api("POST", $"/api/reports/{id}/blocks/{block}/move", ("up", false)) with { Version = 1 }, true)) { Changes = true },
        new("POST /api/reports/{id:guid}/blocks/{block:guid}/figures", "district-clerk", async scene => await OfBlock(scene, (id, block) => Api("POST", $"/api/reports/{id}/blocks/{block}/figures",
            ("indicator", "arrived-funds"), ("unit", "east"), ("from", Month), ("to", Month)) with { Version = 1 })) { Wrong = ("indicator", Long), Other = ("measure", "Target"), Changes = true },
        new("PUT /api/reports/{id:guid}/measures/{measure:guid}", "district-clerk", async scene => await OfMeasure(scene, (id, measure) => Api("PUT", $"/api/reports/{id}/measures/{measure}",
            ("text", "月度调度"), ("owner", "区投促局"), ("due", "2027-06-30"), ("state", "Underway")) with { Version = 1 })) { Wrong = ("text", Long), Other = ("text", "按季调度"), Changes = true },
        new("PUT /api/report-form", "reviewer", async scene =>
        {
            var faces = await Faces(scene, "", name => char.ToLowerInvariant(name[0]) + name[1..]);
            return Api("PUT", "/api/report-form", [.. faces.Where(f => f.Name != "version")]) with { Version = (long)faces.Single(f => f.Name == "version").Value };
        }) { Wrong = ("bodyFace", Long), Other = ("bodyFace", "华文仿宋"), Changes = true },
        new("POST /api/report-templates", "district-clerk", _ => Now(Api("POST", "/api/report-templates", ("name", Scene.Fresh()), ("unit", "east")) with { File = ("file", "模板.docx", ATemplate.With("标题")) })) { Other = ("name", "另一个模板"), Repeats = true },
        new("DELETE /api/report-templates/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/report-templates/{await Template(scene)}") with { Version = 1 }) { Changes = true },
    ];

    private static Task<Guid> Draft(Scene scene, bool submitted = false) => scene.Made(async services =>
    {
        var draft = await services.GetRequiredService<BeginReport>().Run(new NewReportInput { Unit = "east", Year = Year, Months = 1 });
        if (submitted) await services.GetRequiredService<DecideReport>().Run(draft, new ReportDecisionInput { Decision = ReportDecision.Submit });
        return draft.Id;
    });

    private static async Task<Sending> OfBlock(Scene scene, Func<Guid, Guid, Sending> make, bool two = false)
    {
        var (id, block) = (await Draft(scene), Guid.Empty);
        await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            block = await db.Set<ReportBlock>().Where(b => b.DraftId == id && b.Part == 1 && b.Kind == BlockKind.Paragraph).OrderBy(b => b.Position).Select(b => b.Id).FirstAsync();
            if (two) await services.GetRequiredService<EditReport>().Add((await services.GetRequiredService<FindReports>().Draft(id))!, new NewBlockInput { Part = 1, Text = "又一段。" });
            return id;
        });
        return make(id, block);
    }

    private static async Task<Sending> OfMeasure(Scene scene, Func<Guid, Guid, Sending> make)
    {
        var id = await Draft(scene);
        var measure = await scene.Made(async services =>
        {
            var made = new ReportMeasure(id, 0, new MeasureFact("behind", "月度调度滞后指标", "区投促局", new DateOnly(2027, 6, 30), MeasureState.Planned));
            services.GetRequiredService<BridgeheadDb>().Add(made);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            return made.Id;
        });
        return make(id, measure);
    }

    private static Task<Guid> Template(Scene scene) => scene.Made(async services =>
        (await services.GetRequiredService<KeepTemplates>().Keep(new TemplateInput { Name = Scene.Fresh(), Unit = "east" }, "模板.docx", new MemoryStream(ATemplate.With("标题")))).Id);

    /// <summary>The form with another face each time, at the version it stands at: there is only one.</summary>
    private static async Task<IReadOnlyList<(string Name, object Value)>> Faces(Scene scene, string prefix, Func<string, string> named)
    {
        var version = 0L;
        await scene.Made(async services =>
        {
            var forms = services.GetRequiredService<FormOfCity>();
            if ((version = await forms.Version()) > 0) return OfficialForm.Only;
            await forms.Set(FormInput.Of(FormText.Standard, 0));
            version = 1;
            return OfficialForm.Only;
        });
        var fields = new[] { "TitleFallback", "BodyFace", "BodyFallback", "PartFace", "PartFallback", "SectionFace", "SectionFallback", "NumberFace" }.Select(name => (prefix + named(name), (object)"宋体"));
        return [(prefix + named("TitleFace"), Scene.Fresh()), .. fields, (prefix + named("Version"), version)];
    }
}
