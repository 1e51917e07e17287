using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>The annual work report: seen on screen with every number leading to its figure, taken along as a Word file.</summary>
[Authorize(Permission.MakeReports)]
public sealed class WorkPage(MakeWorkReport make, BeginReport begin, WordDocument word, FormOfCity forms, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock) : QuestionScreen
{
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The year.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    /// <summary>Up to which month.</summary>
    [BindProperty(SupportsGet = true)] public int? Months { get; set; }
    /// <summary>As it stood at the end of this day.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? AsOf { get; set; }
    /// <summary>Every number and name starred.</summary>
    [BindProperty(SupportsGet = true)] public bool Masked { get; set; }

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The years to choose from.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, 6).Select(back => clock.GetUtcNow().AddHours(8).Year - back);
    /// <summary>The report; null when it was refused.</summary>
    public WorkReport? Report { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        if (Units.Count == 0) return true;
        Unit ??= Units[0].Code;
        Year ??= clock.GetUtcNow().AddHours(8).Year;
        return await Ask(async () => Report = await make.Run(Unit, Year.Value, Months, Masked, AsOf, Cancel));
    }

    /// <summary>Whether the asker may keep it as a draft.</summary>
    public bool MayWrite => asker.May(Permission.WriteReports);

    /// <summary>Keeps it as a draft.</summary>
    public async Task<IActionResult> OnPostBegin([Bind(Prefix = "Input")] NewReportInput input)
    {
        if (!MayWrite) return Forbid();
        var draft = await begin.Run(input, Cancel);
        work.Subject = draft.Id;
        this.Notice($"已起草{draft.TitleLine}，每个数字都与台账绑定");
        return RedirectToPage("/Reports/Show", new { id = draft.Id });
    }

    /// <summary>The Word file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetWord()
    {
        if (Report is null) return OnGet();
        work.Reason = $"{Unit} {Year}{(Masked ? " masked" : "")}";
        await work.Commit("reports.work.word", cancel: Cancel);
        return File(word.Write(Report, await forms.Read(Cancel)), WordDocument.ContentType, $"{Report.Title}{(Masked ? "（脱密版）" : "")}.docx");
    }
}
