using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Access;

/// <summary>Every way in states its policy and stands in endpoints.tsv; a new one fails here until somebody has put it there and thought about it.</summary>
[Trait("needs", "database")]
public sealed class EveryEndpoint(AccessApp app) : IClassFixture<AccessApp>
{
    // whoever adds one says here why nobody needs to be known
    private static readonly Dictionary<string, string> Anonymous = new()
    {
        ["(static files)"] = "style sheets, scripts and icons carry no data",
        ["/access/sign-in"] = "before signing in nobody is known",
        ["/access/second-step"] = "between password and code nobody is known yet",
        ["/api/health"] = "a load balancer knows no token; says ok and nothing else",
        ["/problem/{status:int}"] = "says what went wrong, and nothing else",
    };

    [Fact]
    public async Task States_its_policy_and_stands_in_the_table()
    {
        var found = await Endpoints.Of(app.Services);
        Assert.True(found.Count > 50, "the inventory is empty");
        Assert.Equal([], found.Where(e => e.Policy == "none").Select(e => e.Line));
        var listed = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "tests", "Bridgehead.Tests", "Access", "endpoints.tsv"), TestContext.Current.CancellationToken);
        var lines = found.Select(e => e.Line).ToList();
        Assert.True(lines.SequenceEqual(listed.Skip(1)),
            $"new, to be listed:\n{string.Join('\n', lines.Except(listed))}\n\nlisted, but gone:\n{string.Join('\n', listed.Skip(1).Except(lines))}");
        Assert.DoesNotContain(found, e => e.Policy == "anonymous" && !Anonymous.ContainsKey(e.Route.Split('?')[0]));
        Assert.All(found.Where(e => e.Policy is not ("anonymous" or "none")), e => Assert.All(e.Policy.Split('+'), p => Assert.Contains(p, Permission.All)));
    }

    [Fact]
    public async Task Is_found_out_when_it_states_none()
    {
        var bare = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/bare"), 0, new EndpointMetadataCollection(new HttpMethodMetadata(["GET"])), null);
        Assert.Contains(new Entrance("GET", "/bare", "none"), await Endpoints.Of(app.Services, bare));
    }

    [Fact]
    public async Task Lets_nobody_in_who_is_not_signed_in()
    {
        var visitor = app.Visitor();
        foreach (var entrance in (await Endpoints.Of(app.Services)).Where(e => e.Policy != "anonymous" && e.Method is "GET" or "ANY"))
        {
            using var answer = await visitor.Http.GetAsync(new Uri(Address(entrance), UriKind.Relative), TestContext.Current.CancellationToken);
            var refused = entrance.Route.StartsWith("/api", StringComparison.Ordinal) && !entrance.Route.StartsWith(Programs.Reference, StringComparison.Ordinal)
                ? answer.StatusCode == HttpStatusCode.Unauthorized
                : answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/access/sign-in", StringComparison.Ordinal);
            Assert.True(refused, $"{entrance.Line}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task That_changes_something_refuses_a_post_without_its_token()
    {
        var tried = 0;
        foreach (var byPolicy in (await Endpoints.Of(app.Services)).Where(e => e.Method == "POST" && !e.Route.StartsWith("/api", StringComparison.Ordinal)).GroupBy(e => e.Policy))
        {
            var visitor = byPolicy.Key == "anonymous" ? app.Visitor() : await app.SignedInAs(Holder(byPolicy.Key));
            foreach (var entrance in byPolicy)
            {
                using var answer = await visitor.Http.PostAsync(new Uri(Address(entrance), UriKind.Relative), new FormUrlEncodedContent([new("_once", Guid.NewGuid().ToString())]), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{entrance.Line}: {answer.StatusCode}");
                if (byPolicy.Key != "anonymous")
                {
                    var entry = await app.Reading(db => db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).FirstAsync());
                    Assert.Equal((AuditResult.Denied, "表单的防伪标记缺失或已失效"), (entry.Result, entry.Reason));
                }
                tried++;
            }
        }
        Assert.True(tried > 15);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task That_changes_something_refuses_a_post_another_site_sends(string header, string value)
    {
        var visitor = await app.SignedInAs("clerk");
        var account = await visitor.Open("/access/account");
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = account.Field("__RequestVerificationToken"), ["_once"] = Guid.NewGuid().ToString("N"), ["language"] = "en",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/access/account?handler=Language") { Content = form };
        request.Headers.Add(header, value);
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var entry = await app.Reading(db => db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("access.account", AuditResult.Denied, "市局经办"), (entry.Action, entry.Result, entry.UserName));
    }

    [Fact]
    public async Task Of_the_api_does_not_believe_a_cookie()
    {
        var visitor = app.Visitor();
        await visitor.SignInAs("reviewer");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/projects")).Status);
        using var answer = await visitor.Http.GetAsync(new Uri("/api/projects", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Address(Entrance entrance) => System.Text.RegularExpressions.Regex.Replace(entrance.Route, @"\{([^}:?*]*)[^}]*\}",
        match => match.Value.Contains("int", StringComparison.Ordinal) ? "1" : match.Value.Contains('*', StringComparison.Ordinal) ? "nowhere" : Guid.NewGuid().ToString());

    internal static string Holder(string policy)
    {
        (string Name, Role Role)[] personas =
        [
            ("reviewer", Role.Reviewer), ("auditor", Role.Auditor), ("system-admin", Role.SystemAdministrator), ("security-admin", Role.SecurityAdministrator), ("leader", Role.Leader),
        ];
        return personas.First(p => policy.Split('+').All(part => p.Role.Grants(part))).Name;
    }
}
