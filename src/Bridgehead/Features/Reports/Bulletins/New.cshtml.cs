using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The bulletin of a month: seen on screen with every number leading to its figure, taken along, kept as a draft.</summary>
[Authorize(Permission.MakeReports)]
public sealed class NewPage(MakeBulletin make, WordDocument word, FormOfCity forms, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock) : QuestionScreen
{
    /// <summary>Which bulletin is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public BulletinShown Query { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The bulletin; null when it was refused.</summary>
    public WorkReport? Report { get; private set; }
    /// <summary>Whether the asker may keep it.</summary>
    public bool MayWrite => asker.May(Permission.WriteReports);
    /// <summary>The years to choose from.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, 6).Select(back => Today.Year - back);
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        if (!HttpMethods.IsGet(Request.Method) || Units.Count == 0) return true;
        if (!ModelState.IsValid) Query = new BulletinShown();
        // the month that is over is the one a bulletin is written of
        var last = Today.AddMonths(-1);
        (Query.Unit, Query.Year, Query.Month) = (Query.Unit ?? Units[0].Code, Query.Year ?? last.Year, Query.Month ?? last.Month);
        return await Ask(async () => Report = await make.Run(new BulletinInput { Unit = Query.Unit, Year = Query.Year.Value, Month = Query.Month.Value, AsOf = Query.AsOf }, Cancel));
    }

    /// <summary>The Word file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetWord()
    {
        if (Report is null) return OnGet();
        work.Reason = $"{Query.Unit} {Query.Year}-{Query.Month}";
        await work.Commit("reports.bulletin.word", cancel: Cancel);
        return File(word.Write(Report, await forms.Read(Cancel)), WordDocument.ContentType, Report.Title + ".docx");
    }

    /// <summary>Keeps it as a draft.</summary>
    public async Task<IActionResult> OnPostBegin([Bind(Prefix = "Input")] BulletinInput input)
    {
        if (!MayWrite) return Forbid();
        var draft = await make.Begin(input, null, Cancel);
        work.Subject = draft.Id;
        this.Notice($"已起草{draft.TitleLine}，每个数字都与台账绑定");
        return RedirectToPage("/Reports/Show", new { id = draft.Id });
    }
}

/// <summary>Which bulletin is looked at.</summary>
public sealed class BulletinShown
{
    /// <summary>The unit's code.</summary>
    [System.ComponentModel.DataAnnotations.MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The year.</summary>
    [System.ComponentModel.DataAnnotations.Range(1991, 2100)] public int? Year { get; set; }
    /// <summary>Up to which month.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 12)] public int? Month { get; set; }
    /// <summary>As it stood at the end of this day.</summary>
    public DateOnly? AsOf { get; set; }
}
