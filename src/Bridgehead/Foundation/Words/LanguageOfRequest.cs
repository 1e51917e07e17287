using System.Globalization;

namespace Bridgehead;

/// <summary>Finds the language of a request: ?lang=, the cookie it set, the person's setting, for the API the Accept-Language header.</summary>
public static class LanguageOfRequest
{
    private const string Cookie = "bridgehead-language";

    /// <summary>Registers the words.</summary>
    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        FormWords.Register(services);
        return services.AddScoped<CurrentLanguage>().AddScoped<Words>();
    }

    /// <summary>Sets the language of each request; a choice is remembered for a year.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var chosen = context.Request.Query["lang"].ToString();
        if (chosen is "zh" or "en")
            context.Response.Cookies.Append(Cookie, chosen, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
            });
        else chosen = context.Request.Cookies[Cookie] ?? "";
        if (chosen is not ("zh" or "en") && context.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } accepted)
            chosen = accepted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
        context.RequestServices.GetRequiredService<CurrentLanguage>().Value = chosen == "en" ? "en" : "zh";
        // the forms have no request at hand when they say what is wrong with a field; numbers and dates stay invariant
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(chosen == "en" ? "en" : "zh-CN");
        await next();
    });
}
