using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Bridgehead;

/// <summary>
/// The proxies whose word about the caller's address and scheme is believed: the setting "proxies" with addresses (10.0.0.5) and networks
/// (10.0.0.0/24), comma-separated. Without it nobody is believed, and a caller cannot choose the address the trail records.
/// </summary>
public static class TrustedProxies
{
    /// <summary>Believes X-Forwarded-For and X-Forwarded-Proto of the proxies named in the settings, and of no others.</summary>
    /// <exception cref="FormatException">The setting names something that is neither an address nor a network.</exception>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, IConfiguration settings)
    {
        var named = Named(settings);
        return named.Length == 0 ? app : app.UseForwardedHeaders(Believing(named));
    }

    /// <summary>The proxies the settings name; none when nobody is believed.</summary>
    public static string[] Named(IConfiguration settings) => (settings["proxies"] ?? "").Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ForwardedHeadersOptions Believing(IEnumerable<string> named)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
            else throw new FormatException($"\"proxies\": {name} is neither an address (10.0.0.5) nor a network (10.0.0.0/24).");
        }
        return options;
    }
}
