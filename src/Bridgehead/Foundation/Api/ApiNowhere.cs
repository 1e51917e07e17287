using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Bridgehead;

/// <summary>Answers what no endpoint of the API takes: 405 where the address takes other methods, 415 where it takes other content, 404 elsewhere.</summary>
internal sealed class ApiNowhere(EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    private readonly Lazy<IReadOnlyList<(RouteEndpoint Endpoint, TemplateMatcher Matcher)>> known = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is not null && e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .Select(e => (e, new TemplateMatcher(new RouteTemplate(e.RoutePattern), [])))]);

    /// <summary>The status, and the methods the address takes.</summary>
    public void Answer(HttpContext http)
    {
        var here = known.Value.Where(k => Takes(http, k.Endpoint.RoutePattern, k.Matcher)).Select(k => k.Endpoint).ToList();
        var methods = here.SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods).Distinct().Order(StringComparer.Ordinal).ToList();
        if (methods.Contains(http.Request.Method) && here.Any(e => e.Metadata.GetMetadata<IAcceptsMetadata>() is not null))
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        else if (methods.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = string.Join(", ", methods);
        }
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private bool Takes(HttpContext http, RoutePattern pattern, TemplateMatcher matcher)
    {
        var values = new RouteValueDictionary();
        if (!matcher.TryMatch(http.Request.Path, values)) return false;
        return pattern.ParameterPolicies.All(p => p.Value.All(reference =>
            policies.Create(pattern.GetParameter(p.Key), reference) is not IRouteConstraint rule || rule.Match(http, null, p.Key, values, RouteDirection.IncomingRequest)));
    }
}
