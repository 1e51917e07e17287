using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>One's own API tokens: make one with some of one's rights, take one back.</summary>
[Authorize(Permission.SignedIn)]
public sealed class TokensPage(BridgeheadDb db, Asker asker, TimeProvider clock, UnitOfWork work) : OwnPage(db, asker)
{
    private readonly Asker asker = asker;

    /// <summary>What the token is for.</summary>
    [BindProperty, MaxLength(60)] public string? Name { get; set; }
    /// <summary>The rights it carries.</summary>
    [BindProperty] public IReadOnlyList<string> Scopes { get; set; } = [];
    /// <summary>How long it is good, in months, 1 to 12.</summary>
    [BindProperty, Range(1, 12)] public int Months { get; set; } = 3;
    /// <summary>The tokens there are.</summary>
    public IReadOnlyList<ApiToken> Mine { get; private set; } = [];
    /// <summary>The token just made, shown once.</summary>
    public string? Fresh { get; private set; }
    /// <summary>The rights one may give on.</summary>
    public IEnumerable<string> MayGive => Permission.Of(Me.Role).Where(p => p != Permission.SignedIn);
    /// <summary>Now (UTC).</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Mine = await Db.Set<ApiToken>().Where(t => t.UserId == Me.Id).OrderByDescending(t => t.CreatedAt).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Makes one; the page that answers shows it once.</summary>
    public async Task OnPost()
    {
        var secret = ApiToken.NewSecret();
        var token = new ApiToken(Me.Id, Name ?? "", secret, Scopes.Where(s => MayGive.Contains(s) && asker.May(s)).Distinct(), Now, Now.AddMonths(Months));
        Db.Add(token);
        work.Subject = token.Id;
        await Db.SaveChangesAsync(Cancel);
        await Load();
        Fresh = secret;
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostRevoke(Guid token)
    {
        var found = Mine.FirstOrDefault(t => t.Id == token) ?? throw new Refusal($"没有这个令牌");
        found.Revoke(Now);
        work.Subject = found.Id;
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage();
    }
}
