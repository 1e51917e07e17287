namespace Bridgehead;

/// <summary>Headers on every answer: scripts, styles and requests from our own host only, no framing but of a document inside a page of our own, nothing kept in shared caches (reliability goal 21).</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // a PDF is no page: browsers show it in a viewer of their own, which any other line of a policy would cut off, so all that is said is who may frame it
    private const string OfDocuments = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Lets the pages of our own host, and no other, show the answer within a frame. Only for a PDF sent as one.</summary>
    public static void LetOurPagesFrame(HttpResponse pdf) => pdf.Headers.ContentSecurityPolicy = OfDocuments;

    /// <summary>Sets them.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy != OfDocuments || context.Response.ContentType != "application/pdf") headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.User.Identity is { IsAuthenticated: true } && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next();
    });
}
