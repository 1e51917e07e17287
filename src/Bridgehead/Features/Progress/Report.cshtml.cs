using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>The monthly report of one project, filled in on site with a phone: last month's numbers stand in it, only what changed is typed.</summary>
[Authorize(Permission.WriteProjects), RequestSizeLimit(ApiSetup.LargestUpload)]
public sealed class ReportPage(BridgeheadDb db, ListProjects list, FileReport file, Attachments attachments, Words words, UnitOfWork work, TimeProvider clock) : PageAbout<Project>(db)
{
    /// <summary>The month, 2026-10; the last one over when left out.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? Month { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public ReportInput Input { get; set; } = new();

    /// <summary>The month shown.</summary>
    public int Chosen { get; private set; }
    /// <summary>The report, or its draft; null when there is none.</summary>
    public MonthlyReport? Report { get; private set; }
    /// <summary>The last report filed before.</summary>
    public MonthlyReport? Before { get; private set; }
    /// <summary>The problems still open.</summary>
    public IReadOnlyList<ReportedProblem> Open { get; private set; } = [];
    /// <summary>The photographs it has.</summary>
    public IReadOnlyList<AttachmentRow> Photos { get; private set; } = [];
    /// <summary>What the city has settled.</summary>
    public ProgressRules Rules { get; private set; } = new();
    /// <summary>The kinds of problems to choose from.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ProblemKind>().Select(k => new SelectListItem(words.Of(k), k.ToString())).Prepend(new SelectListItem(words["没有新问题"], ""));

    /// <inheritdoc />
    protected override async Task<Project?> Find() => await (await list.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load() || Subject.SignedOn is null || Subject.StageOrder < ProgressStages.Signed) return false;
        var signed = Months.Of(Subject.SignedOn.Value);
        Chosen = Months.TryRead(Month, out var month) ? month : Math.Max(signed, ReportDuty.LastMonth(clock.Day()));
        Rules = await file.Rules(Cancel);
        (Report, Before) = (await file.Find(Id, Chosen, Cancel), await file.Before(Id, Chosen, Cancel));
        Open = await Db.Set<ReportedProblem>().AsNoTracking().Where(p => p.ProjectId == Id && p.ClosedOn == null).OrderBy(p => p.RaisedOn).Take(20).ToListAsync(Cancel);
        if (Report is { } report) Photos = [.. (await attachments.Of("report", report.Id, Cancel)).Where(a => a.MediaType.StartsWith("image/", StringComparison.Ordinal))];
        return true;
    }

    /// <summary>Fills the form with the report, or with what was last reported.</summary>
    public void OnGet()
    {
        Input = ReportInput.Of(Report ?? Before);
        Input.Version = Report?.Version ?? 0;
    }

    /// <summary>Files it, keeps it as a draft, or corrects it.</summary>
    public Task<IActionResult> OnPost() => Save(Input);

    /// <summary>Files that nothing has changed.</summary>
    public Task<IActionResult> OnPostNoChange(long version) => Save(new ReportInput { NoChange = true, Version = version });

    private async Task<IActionResult> Save(ReportInput input)
    {
        work.Subject = Report?.Id;
        if (Report is not null) Db.ReadAt(Report, input.Version);
        var report = await file.Run(Subject, Chosen, Report, input, Cancel);
        work.Subject = report.Id;
        foreach (var photo in Request.Form.Files.Where(f => f is { Name: "Photos", Length: > 0 }))
        {
            await using var content = photo.OpenReadStream();
            await attachments.Attach("report", report.Id, photo.FileName, content, Cancel);
        }
        if (report.FiledOn is null) this.Notice($"已存草稿，尚未报送");
        else this.Notice($"已报送{Months.Text(Chosen)}月报");
        return RedirectToPage("/Progress/Show", new { Id });
    }
}
