using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Organisations;

/// <summary>Adding a unit to the tree.</summary>
[Authorize(Permission.ManageUnits)]
public sealed class NewPage(FoundUnit found, ScopedUnits units) : Screen
{
    /// <summary>The unit wanted.</summary>
    [BindProperty] public NewUnit Input { get; set; } = new();
    /// <summary>The units it may stand below.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await units.All(Cancel);
        return Units.Count > 0;
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPost()
    {
        Refusal.When(string.IsNullOrWhiteSpace(Input.Parent), $"请写明上级单位，只有市可以没有上级", "Input.Parent");
        await found.Run(Input, Cancel);
        return RedirectToPage("/Organisations/Index");
    }
}
