using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;

namespace Bridgehead;

/// <summary>
/// Whoever asks: the signed-in person, an API token's owner, or the operator at the command line. Filled by the door from the
/// database on every request, so a disabled account or a changed role acts on the next request on every node.
/// </summary>
public sealed class Asker
{
    private Unit? unit;

    /// <summary>Who; null for nobody signed in and for the command line.</summary>
    public Guid? UserId { get; private set; }
    /// <summary>The name shown to others.</summary>
    public string Name { get; private set; } = "";
    /// <summary>What the person is; null for nobody.</summary>
    public Role? Role { get; private set; }
    /// <summary>The unit the person belongs to.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>That unit's name.</summary>
    public string UnitName { get; private set; } = "";
    /// <summary>That unit's path in the tree.</summary>
    public string UnitPath { get; private set; } = "";
    /// <summary>For enterprise users, the enterprise they speak for.</summary>
    public Guid? EnterpriseId { get; private set; }
    /// <summary>The language the person chose, "zh" or "en"; null for a persona, whom many people share, and for nobody.</summary>
    public string? Language { get; private set; }
    /// <summary>Where the request came from.</summary>
    public string Address { get; set; } = "";
    /// <summary>What the data scope is rooted at: everything whose unit path starts with it. Null sees nothing.</summary>
    public string? ScopePath { get; private set; }
    /// <summary>When asking through a token, the permissions the token was narrowed to.</summary>
    public IReadOnlySet<string>? Scopes { get; private set; }
    /// <summary>The operator at the command line: all rights, named as such in the trail.</summary>
    public bool IsOperator { get; private set; }

    /// <summary>The password was given by somebody else or is too old: it is replaced before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether the person belongs to the city bureau, which decides for the whole city; the operator does as well.</summary>
    public bool IsOfBureau => IsOperator || unit?.Kind == UnitKind.CityBureau;

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsKnown => UserId is not null || IsOperator;

    /// <summary>Whether the asker holds a permission.</summary>
    public bool May(string permission) =>
        IsOperator || (Role is { } role && role.Grants(permission) && (Scopes is null || Scopes.Contains(permission)));

    /// <summary>The name of the unit in the language of the person.</summary>
    public string UnitNameIn(Words words) => unit?.NameIn(words) ?? UnitName;

    /// <summary>Whether the scope covers a unit.</summary>
    public bool Covers(string unitPath) => ScopePath is not null && unitPath.StartsWith(ScopePath, StringComparison.Ordinal);

    /// <summary>The asker is this person, from this unit.</summary>
    /// <param name="user">The person.</param>
    /// <param name="scopePath">The root of the person's data scope.</param>
    /// <param name="scopes">Permissions a token narrows to, or null.</param>
    public void Becomes(AppUser user, string? scopePath, IReadOnlySet<string>? scopes = null)
    {
        (UserId, Name, Role, UnitId, EnterpriseId) = (user.Id, user.DisplayName, user.Role, user.UnitId, user.EnterpriseId);
        (UnitName, UnitPath, ScopePath, Scopes) = (user.Unit.Name, user.Unit.Path, scopePath, scopes);
        (unit, Language) = (user.Unit, user.IsPersona ? null : user.Language);
    }

    /// <summary>The asker is the operator at the command line, who has the machine and therefore everything on it.</summary>
    public void BecomesOperator()
    {
        (IsOperator, Name, UnitName, Address, ScopePath) = (true, Environment.UserName, "", "command line", "/");
    }
}
