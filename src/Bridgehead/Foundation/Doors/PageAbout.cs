using Microsoft.AspNetCore.Mvc;

namespace Bridgehead;

/// <summary>A page about one thing, named by the address. A thing outside the asker's scope is not there.</summary>
public abstract class PageAbout<T>(BridgeheadDb db) : Screen where T : class
{
    /// <summary>The database, for the page's own queries.</summary>
    protected BridgeheadDb Db { get; } = db;

    /// <summary>Which thing.</summary>
    [FromRoute] public Guid Id { get; set; }

    /// <summary>The thing itself.</summary>
    public T Subject { get; private set; } = null!;

    /// <summary>Finds the thing within the asker's scope; null when it is not there.</summary>
    protected abstract Task<T?> Find();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await Find() is not { } found) return false;
        Subject = found;
        return true;
    }
}
