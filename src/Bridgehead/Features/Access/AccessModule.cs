using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Bridgehead.Features.Access;

/// <summary>Sign-in, sessions, and the policies: one a permission, and a fallback that denies whatever states none.</summary>
public static class AccessModule
{
    /// <summary>Registers identity, server-side sessions and the policies.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Asker>().AddScoped<ScopedUnits>().AddScoped<Personas>();
        services.AddDataProtection().SetApplicationName("Bridgehead").PersistKeysToDbContext<BridgeheadDb>();
        services.AddIdentityCore<AppUser>(Rules).AddEntityFrameworkStores<BridgeheadDb>().AddSignInManager().AddDefaultTokenProviders();
        services.AddSingleton<ServerSessions>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ServerSessions, IOptions<CookieNames>>((cookie, sessions, names) =>
            {
                cookie.SessionStore = sessions;
                cookie.Cookie.Name = names.Value.Session;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = names.Value.Secure;
                cookie.Cookie.Path = "/";
                cookie.ExpireTimeSpan = ServerSessions.Longest;
                cookie.SlidingExpiration = false;
                cookie.LoginPath = "/access/sign-in";
                cookie.Events.OnRedirectToAccessDenied = denied =>
                {
                    denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
                cookie.ReturnUrlParameter = "to";
            });
        services.AddSingleton<IAuthorizationHandler, HoldsPermissionHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            foreach (var permission in Permission.All)
                options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsPermission(permission)));
        });
        return services;
    }

    internal static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Password.RequiredLength = 10;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+";
    }
}

/// <summary>The cookie's name and transport: "__Host-" and Secure behind HTTPS; plain on a loopback address, where browsers would not keep a secure cookie.</summary>
public sealed class CookieNames
{
    /// <summary>Whether cookies travel over HTTPS only.</summary>
    public bool Https { get; set; }
    /// <summary>The name of the session cookie.</summary>
    public string Session => Https ? "__Host-bridgehead" : "bridgehead";
    /// <summary>The name of the anti-forgery cookie.</summary>
    public string Forgery => Https ? "__Host-bridgehead-form" : "bridgehead-form";
    /// <summary>The transport rule.</summary>
    public CookieSecurePolicy Secure => Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
