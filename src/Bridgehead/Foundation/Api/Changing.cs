namespace Bridgehead;

/// <summary>The common way of an endpoint that changes one record: found within the asker's scope, changed at the version that was read, shown as it now is.</summary>
public static class Changing
{
    /// <summary>The handler: 404 for what is not there, the record's identity in the trail, the version from If-Match.</summary>
    /// <param name="find">Finds the record, ready to be changed; null when it is not there or not in scope.</param>
    /// <param name="act">Changes it.</param>
    /// <param name="show">The record as it now is.</param>
    public static Func<Guid, TInput, HttpContext, Task<object>> Change<TThing, TInput>(
        Func<HttpContext, Guid, Task<TThing?>> find, Func<HttpContext, TThing, TInput, Task> act, Func<HttpContext, TThing, Task<object>> show)
        where TThing : class, IVersioned where TInput : class => async (id, input, http) => await Run(id, http, find, thing => act(http, thing, input), show);

    /// <summary>The same where nothing has to be said.</summary>
    public static Func<Guid, HttpContext, Task<object>> Change<TThing>(
        Func<HttpContext, Guid, Task<TThing?>> find, Func<HttpContext, TThing, Task> act, Func<HttpContext, TThing, Task<object>> show)
        where TThing : class, IVersioned => async (id, http) => await Run(id, http, find, thing => act(http, thing), show);

    private static async Task<object> Run<TThing>(Guid id, HttpContext http, Func<HttpContext, Guid, Task<TThing?>> find, Func<TThing, Task> act, Func<HttpContext, TThing, Task<object>> show)
        where TThing : class, IVersioned
    {
        if (await find(http, id) is not { } thing) return ApiProblem.NotThere(http);
        var services = http.RequestServices;
        services.GetRequiredService<UnitOfWork>().Subject = id;
        await services.GetRequiredService<BridgeheadDb>().ReadAtOnce(thing, VersionTag.Expected(http), http.RequestAborted);
        await act(thing);
        return Written.Changed(await show(http, thing), thing.Version);
    }
}
