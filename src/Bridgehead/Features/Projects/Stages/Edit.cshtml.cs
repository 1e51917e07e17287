using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Writing the next version of a track's stages. It becomes a draft: the page after shows what it would do before it holds for anybody.</summary>
[Authorize(Permission.ConfigureStages)]
public sealed class EditPage(StageRules rules, ProposeStages propose, OpenProject open, UnitOfWork work) : Screen
{
    /// <summary>How many requirements under a condition can be typed for a stage beside those that stand.</summary>
    private const int Spare = 2;

    /// <summary>Which track.</summary>
    [BindProperty(SupportsGet = true)] public Track Track { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public StageSetInput Input { get; set; } = new();

    /// <summary>The set in force.</summary>
    public StageSet Set { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!propose.May || !Enum.IsDefined(Track)) return false;
        Set = (await rules.On(open.Today, Cancel))[Track];
        return true;
    }

    /// <summary>Shows the form, filled with what is in force.</summary>
    public void OnGet() => Input = new StageSetInput
    {
        Track = Track, ValidFrom = open.Today,
        Rules = [.. Stage.All.Select(s => StageRuleInput.Of(s, Set.Rule(s.Order)))],
    };

    /// <summary>Writes the draft.</summary>
    public async Task<IActionResult> OnPost()
    {
        var set = await propose.Run(Input, Cancel);
        work.Subject = set.Id;
        return RedirectToPage("/Projects/Stages/Show", new { set.Id });
    }

    /// <summary>The conditions of a stage with room for more.</summary>
    public static IReadOnlyList<ConditionInput> Conditions(StageRuleInput rule)
    {
        var filled = (rule.Conditions ?? []).Where(c => !string.IsNullOrEmpty(c.Asks)).ToList();
        return [.. filled, .. Enumerable.Range(0, Spare).Select(_ => new ConditionInput())];
    }
}
