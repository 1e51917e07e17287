using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Signals;

/// <summary>The thresholds of the rules: what each is, what others would give, and setting them for the next run.</summary>
[Authorize(Permission.ReadSignals)]
public sealed class RulesPage(FindSignals find, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Thresholds as they are typed; those in force at first.</summary>
    [BindProperty] public SignalRulesInput Input { get; set; } = new();

    /// <summary>The thresholds in force.</summary>
    public SignalRules Now { get; private set; } = SignalRules.Default;
    /// <summary>How many signals the typed ones would give.</summary>
    public IReadOnlyList<(SignalKind Kind, int Now, int Then)> Preview { get; private set; } = [];
    /// <summary>Whether the asker may set them.</summary>
    public bool MaySet => asker.May(Permission.SetSignalRules) && asker.IsOfBureau;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Now = await find.Rules(Cancel);
        return true;
    }

    /// <summary>Shows them.</summary>
    public void OnGet() => Input = SignalRulesInput.Of(Now);

    /// <summary>Shows what the typed ones would give; nothing is kept.</summary>
    public async Task<IActionResult> OnPostTry()
    {
        Preview = await find.Preview(Input, Cancel);
        return Page();
    }

    /// <summary>Sets them.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.SetSignalRules)) return Forbid();
        var rules = await find.Set(Input, Cancel);
        work.Subject = rules.Id;
        this.Notice($"核查规则第{rules.Number}版已生效，下次核查按它进行");
        return RedirectToPage();
    }
}
