using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access.Users;

/// <summary>The accounts of the asker's scope, for the security administrator.</summary>
[Authorize(Permission.ManageUsers)]
public sealed class IndexPage(BridgeheadDb db, Asker asker) : Screen
{
    /// <summary>The most accounts shown.</summary>
    public const int Most = 200;

    /// <summary>What is looked for in names.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Query { get; set; }
    /// <summary>The accounts found.</summary>
    public IReadOnlyList<AppUser> Found { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var root = asker.ScopePath;
        if (root is null) return false;
        var users = db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).Where(u => u.Unit.Path.StartsWith(root));
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var (wanted, upper) = (Query.Trim(), Query.Trim().ToUpperInvariant());
            users = users.Where(u => u.NormalizedUserName!.Contains(upper) || u.DisplayName.Contains(wanted) || u.Unit.Name.Contains(wanted));
        }
        Found = await users.OrderBy(u => u.Unit.Order).ThenBy(u => u.NormalizedUserName).Take(Most).ToListAsync(Cancel);
        return true;
    }
}
