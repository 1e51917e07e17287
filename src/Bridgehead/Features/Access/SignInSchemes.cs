using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bridgehead.Features.Access;

/// <summary>Who is believed where: pages believe the session cookie alone, the API a token alone, so no other site can make a browser write through the API.</summary>
internal static class SignInSchemes
{
    private const string ByPath = "by-path";

    public static void AddSignInSchemes(this IServiceCollection services)
    {
        services.AddSingleton<ServerSessions>();
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.IsFromProgram() ? Claims.TokenScheme : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(Claims.TokenScheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(SecondStep.Scheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddOptions<CookieNames>().Configure<IConfiguration, Installation>((names, settings, installation) =>
            names.Https = settings["https"] is { Length: > 0 } said ? Installation.IsOn(said) : !installation.Demo && (TrustedProxies.Named(settings).Length > 0 || !OnlyLoopback(settings["urls"])));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ServerSessions, IOptions<CookieNames>>((cookie, sessions, names) =>
            {
                Guard(cookie, names.Value, names.Value.Session);
                cookie.SessionStore = sessions;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = ServerSessions.Longest;
                cookie.LoginPath = "/access/sign-in";
                cookie.ReturnUrlParameter = "to";
            });
        services.AddOptions<CookieAuthenticationOptions>(SecondStep.Scheme)
            .Configure<IOptions<CookieNames>>((cookie, names) => Guard(cookie, names.Value, names.Value.Session + "-step"));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<CookieNames>>((cookie, names) => Guard(cookie, names.Value, names.Value.Session + "-passkey"));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<CookieNames>>((notice, names) =>
        {
            (notice.Cookie.Name, notice.Cookie.SecurePolicy) = (names.Value.Session + "-notice", names.Value.Secure);
            (notice.Cookie.HttpOnly, notice.Cookie.SameSite, notice.Cookie.Path) = (true, SameSiteMode.Strict, "/");
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<CookieNames>>((forgery, names) =>
        {
            (forgery.Cookie.Name, forgery.Cookie.SecurePolicy) = (names.Value.Forgery, names.Value.Secure);
            (forgery.Cookie.HttpOnly, forgery.Cookie.SameSite, forgery.Cookie.Path) = (true, SameSiteMode.Strict, "/");
            forgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Guard(CookieAuthenticationOptions cookie, CookieNames names, string name)
    {
        (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.HttpOnly) = (name, "/", true);
        (cookie.Cookie.SecurePolicy, cookie.Cookie.SameSite) = (names.Secure, SameSiteMode.Strict);
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromMinutes(5), false);
    }

    private static bool OnlyLoopback(string? addresses) =>
        (addresses ?? "http://localhost").Split(';').All(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true });
}
