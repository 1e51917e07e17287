using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>The faces documents are set in, and the city's own Word templates with a preview of what stands where.</summary>
[Authorize(Permission.MakeReports)]
public sealed class FormPage(FormOfCity forms, KeepTemplates keep, BridgeheadDb db, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock) : Screen
{
    /// <summary>The template that is looked at.</summary>
    [FromQuery] public Guid? Template { get; set; }
    /// <summary>The unit it is looked at with.</summary>
    [FromQuery, MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The year it is looked at with.</summary>
    [FromQuery, Range(1990, 2100)] public int? Year { get; set; }
    /// <summary>The form that is typed.</summary>
    public FormInput Input { get; private set; } = new();

    /// <summary>Whether the asker may set the form.</summary>
    public bool MaySet { get; private set; }
    /// <summary>Whether the asker may bring templates.</summary>
    public bool MayBring => asker.May(Permission.WriteReports);
    /// <summary>The templates.</summary>
    public IReadOnlyList<ReportTemplate> Templates { get; private set; } = [];
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The template that is looked at.</summary>
    public ReportTemplate? Shown { get; private set; }
    /// <summary>What stands where in it.</summary>
    public IReadOnlyList<TemplatePlace> Places { get; private set; } = [];
    /// <summary>The year it is looked at with.</summary>
    public int ShownYear { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        MaySet = asker.May(Permission.ReviewReports) && await scope.IsWholeCity(Cancel);
        Input = FormInput.Of(await forms.Read(Cancel), await forms.Version(Cancel));
        Templates = await keep.All(Cancel);
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        ShownYear = Year ?? clock.GetUtcNow().AddHours(8).Year;
        if (Template is not { } id) return true;
        if (await keep.Find(id, Cancel) is not { } found) return false;
        Shown = found;
        Unit ??= Units.Count > 0 ? Units[0].Code : null;
        if (HttpMethods.IsGet(Request.Method) && Unit is not null && await scope.Named(Unit, Cancel) is { } unit) Places = await keep.Preview(found, unit, ShownYear, Cancel);
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>The template filled, as a Word file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetFilled()
    {
        if (Shown is null || Unit is null || await scope.Named(Unit, Cancel) is not { } unit) return NotFound();
        var content = await keep.Filled(Shown, unit, ShownYear, null, Cancel);
        (work.Subject, work.Reason) = (Shown.Id, $"{Unit} {ShownYear}");
        await work.Commit("reports.form.filled", cancel: Cancel);
        return File(content, WordDocument.ContentType, $"{Shown.Name}-{unit.Label}-{ShownYear}.docx");
    }

    /// <summary>Sets the form.</summary>
    public async Task<IActionResult> OnPost([Bind(Prefix = "Input")] FormInput input)
    {
        if (!asker.May(Permission.ReviewReports)) return Forbid();
        work.Subject = OfficialForm.Only;
        await forms.Set(input, Cancel);
        this.Notice($"已保存公文字体");
        return RedirectToPage();
    }

    /// <summary>Keeps a template.</summary>
    public async Task<IActionResult> OnPostBring([Bind(Prefix = "Bring")] TemplateInput input, [Required(ErrorMessage = "请选择文件")] IFormFile file)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        await using var content = file.OpenReadStream();
        var template = await keep.Keep(input, file.FileName, content, Cancel);
        work.Subject = template.Id;
        this.Notice($"已保存模板{template.Name}，名称全部认识");
        return RedirectToPage(new { template = template.Id });
    }

    /// <summary>Removes a template.</summary>
    public async Task<IActionResult> OnPostRemove(Guid id, long version)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        if (await keep.Find(id, Cancel) is not { } template) return NotFound();
        work.Subject = id;
        db.ReadAt(template, version);
        await keep.Remove(template, Cancel);
        return RedirectToPage();
    }
}
