using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Access.Users;

/// <summary>Opening an account; its initial password is shown once.</summary>
[Authorize(Permission.ManageUsers)]
public sealed class NewPage(GiveAccount accounts, ScopedUnits units) : Screen
{
    /// <summary>The account wanted.</summary>
    [BindProperty] public NewAccount Input { get; set; } = new();
    /// <summary>The initial password, shown once.</summary>
    public string? Fresh { get; private set; }
    /// <summary>The units it may belong to.</summary>
    public IReadOnlyList<Organisations.Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await units.All(Cancel);
        return Units.Count > 0;
    }

    /// <summary>Opens it.</summary>
    public async Task OnPost() => (_, Fresh) = await accounts.Open(Input, null, Cancel);
}
