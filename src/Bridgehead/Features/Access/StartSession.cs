using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Bridgehead.Features.Access;

/// <summary>Starts the session of a person who has proved who it is: a new key, and the entry in the trail.</summary>
public sealed class StartSession(IHttpContextAccessor http, Asker asker, UnitOfWork work)
{
    /// <summary>Starts it.</summary>
    /// <param name="user">Who, with the unit loaded.</param>
    /// <param name="cancel">Stops when the reader has left.</param>
    /// <param name="besides">What else is kept in the same transaction.</param>
    public async Task Run(AppUser user, CancellationToken cancel, Func<Task>? besides = null)
    {
        // the session is written by a connection of its own: before this request opens its transaction
        await http.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, Claims.Of(user, IdentityConstants.ApplicationScheme));
        asker.Becomes(user, DataScope.RootFor(user.Role, user.Unit));
        if (besides is not null) await besides();
        await work.Commit("access.sign-in", cancel: cancel);
    }
}
