using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>
/// Counts guesses before they are judged, each count durable at once, so that no number of nodes, addresses or parallel requests
/// gets more than the allowed tries in a quarter of an hour (reliability goal 25).
/// </summary>
public sealed class CountTries(BridgeheadDb db, TimeProvider clock)
{
    /// <summary>How long a count stands.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Tries at one account, from wherever.</summary>
    public const int AtOneAccount = 5;

    /// <summary>Failed tries from one address, at whatever accounts.</summary>
    public const int FromOneAddress = 20;

    /// <summary>Counts a try. False: it is one too many and must not be judged.</summary>
    public async Task<bool> Take(string key, int allowed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var over = now - Window.Ticks;
        var count = await db.Database.SqlQuery<int>($"""
            INSERT INTO "SignInTries" ("Key", "Count", "Since") VALUES ({key}, 1, {now})
            ON CONFLICT ("Key") DO UPDATE SET
              "Count" = CASE WHEN "SignInTries"."Since" < {over} THEN 1 ELSE "SignInTries"."Count" + 1 END,
              "Since" = CASE WHEN "SignInTries"."Since" < {over} THEN {now} ELSE "SignInTries"."Since" END
            RETURNING "Count" AS "Value"
            """).ToListAsync(cancel);
        return count[0] <= allowed;
    }

    /// <summary>Forgets a count after success.</summary>
    public Task Forget(string key, CancellationToken cancel) =>
        db.Set<SignInTry>().Where(t => t.Key == key).ExecuteDeleteAsync(cancel);

    /// <summary>Takes one try back: it succeeded.</summary>
    public Task GiveBack(string key, CancellationToken cancel) =>
        db.Set<SignInTry>().Where(t => t.Key == key && t.Count > 0).ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, t => t.Count - 1), cancel);
}
