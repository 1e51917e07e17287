using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>One turn of work in the background on behalf of the person whose ledger it is, with that person's rights as they are now.</summary>
internal sealed class WorkOnCheck(BridgeheadDb db, Asker asker, UnitOfWork work, CheckLedger judge, ApplyCheck apply, ILogger<WorkOnCheck> log)
{
    /// <summary>Judges or applies it; however it ends, the check says so.</summary>
    /// <param name="id">The check.</param>
    /// <param name="owner">The turn that took it over.</param>
    /// <param name="most">After how many beginnings it is given up.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">The person wants to stop, the turn was lost, or the program ends.</param>
    /// <param name="stopping">The program ends.</param>
    public async Task Run(Guid id, string owner, int most, ImportProgress progress, CancellationToken stop, CancellationToken stopping)
    {
        if (await Find(id, owner) is not { } check) return;
        var action = check.State == CheckState.Judging ? "imports.judge" : "imports.apply";
        work.Subject = id;
        try
        {
            await Ask(check);
            Refusal.When(check.Attempts > most, $"服务多次中断，没有完成。没有写入任何内容，请稍后再试");
            if (check.State == CheckState.Judging)
            {
                await judge.Judge(check, progress, stop);
                await db.SaveChangesAsync(stop);
            }
            else await apply.Run(check, progress, stop);
            await work.Commit(action, cancel: stop);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await work.Rollback();
            await End(id, owner, "imports.interrupted", null, c => c.HandBack());
        }
        catch (OperationCanceledException)
        {
            await work.Rollback();
            await End(id, owner, action, "已取消，没有写入任何内容", c => c.Stop());
        }
        catch (Refusal refusal)
        {
            await work.Rollback();
            await End(id, owner, action, refusal.Message, c => c.Fail(refusal.Sentence));
        }
        catch (DbUpdateConcurrencyException)
        {
            // another process took the check over, or a record was changed at the same moment
            await work.Rollback();
            await End(id, owner, action, "数据在导入期间被他人修改", c => c.Fail($"数据在导入期间被他人修改，没有写入任何内容；请重新检查后再导入"));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "import {Check}", id);
            await work.Rollback();
            await End(id, owner, action, failure.GetType().Name, c => c.Fail($"系统出错，没有写入任何内容；请重新检查后再导入，仍不行时请告知管理员"));
        }
    }

    private async Task Ask(ImportCheck check)
    {
        var user = await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == check.UserId && !u.Disabled);
        Refusal.When(user is null, $"上传人的账号已停用，不再导入");
        asker.Becomes(user!, DataScope.RootFor(user!.Role, user.Unit));
        asker.Address = check.Address;
        Refusal.Unless(asker.May(Permission.Import), $"上传人已没有导入的权限，不再导入");
    }

    private async Task End(Guid id, string owner, string action, string? why, Action<ImportCheck> end)
    {
        if (await Find(id, owner) is { } check)
        {
            end(check);
            await db.SaveChangesAsync();
        }
        work.Reason = why;
        work.Subject = id;
        await work.Commit(action, why is null ? AuditResult.Done : AuditResult.Refused);
    }

    private Task<ImportCheck?> Find(Guid id, string owner) => db.Set<ImportCheck>().FirstOrDefaultAsync(c => c.Id == id && c.Owner == owner);
}
