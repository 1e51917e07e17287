using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>One's own account: who one is here, how one signs in, where one is signed in.</summary>
[Authorize(Permission.SignedIn)]
public sealed class AccountPage(BridgeheadDb db, Asker asker, Passkeys passkeys, TimeProvider clock) : OwnPage(db, asker)
{
    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "done")] public string? Done { get; set; }
    /// <summary>One's sessions, the latest first.</summary>
    public IReadOnlyList<UserSession> Sessions { get; private set; } = [];
    /// <summary>How many passkeys there are.</summary>
    public int PasskeyCount { get; private set; }
    /// <summary>How many API tokens are good.</summary>
    public int TokenCount { get; private set; }
    /// <summary>The digest of this session.</summary>
    public string? Current => HttpContext.Items[ServerSessions.Current] as string;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        Sessions = await Db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == Me.Id && s.ExpiresAt > now && s.SeenAt > now - ServerSessions.Idle)
            .OrderByDescending(s => s.SeenAt).ToListAsync(Cancel);
        PasskeyCount = (await passkeys.Of(Me)).Count;
        TokenCount = await Db.Set<ApiToken>().CountAsync(t => t.UserId == Me.Id && t.RevokedAt == null && t.ExpiresAt > now, Cancel);
        return true;
    }

    /// <summary>Ends one session, here or elsewhere.</summary>
    public async Task<IActionResult> OnPostEnd(string? session)
    {
        await Db.BeginWrite(Cancel);
        var ended = await Db.Set<UserSession>().Where(s => s.UserId == Me.Id && s.KeyDigest == session).ExecuteDeleteAsync(Cancel);
        Refusal.Unless(ended == 1, $"这次登录已经结束");
        Db.Note(new FieldChange(nameof(UserSession), Me.Id, "Ended", null, session![..8]));
        return RedirectToPage(new { done = "ended" });
    }

    /// <summary>Remembers the language.</summary>
    public async Task<IActionResult> OnPostLanguage(string? language)
    {
        Me.Language = language == "en" ? "en" : "zh";
        await Db.SaveChangesAsync(Cancel);
        return LocalRedirect($"/access/account?lang={Me.Language}");
    }
}
