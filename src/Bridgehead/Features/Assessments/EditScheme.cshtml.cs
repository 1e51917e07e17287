using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Assessments;

/// <summary>Writes another version of a scheme, or a new one.</summary>
[Authorize(Permission.RunAssessments)]
public sealed class EditSchemePage(FindAssessments find, DefineScheme define, UnitOfWork work, Words words) : Screen
{
    /// <summary>The scheme to begin from.</summary>
    [FromQuery] public string? Code { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public SchemeInput Input { get; set; } = new();

    /// <summary>The methods.</summary>
    public IReadOnlyList<SelectListItem> Methods { get; private set; } = [];
    /// <summary>The kinds of units.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await find.MayRun(Cancel)) return false;
        Methods = [.. Enum.GetValues<ScoreMethod>().Select(m => new SelectListItem(words.Of(m), m.ToString()))];
        Kinds = [new SelectListItem(words["列出的单位"], ""), .. new[] { UnitKind.District, UnitKind.Park, UnitKind.Outpost, UnitKind.CityDepartment }.Select(k => new SelectListItem(words.Of(k), k.ToString()))];
        return true;
    }

    /// <summary>Shows the form filled with the latest version, and a few empty rows.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (!string.IsNullOrEmpty(Code))
        {
            if (await find.Scheme(Code, null, Cancel) is not { } scheme) return NotFound();
            Input = SchemeInput.Of(scheme);
        }
        Input.Groups.AddRange(Enumerable.Range(0, Input.Groups.Count == 0 ? 2 : 1).Select(_ => new SchemeGroupInput()));
        Input.Items.AddRange(Enumerable.Range(0, Input.Items.Count == 0 ? 6 : 2).Select(_ => new SchemeItemInput { EqualIsFull = true }));
        return Page();
    }

    /// <summary>Writes it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var scheme = await define.Run(Input, Cancel);
        work.Subject = scheme.Id;
        this.Notice($"方案第{scheme.Number}版已启用，已开始的考核仍按原来的版本");
        return LocalRedirect($"/assessments/schemes/{scheme.Code}");
    }
}
