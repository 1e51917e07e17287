using System.Net;
using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Access;

/// <summary>What every answer carries, whatever the address and however it ends (reliability goal 21).</summary>
[Trait("needs", "database")]
public sealed partial class EveryAnswer(AccessApp app) : IClassFixture<AccessApp>
{
    [Theory]
    [InlineData("anonymous")]
    [InlineData("reviewer")]
    [InlineData("security-admin")]
    public async Task Carries_the_headers_of_safety(string persona)
    {
        var visitor = persona == "anonymous" ? app.Visitor() : await app.SignedInAs(persona);
        var wrong = new List<string>();
        var entrances = (await Endpoints.Of(app.Services)).Where(e => e.Route != "(static files)").ToList();
        foreach (var entrance in entrances)
        {
            using var request = new HttpRequestMessage(new HttpMethod(entrance.Method == "ANY" ? "GET" : entrance.Method), Address(entrance.Route));
            if (entrance.IsUnsafe && entrance.Method != "ANY") request.Content = new FormUrlEncodedContent([]);
            using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            wrong.AddRange(Missing(answer, signedIn: persona != "anonymous").Concat(Told(body)).Select(m => $"{entrance.Method} {entrance.Route} ({(int)answer.StatusCode}): {m}"));
        }
        Assert.True(entrances.Count > 60);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.git/HEAD")]
    [InlineData("/bridgehead.db")]
    [InlineData("/data/bridgehead.db")]
    [InlineData("/bridgehead.db-wal")]
    [InlineData("/appsettings.json")]
    [InlineData("/web.config")]
    [InlineData("/bridgehead.dll")]
    [InlineData("/bridgehead.deps.json")]
    [InlineData("/files/")]
    [InlineData("/lib/")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/lib/..%2f..%2fbridgehead.db")]
    [InlineData("/swagger")]
    [InlineData("/metrics")]
    public async Task Gives_away_no_file_of_the_program(string address)
    {
        using var stranger = await app.Visitor().Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(stranger.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Found, $"{stranger.StatusCode}");
        Assert.DoesNotContain("SQLite format", await stranger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var known = await (await app.SignedInAs("system-admin")).Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(known.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{known.StatusCode}");
        Assert.Equal([], Missing(known, signedIn: true));
    }

    [Fact]
    public async Task That_sets_a_cookie_guards_it()
    {
        var visitor = app.Visitor();
        using var page = await visitor.Http.GetAsync(new Uri("/access/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var cookies = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c =>
        {
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=", c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("samesite=none", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Without_one_of_them_is_found_out()
    {
        using var page = await app.Visitor().Http.GetAsync(new Uri("/access/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal([], Missing(page, signedIn: false));
        page.Headers.Remove("Content-Security-Policy");
        page.Headers.TryAddWithoutValidation("Content-Security-Policy", "default-src 'self' https://cdn.example; script-src 'unsafe-inline'");
        page.Headers.Remove("X-Content-Type-Options");
        page.Headers.CacheControl = null;
        Assert.Equal(5, Missing(page, signedIn: true).Count());
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer, bool signedIn)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        var policy = Header("Content-Security-Policy");
        if (!policy.Contains("default-src 'self'", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)) yield return "no content policy";
        if (policy.Contains("unsafe", StringComparison.Ordinal)) yield return "unsafe content policy: " + policy;
        if (policy.Contains("//", StringComparison.Ordinal)) yield return "another host: " + policy;
        if (Header("X-Content-Type-Options") != "nosniff") yield return "no nosniff";
        if (Header("Referrer-Policy").Length == 0) yield return "no referrer policy";
        if (Header("Cross-Origin-Opener-Policy") != "same-origin") yield return "no opener policy";
        if (Header("Server").Length + Header("X-Powered-By").Length + Header("X-AspNet-Version").Length > 0) yield return "names its server";
        if (Header("Access-Control-Allow-Origin").Length > 0) yield return "lets other sites read";
        if (signedIn && answer.Headers.CacheControl is not { NoStore: true }) yield return "may be kept: " + answer.Headers.CacheControl;
    }

    private static IEnumerable<string> Told(string body)
    {
        if (StackTrace().IsMatch(body)) yield return "shows the program's insides";
        if (OtherHost().IsMatch(body)) yield return "loads from another host: " + OtherHost().Match(body).Value;
    }

    private static string Address(string route) => Regex.Replace(route, @"\{([^}:?*]*)[^}]*\}",
        match => match.Value.Contains("int", StringComparison.Ordinal) || match.Value.Contains("long", StringComparison.Ordinal) ? "1" : match.Value.Contains('*', StringComparison.Ordinal) ? "nowhere" : Guid.NewGuid().ToString());

    [GeneratedRegex(@"^\s+at \w+\.|System\.\w+Exception|\.cs:line", RegexOptions.Multiline)]
    private static partial Regex StackTrace();

    [GeneratedRegex("""<(script|link|img|iframe)[^>]+(src|href)="(https?:)?//[^"]*""")]
    private static partial Regex OtherHost();
}
