namespace Bridgehead;

/// <summary>An answer of 403 without words gets the page that says so; the address and the status stay.</summary>
public static class DeniedInWords
{
    private const string Page = "/access/denied";

    /// <summary>Shows the page. Stands before routing, which runs again for it.</summary>
    public static IApplicationBuilder UseDeniedInWords(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next();
        var (request, response) = (context.Request, context.Response);
        if (response.StatusCode != StatusCodes.Status403Forbidden || response.HasStarted || response.ContentType is not null
            || request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path == Page || context.User.Identity?.IsAuthenticated != true) return;
        var (path, method) = (request.Path, request.Method);
        (request.Path, request.Method) = (Page, HttpMethods.Get);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        await next();
        (request.Path, request.Method) = (path, method);
    });
}
