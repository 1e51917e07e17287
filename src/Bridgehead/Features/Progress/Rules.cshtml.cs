using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>The rules as they are typed.</summary>
public sealed class RulesInput
{
    /// <summary>The day of the next month on which a report is due.</summary>
    [Range(1, 28)] public int DueDay { get; set; }
    /// <summary>The first month reports are owed for, 2026-01.</summary>
    [MaxLength(10)] public string? FirstMonth { get; set; }
    /// <summary>W6 yellow.</summary>
    [Range(1, 100)] public int BehindYellow { get; set; }
    /// <summary>W6 red.</summary>
    [Range(1, 100)] public int BehindRed { get; set; }
    /// <summary>W7 yellow.</summary>
    [Range(1, 100)] public int ArrivalYellow { get; set; }
    /// <summary>W7 red.</summary>
    [Range(1, 100)] public int ArrivalRed { get; set; }
    /// <summary>W8 red.</summary>
    [Range(1, 3650)] public int OverdueRed { get; set; }
    /// <summary>W10 red.</summary>
    [Range(1, 365)] public int MissingRed { get; set; }
    /// <summary>表号.</summary>
    [MaxLength(80)] public string? FormNumber { get; set; }
    /// <summary>制定机关.</summary>
    [MaxLength(80)] public string? IssuedBy { get; set; }
    /// <summary>批准文号.</summary>
    [MaxLength(80)] public string? Approval { get; set; }
    /// <summary>有效期.</summary>
    public DateOnly? ValidUntil { get; set; }
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static RulesInput Of(ProgressRules r) => new()
    {
        DueDay = r.DueDay, FirstMonth = r.FirstMonth is { } month ? Months.Text(month) : null, BehindYellow = r.BehindYellow, BehindRed = r.BehindRed, ArrivalYellow = r.ArrivalYellow, ArrivalRed = r.ArrivalRed,
        OverdueRed = r.OverdueRed, MissingRed = r.MissingRed, FormNumber = r.FormNumber, IssuedBy = r.IssuedBy, Approval = r.Approval, ValidUntil = r.ValidUntil, Version = r.Version,
    };
}

/// <summary>When reports are due, where warnings begin, and the marks of the form: everybody reads them, the city's reviewers settle them.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class RulesPage(BridgeheadDb db, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    private bool everything;

    /// <summary>What is typed.</summary>
    [BindProperty] public RulesInput Input { get; set; } = new();
    /// <summary>Whether the asker may settle them: a reviewer whose scope is the whole city.</summary>
    public bool MayChange => everything && asker.May(Permission.SetProgressRules);
    /// <summary>The rules as they stand.</summary>
    public ProgressRules Rules { get; private set; } = new();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        everything = await scope.IsWholeCity(Cancel);
        Rules = await db.Set<ProgressRules>().FirstOrDefaultAsync(Cancel) ?? new ProgressRules();
        return true;
    }

    /// <summary>Shows them.</summary>
    public void OnGet() => Input = RulesInput.Of(Rules);

    /// <summary>Settles them.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayChange) return Forbid();
        work.Subject = ProgressRules.TheOne;
        Refusal.Unless(string.IsNullOrWhiteSpace(Input.FirstMonth) | Months.TryRead(Input.FirstMonth, out var first), $"起报月份应写成2026-01这样", nameof(Input.FirstMonth));
        if (Rules.Version == 0) db.Add(Rules);
        else db.ReadAt(Rules, Input.Version);
        Rules.SetDue(Input.DueDay, first == 0 ? null : first);
        Rules.SetThresholds(Input.BehindYellow, Input.BehindRed, Input.ArrivalYellow, Input.ArrivalRed, Input.OverdueRed, Input.MissingRed);
        Rules.SetForm(Input.FormNumber, Input.IssuedBy, Input.Approval, Input.ValidUntil);
        await db.SaveChangesAsync(Cancel);
        this.Notice($"已保存报送规则");
        return RedirectToPage();
    }
}
