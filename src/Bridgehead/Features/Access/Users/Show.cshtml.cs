using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access.Users;

/// <summary>One account: name, role, unit; close, reopen, reset.</summary>
[Authorize(Permission.ManageUsers)]
public sealed class ShowPage(BridgeheadDb db, Asker asker, GiveAccount accounts, ScopedUnits units) : PageAbout<AppUser>(db)
{
    /// <summary>What may be changed.</summary>
    public sealed class Change
    {
        /// <summary>The name shown.</summary>
        [MaxLength(40)] public string? DisplayName { get; set; }
        /// <summary>The role.</summary>
        public Role Role { get; set; }
        /// <summary>The unit's code.</summary>
        [MaxLength(100)] public string? Unit { get; set; }
        /// <summary>For an enterprise's own people, the enterprise: full name or credit code.</summary>
        [MaxLength(120)] public string? Enterprise { get; set; }
        /// <summary>The version that was read.</summary>
        public long Version { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty] public Change Input { get; set; } = new();
    /// <summary>A fresh initial password, shown once.</summary>
    public string? Fresh { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    protected override async Task<AppUser?> Find()
    {
        Units = await units.All(Cancel);
        var found = await Db.Set<AppUser>().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == Id, Cancel);
        return found is not null && asker.Covers(found.Unit.Path) ? found : null;
    }

    /// <summary>Shows it.</summary>
    public Task OnGet() => Fill();

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPost()
    {
        Db.ReadAt(Subject, Input.Version);
        await accounts.Move(Subject, Input.DisplayName ?? "", Input.Role, Input.Unit ?? "", Input.Enterprise, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Closes or reopens it.</summary>
    public async Task<IActionResult> OnPostClose(long version)
    {
        Db.ReadAt(Subject, version);
        await accounts.Close(Subject, !Subject.Disabled, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Gives a fresh initial password, shown once.</summary>
    public async Task OnPostReset(long version)
    {
        Db.ReadAt(Subject, version);
        Fresh = await accounts.Reset(Subject, null, Cancel);
        await Fill();
    }

    private async Task Fill()
    {
        var own = Subject.EnterpriseId is null ? null : await Db.Set<Enterprise>().Where(e => e.Id == Subject.EnterpriseId).Select(e => new { e.CreditCode, e.Name }).FirstOrDefaultAsync(Cancel);
        Input = new Change { DisplayName = Subject.DisplayName, Role = Subject.Role, Unit = Subject.Unit.Code, Enterprise = own?.CreditCode?.Value ?? own?.Name, Version = Subject.Version };
    }
}
