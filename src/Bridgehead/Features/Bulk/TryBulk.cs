using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Bulk;

/// <summary>Tries a bulk change on one project as the person who asks: does it by the project's own use cases and takes it back before anybody sees it, so that the preview says exactly what will happen.</summary>
public sealed class TryBulk(IServiceScopeFactory scopes)
{
    /// <summary>Notes in the row how it would go.</summary>
    public async Task Run(BulkJob job, BulkRow row, CancellationToken cancel = default)
    {
        await using var services = scopes.CreateAsyncScope();
        var with = services.ServiceProvider;
        var (db, work) = (with.GetRequiredService<BridgeheadDb>(), with.GetRequiredService<UnitOfWork>());
        try
        {
            Refusal.Unless(await Become(with, db, job, cancel), $"发起人已不能修改项目");
            var project = await (await with.GetRequiredService<ListProjects>().Visible(cancel)).AnyAsync(p => p.Id == row.ProjectId, cancel) ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == row.ProjectId, cancel) : null;
            Refusal.When(project is null, $"项目已不在，或者不在您的数据范围内");
            if (BulkChange.IsSo(project!, job)) row.Judge(BulkOutcome.Same, null);
            else
            {
                await with.GetRequiredService<BulkChange>().Do(project!, job, cancel);
                row.Judge(BulkOutcome.Waiting, null);
            }
        }
        catch (Refusal refusal)
        {
            row.Judge(BulkOutcome.Refused, refusal);
        }
        await work.Rollback();
    }

    /// <summary>The person who asked, as the rights are now. False when the account is closed or may no longer change projects.</summary>
    internal static async Task<bool> Become(IServiceProvider with, BridgeheadDb db, BulkJob job, CancellationToken cancel)
    {
        if (await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == job.UserId && !u.Disabled, cancel) is not { } user) return false;
        var asker = with.GetRequiredService<Asker>();
        asker.Becomes(user, DataScope.RootFor(user.Role, user.Unit));
        asker.Address = "background";
        return asker.May(Permission.WriteProjects);
    }
}
