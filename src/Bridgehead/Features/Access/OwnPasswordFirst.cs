namespace Bridgehead.Features.Access;

/// <summary>Whoever was given a password by somebody else, or has had it for 90 days, chooses an own one before anything else.</summary>
public static class OwnPasswordFirst
{
    private static readonly string[] Open = ["/access/password", "/access/sign-out", "/access/sign-in"];

    /// <summary>Leads such a person's pages to the password page.</summary>
    public static IApplicationBuilder UseOwnPasswordFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.RequestServices.GetRequiredService<Asker>().MustChangePassword || context.GetEndpoint() is null
            || context.Request.IsFromProgram() || Array.Exists(Open, o => path.Equals(o, StringComparison.OrdinalIgnoreCase))
            || context.GetEndpoint()!.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null) return next(context);
        context.Response.Redirect("/access/password");
        return Task.CompletedTask;
    });
}
