using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bridgehead.Features.Access;

/// <summary>Reads "Authorization: Bearer bh_…" afresh on every request, so a revoked token is refused on its next one. Cookies do not count here.</summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, BridgeheadDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer + ApiToken.Prefix, StringComparison.Ordinal)) return AuthenticateResult.NoResult();
        var digest = ApiToken.DigestOf(header[Bearer.Length..].Trim());
        var token = await db.Set<ApiToken>().AsNoTracking().FirstOrDefaultAsync(t => t.Digest == digest, Context.RequestAborted);
        if (token is null || !token.IsGoodAt(clock.GetUtcNow().UtcDateTime)) return AuthenticateResult.Fail("unknown, revoked or expired");
        var user = await db.Set<AppUser>().AsNoTracking().FirstAsync(u => u.Id == token.UserId, Context.RequestAborted);
        var ticket = Claims.Of(user, Claims.TokenScheme, token.Scopes.Split(' ').Append(Permission.SignedIn));
        return AuthenticateResult.Success(new AuthenticationTicket(ticket, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(Context, StatusCodes.Status401Unauthorized, new Refusal($"请在 Authorization 中出示有效的令牌")).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.Of(Context, StatusCodes.Status403Forbidden, new Refusal($"您的角色或令牌没有这项权限")).ExecuteAsync(Context);
}
