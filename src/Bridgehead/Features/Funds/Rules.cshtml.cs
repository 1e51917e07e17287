using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Funds;

/// <summary>The rules of recognition: everyone who reads vouchers sees them, the city's reviewer sets them.</summary>
[Authorize(Permission.ReadFunds)]
public sealed class RulesPage(FundsSettings settings, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public RulesInput Input { get; set; } = new();
    /// <summary>Whether the asker may set them.</summary>
    public bool MaySet { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        MaySet = asker.May(Permission.ReviewFunds) && await settings.IsOfCity(Cancel);
        return true;
    }

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Input = RulesInput.Of(await settings.Rules(Cancel));

    /// <summary>Sets them.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.ReviewFunds)) return Forbid();
        work.Subject = FundsRules.Only;
        await settings.Set(Input, Cancel);
        return RedirectToPage();
    }
}
