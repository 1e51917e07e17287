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
        return services.AddScoped<CurrentLanguage>().AddScoped<Words>().AddScoped<Show>();
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
        if (chosen is not ("zh" or "en")) chosen = Preferred(context);
        context.RequestServices.GetRequiredService<CurrentLanguage>().Value = chosen == "en" ? "en" : "zh";
        // the forms have no request at hand when they say what is wrong with a field; numbers and dates stay invariant
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(chosen == "en" ? "en" : "zh-CN");
        await next();
    });

    // a program says in each request what it wants; a person has said it once, and a browser only guesses
    private static string Preferred(HttpContext context)
    {
        var setting = context.RequestServices.GetRequiredService<Asker>().Language;
        var accepted = context.Request.Headers.AcceptLanguage.ToString();
        if (setting is not null && !(accepted.Length > 0 && context.Request.IsFromProgram())) return setting;
        return accepted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
    }
}
