using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports;

/// <summary>REST: /api/report-form, /api/report-templates.</summary>
internal static class FormApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var form = api.MapGroup("").WithTags("reports");
        form.MapGet("/report-form", async (FormOfCity forms, HttpContext http) =>
        {
            var version = await forms.Version(http.RequestAborted);
            VersionTag.Show(http, version);
            return FormInput.Of(await forms.Read(http.RequestAborted), version);
        }).RequireAuthorization(Permission.MakeReports).WithName("report-form.get").Says("读取公文字体");
        form.MapPut("/report-form", async (FormInput input, FormOfCity forms, UnitOfWork work, HttpContext http) =>
        {
            input.Version = VersionTag.Expected(http);
            work.Subject = OfficialForm.Only;
            await forms.Set(input, http.RequestAborted);
            var version = await forms.Version(http.RequestAborted);
            return Written.Changed(FormInput.Of(await forms.Read(http.RequestAborted), version), version);
        }).RequireAuthorization(Permission.ReviewReports).WithName("report-form.set").WantsVersion().Says("设定公文字体", "全市统一，由市级审核人设定；从未设定时版本为0").Produces<FormInput>();
        form.MapGet("/report-templates", async (KeepTemplates keep, CancellationToken cancel) =>
            new Listed<ReportTemplateView>([.. (await keep.All(cancel)).Select(ReportTemplateView.Of)], null))
            .RequireAuthorization(Permission.MakeReports).WithName("report-templates.list").Says("列出报告模板");
        form.MapPost("/report-templates", async ([Microsoft.AspNetCore.Mvc.FromForm] string name, [Microsoft.AspNetCore.Mvc.FromForm] string unit, IFormFile file, KeepTemplates keep, UnitOfWork work, HttpContext http) =>
        {
            Refusal.When(name.Length > 60 || unit.Length > 100, $"模板名称最多60个字", nameof(TemplateInput.Name));
            await using var content = file.OpenReadStream();
            var template = await keep.Keep(new TemplateInput { Name = name, Unit = unit }, file.FileName, content, http.RequestAborted);
            work.Subject = template.Id;
            return Written.Created($"/api/report-templates/{template.Id}/preview", ReportTemplateView.Of(template), template.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("report-templates.keep").DisableAntiforgery().Says("上传报告模板", "内容控件的标记为指标名称；有不认识的名称时拒绝并指出位置").Produces<ReportTemplateView>(StatusCodes.Status201Created);
        form.MapGet("/report-templates/{id:guid}/preview", async (Guid id, string unit, int? year, KeepTemplates keep, ScopedUnits scope, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } template || await scope.Named(unit, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            var places = await keep.Preview(template, found, year, http.RequestAborted);
            return Results.Ok(new Listed<TemplatePlaceView>([.. places.Select(p => new TemplatePlaceView(p.Place, p.Name, p.Value?.Shown))], null));
        }).RequireAuthorization(Permission.MakeReports).WithName("report-templates.preview").Says("预览模板", "每个名称的位置和当前数值").Produces<Listed<TemplatePlaceView>>();
        form.MapDelete("/report-templates/{id:guid}", async (Guid id, KeepTemplates keep, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } template) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(template, VersionTag.Expected(http));
            await keep.Remove(template, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteReports).WithName("report-templates.remove").WantsVersion().Says("删除报告模板").Produces(StatusCodes.Status204NoContent);
    }
}

/// <summary>A template as the API lists it.</summary>
public sealed record ReportTemplateView(Guid Id, Guid UnitId, string Name, string FileName, string FileDigest, string By, DateTime At, long Version)
{
    /// <summary>Shows a template.</summary>
    public static ReportTemplateView Of(ReportTemplate t) => new(t.Id, t.UnitId, t.Name, t.FileName, t.FileDigest, t.By, t.At, t.Version);
}

/// <summary>A name in a template as the API shows it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The name.</param>
/// <param name="Shown">What is put there; null where whole parts are put.</param>
public sealed record TemplatePlaceView(string Place, string Name, string? Shown);
