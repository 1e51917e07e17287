using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.WebEncoders;

namespace Bridgehead.Features.Shared;

/// <summary>What all pages share: navigation, Chinese sent as it is, pages for what went wrong.</summary>
public static class SharedModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddSingleton<Addresses>().AddScoped<Navigation>()
        .Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    /// <summary>A page instead of a bare status wherever a person, not a program, asked: not found, not allowed, out of date, broken.</summary>
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app) => app
        .UseWhen(http => !http.Request.IsFromProgram(), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem/500", CreateScopeForErrors = true })
            .UseStatusCodePagesWithReExecute("/problem/{0}")
            .Use(AsRead));

    /// <summary>Maps what leads nowhere, so that a wrong address is told from a forbidden one.</summary>
    public static void MapNowhere(IEndpointRouteBuilder site) =>
        site.MapFallback(AtStart.Made(() => Results.NotFound())).RequireAuthorization(Access.Permission.SignedIn).ExcludeFromDescription();

    /// <summary>A page about what went wrong is only read, in the language asked for: the form that led to it is not carried out a second time.</summary>
    private static Task AsRead(HttpContext http, RequestDelegate next)
    {
        var reason = http.Features.Get<IStatusCodeReExecuteFeature>();
        if (reason is not null) http.Request.QueryString = new QueryString(reason.OriginalQueryString);
        if ((reason is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) && !HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
