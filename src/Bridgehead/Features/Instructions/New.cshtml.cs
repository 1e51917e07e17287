using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Instructions;

/// <summary>A leader writes on what was just seen: a few words, to whom, by when.</summary>
[Authorize(Permission.GiveInstructions)]
public sealed class NewPage(BridgeheadDb db, GiveInstruction give, FindInstructions find, ScopedUnits scope, Words words, UnitOfWork work) : Screen
{
    /// <summary>What is typed; what it is on comes with the address.</summary>
    [BindProperty] public InstructionInput Input { get; set; } = new();

    /// <summary>On what.</summary>
    public InstructionRow? On { get; private set; }
    /// <summary>The units that can answer.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    /// <summary>The people who can answer.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>What it is on, as the address says it.</summary>
    [FromQuery] public Guid? Project { get; set; }
    /// <summary>The report.</summary>
    [FromQuery] public Guid? Report { get; set; }
    /// <summary>The paragraph.</summary>
    [FromQuery] public Guid? Block { get; set; }
    /// <summary>The figure's indicator.</summary>
    [FromQuery] public string? Indicator { get; set; }
    /// <summary>The figure's unit.</summary>
    [FromQuery] public string? Unit { get; set; }
    /// <summary>The figure's first month.</summary>
    [FromQuery] public string? From { get; set; }
    /// <summary>The figure's last month.</summary>
    [FromQuery] public string? To { get; set; }
    /// <summary>The figure's group.</summary>
    [FromQuery] public string? Group { get; set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Take(Input);
        InstructionAbout about;
        try
        {
            about = await give.About(Input, Cancel);
        }
        catch (Refusal)
        {
            return false;
        }
        var units = await scope.All(Cancel);
        var people = await give.Answerers(Cancel);
        Units = [.. units.Where(u => people.Any(p => p.UnitId == u.Id)).Select(u => new SelectListItem(u.LabelIn(words), u.Code))];
        People = [new SelectListItem(words["由单位安排"], ""), .. people.Select(p => new SelectListItem($"{p.DisplayName}（{units.First(u => u.Id == p.UnitId).LabelIn(words)}）", p.Id.ToString()))];
        var figure = about.Indicator.Length == 0 ? null : await db.Set<Indicator>().AsNoTracking().Where(i => i.Code == about.Indicator).OrderByDescending(i => i.ScopeVersion).FirstOrDefaultAsync(Cancel);
        var of = about.FigureUnitId is { } unit ? await scope.Find(unit, Cancel) : null;
        On = new InstructionRow(new Instruction(about, "-", units[0].Id, null, find.Today, new StepBy(null, "", DateTime.UtcNow)), units[0], of, figure);
        return true;
    }

    /// <summary>Shows the form, addressed to the unit the thing belongs to, a week ahead.</summary>
    public async Task OnGet()
    {
        Input.DueOn = find.Today.AddDays(7);
        var near = Project is { } project ? await db.Set<Project>().Where(p => p.Id == project).Select(p => (Guid?)p.UnitId).FirstOrDefaultAsync(Cancel) : On!.FigureUnit?.Id;
        var code = near is { } id ? (await scope.Find(id, Cancel))?.Code : null;
        Input.ToUnit = Units.FirstOrDefault(u => u.Value == code)?.Value ?? (Units.Count > 0 ? Units[0].Value : null);
    }

    /// <summary>Writes it.</summary>
    public async Task<IActionResult> OnPost()
    {
        Take(Input);
        var made = await give.Run(Input, Cancel);
        work.Subject = made.Id;
        this.Notice($"批示已发出");
        return RedirectToPage("/Instructions/Show", new { made.Id });
    }

    private void Take(InstructionInput input)
    {
        (input.Project, input.Report, input.Block) = (Project, Report, Block);
        (input.Indicator, input.Unit, input.From, input.To, input.Group) = (Indicator, Unit, From, To, Group);
    }
}
