using System.Security.Claims;

namespace Bridgehead.Features.Access;

/// <summary>What a ticket says: who, under which security stamp, and for a token which permissions it was narrowed to. Nothing else is believed.</summary>
public static class Claims
{
    /// <summary>The security stamp the ticket was given under; a changed password or role ends it.</summary>
    public const string Stamp = "stamp";
    /// <summary>A permission a token was narrowed to.</summary>
    public const string Scope = "scope";
    /// <summary>The session the ticket belongs to.</summary>
    public const string Session = "session";

    /// <summary>The ticket of a person.</summary>
    public static ClaimsPrincipal Of(AppUser user, string scheme, IEnumerable<string>? scopes = null) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(ClaimTypes.Name, user.UserName!), new Claim(Stamp, user.SecurityStamp ?? ""),
            .. (scopes ?? []).Select(s => new Claim(Scope, s)),
        ], scheme));

    /// <summary>The permissions a token was narrowed to; null for a person's own session.</summary>
    public static IReadOnlySet<string>? Scopes(ClaimsPrincipal ticket)
    {
        var scopes = ticket.FindAll(Scope).Select(c => c.Value).ToHashSet();
        return scopes.Count == 0 && ticket.Identity?.AuthenticationType != TokenScheme ? null : scopes;
    }

    /// <summary>The scheme of API tokens.</summary>
    public const string TokenScheme = "token";
}
