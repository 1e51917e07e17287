using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Identity;

namespace Bridgehead.Features.Access;

/// <summary>A person who may sign in: one role in one unit.</summary>
public sealed class AppUser : IdentityUser<Guid>, IVersioned, IAudited
{
    /// <summary>The name shown to others.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What the person is.</summary>
    public Role Role { get; set; }

    /// <summary>The unit the person belongs to; it and everything below it is the data scope.</summary>
    public Guid UnitId { get; set; }

    /// <summary>That unit.</summary>
    public Unit Unit { get; set; } = null!;

    /// <summary>For enterprise users, the enterprise they speak for.</summary>
    public Guid? EnterpriseId { get; set; }

    /// <summary>A disabled account is refused on its next request, on every node.</summary>
    public bool Disabled { get; set; }

    /// <summary>"zh" or "en".</summary>
    public string Language { get; set; } = "zh";

    /// <summary>A demo persona: signs in without a password, in demo mode only.</summary>
    public bool IsPersona { get; set; }

    /// <summary>When the password was last set (UTC).</summary>
    public DateTime? PasswordSetAt { get; set; }

    /// <summary>The password was given by somebody else and must be replaced before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The secret shared with the person's authenticator app, encrypted; null while none is set up.</summary>
    public string? CodeSecret { get; set; }

    /// <summary>The last 30-second step whose code was used: a code is good once, on whichever node.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Whether signing in asks for a code of the authenticator app.</summary>
    public bool AsksForCode => TwoFactorEnabled && CodeSecret is not null;

    /// <summary>Ends every session and every remembered step of this person: the next request of each is refused.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    /// <inheritdoc />
    public long Version { get; set; }
}
