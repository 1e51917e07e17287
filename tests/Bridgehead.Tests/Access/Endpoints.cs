using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Access;

/// <summary>One way into the application: method, address, and the policy it states ("none" when it states none).</summary>
internal sealed record Entrance(string Method, string Route, string Policy)
{
    /// <summary>As a line of the table.</summary>
    public string Line => $"{Method}\t{Route}\t{Policy}";

    /// <summary>Whether it changes something.</summary>
    public bool IsUnsafe => Method is not ("GET" or "HEAD");
}

/// <summary>Every endpoint the running application has, pages by handler, static files as one.</summary>
internal static class Endpoints
{
    public static async Task<IReadOnlyList<Entrance>> Of(IServiceProvider services, params IEnumerable<Endpoint> besides)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var found = new HashSet<Entrance>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.Concat(besides).OfType<RouteEndpoint>())
        {
            var route = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');
            // run from the build folder the framework looks for new asset files as well; published it does not, and the fallback policy denies it
            if (route == "/{**path:file}") continue;
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) found.Add(new("GET", "(static files)", Policy(endpoint.Metadata)));
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await pages.LoadAsync(page, endpoint.Metadata);
                var policy = Policy((compiled.Endpoint ?? endpoint).Metadata);
                found.Add(new("GET", route, policy));
                foreach (var handler in compiled.HandlerMethods ?? [])
                    found.Add(new(handler.HttpMethod.ToUpperInvariant(), route + (handler.Name is { } name ? "?handler=" + name : ""), policy));
            }
            else
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                    found.Add(new(method, route, Policy(endpoint.Metadata)));
            }
        }
        return [.. found.OrderBy(e => e.Line, StringComparer.Ordinal)];
    }

    private static string Policy(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null) return "anonymous";
        var stated = metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Where(p => !string.IsNullOrEmpty(p)).Distinct().ToList();
        return stated.Count == 0 ? "none" : string.Join('+', stated);
    }
}
