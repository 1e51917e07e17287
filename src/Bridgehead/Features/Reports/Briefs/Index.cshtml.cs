using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>One page of a project, an enterprise, a unit or an industry chain: found by name, read, printed, taken along as a Word file.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(MakeBrief make, BriefOfIndustry industries, ListProjects projects, ListEnterprises enterprises, FormOfCity forms, ScopedUnits scope, Words words, Asker asker, UnitOfWork work) : Screen
{
    private const int Most = 10;

    /// <summary>Of what.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public BriefQuery Query { get; set; } = new();
    /// <summary>The name that is looked for.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string? Q { get; set; }

    /// <summary>The brief; null while nothing is chosen.</summary>
    public Brief? Brief { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The industries to choose from, those with most projects first.</summary>
    public IReadOnlyList<string> Industries { get; private set; } = [];
    /// <summary>The projects found.</summary>
    public IReadOnlyList<ProjectRow> Projects { get; private set; } = [];
    /// <summary>The enterprises found.</summary>
    public IReadOnlyList<EnterpriseRow> Enterprises { get; private set; } = [];

    /// <summary>The same brief as an address.</summary>
    public string Here => Query switch { { Project: { } p } => $"project={p}", { Enterprise: { } e } => $"enterprise={e}", _ => "unit=" + Uri.EscapeDataString(Query.Unit ?? "") + "&industry=" + Uri.EscapeDataString(Query.Industry ?? "") };

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) (Query, Q) = (new BriefQuery(), null);
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        if (asker.May(Permission.ReadProjects)) Industries = await industries.All(Cancel);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            if (asker.May(Permission.ReadProjects)) Projects = (await projects.Page(new ProjectQuery { Q = Q }, Most, Cancel)).Rows;
            if (asker.May(Permission.ReadEnterprises)) Enterprises = (await enterprises.Page(new EnterpriseQuery { Q = Q }, Most, Cancel)).Rows;
            return true;
        }
        if (Query is { Project: null, Enterprise: null, Unit: null or "", Industry: null or "" }) return true;
        return (Brief = await make.Run(Query, Cancel)) is not null;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>The Word file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetWord()
    {
        if (Brief is null) return NotFound();
        work.Subject = Query.Project ?? Query.Enterprise;
        work.Reason = Brief.Title;
        await work.Commit("reports.brief.word", cancel: Cancel);
        return File(BriefWord.Write(Brief, await forms.Read(Cancel), words), WordDocument.ContentType, Brief.Title + ".docx");
    }
}
