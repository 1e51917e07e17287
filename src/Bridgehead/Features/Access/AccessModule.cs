using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Bridgehead.Features.Access;

/// <summary>Sign-in, sessions, and the policies: one a permission, and a fallback that denies whatever states none.</summary>
public static class AccessModule
{
    /// <summary>Registers identity, server-side sessions and the policies.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Asker>().AddScoped<ScopedUnits>().AddScoped<Personas>();
        services.AddScoped<CountTries>().AddScoped<CheckPassword>().AddScoped<CheckCode>().AddScoped<ConfirmPerson>().AddScoped<Passkeys>().AddScoped<StartSession>();
        services.AddScoped<SetPassword>().AddScoped<GiveAccount>();
        services.AddDataProtection().SetApplicationName("Bridgehead").PersistKeysToDbContext<BridgeheadDb>();
        services.AddIdentityCore<AppUser>(Rules).AddEntityFrameworkStores<BridgeheadDb>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>().AddSingleton<NobodysPassword>();
        services.AddSignInSchemes();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuditDenials>();
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
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+";
    }
}
