using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>Drafting an agreement of a project, with the usual promises of its branch.</summary>
[Authorize(Permission.WriteAgreements)]
public sealed class NewPage(BridgeheadDb db, FindAgreements find, DraftAgreement draft, ScopedUnits scope, UnitOfWork work) : PageAbout<Project>(db)
{
    /// <summary>What is typed.</summary>
    [BindProperty] public AgreementInput Input { get; set; } = new();

    /// <inheritdoc />
    protected override Task<Project?> Find() => find.Project(Id, Cancel);

    /// <summary>Shows the form, both parties filled in as far as the project tells.</summary>
    public async Task OnGet()
    {
        var unit = await scope.Find(Subject.ParkId ?? Subject.UnitId, Cancel) ?? await scope.Find(Subject.UnitId, Cancel);
        Input = new AgreementInput { Government = unit is null ? "" : unit.Kind is UnitKind.District ? unit.Name + "人民政府" : unit.Name, Enterprise = Subject.Company ?? Subject.Investor ?? "", Template = Subject.Branch };
    }

    /// <summary>Drafts it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var agreement = await draft.Open(Subject, Input.Facts(), Input.Template, Cancel);
        work.Subject = agreement.Id;
        this.Notice($"已登记协议草稿，请核对承诺后签订");
        return RedirectToPage("/Agreements/Show", new { agreement.Id });
    }
}
