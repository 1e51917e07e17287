using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Enterprises;

/// <summary>The clerk's list of what does not fit together in the register, and what to do about each.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class ContradictionsPage(ListContradictions list, FindContradictions find, Asker asker) : Screen
{
    /// <summary>Only of this rule.</summary>
    [BindProperty(SupportsGet = true)] public ContradictionRule? Rule { get; set; }
    /// <summary>Those answered instead of those open.</summary>
    [BindProperty(SupportsGet = true)] public bool Answered { get; set; }
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true), MaxLength(80)] public string? After { get; set; }
    /// <summary>The rows.</summary>
    public IReadOnlyList<ContradictionRow> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>How many stand open by rule.</summary>
    public IReadOnlyDictionary<ContradictionRule, int> Counts { get; private set; } = new Dictionary<ContradictionRule, int>();
    /// <summary>Whether the asker may have the whole register looked at again, and keep the checklist.</summary>
    public bool MayKeep => asker.May(Permission.KeepClassKinds);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, Next) = await list.Page(Rule, Answered, After, Listed.Usual, Cancel);
        Counts = await list.Open(Cancel);
        return true;
    }

    /// <summary>Looks at the whole register again: what depends on the day has moved on.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayKeep) return Forbid();
        var open = await find.All(Cancel);
        this.Notice($"已重新核对全部企业，待答复的矛盾{open}条");
        return RedirectToPage();
    }

    /// <summary>The address of the list with something changed.</summary>
    public string Address(ContradictionRule? rule, bool answered, string? after = null) =>
        Url.Page("/Enterprises/Diligence/List", new { rule, answered = answered ? "true" : null, after })!;
}
