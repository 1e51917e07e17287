using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Names the people who may let a project into a stage.</summary>
public sealed class WhoApproves(BridgeheadDb db)
{
    /// <summary>How many are named.</summary>
    public const int Named = 4;

    /// <summary>Their names, those nearest to the project first; without the person who asks.</summary>
    public async Task<IReadOnlyList<string>> Of(Project project, Approver approver, Guid? without, CancellationToken cancel = default)
    {
        if (approver == Approver.None) return [];
        var paths = await db.Set<Unit>().AsNoTracking().Where(u => u.Id == project.UnitId || u.Id == project.ParkId).Select(u => u.Path).ToListAsync(cancel);
        var reviewers = await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).Where(u => u.Role == Role.Reviewer && !u.Disabled && u.Id != without).ToListAsync(cancel);
        return [.. from person in reviewers
                   let root = DataScope.RootFor(person.Role, person.Unit)
                   where root is not null && paths.Exists(p => p.StartsWith(root, StringComparison.Ordinal)) && (approver != Approver.Bureau || person.Unit.Kind == UnitKind.CityBureau)
                   orderby root.Length descending, person.UserName
                   select person.DisplayName];
    }
}
