namespace Bridgehead.Features.Shared;

/// <summary>The addresses of this installation, gathered once: every page asks for them.</summary>
public sealed class Addresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> all = new(() =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether an address leads somewhere.</summary>
    public bool Exists(string address) => all.Value.Contains(address);
}
