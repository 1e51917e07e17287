using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Access;

/// <summary>A fresh installation outside demo mode, behind HTTPS.</summary>
public sealed class ProductionApp : TestApp
{
    /// <inheritdoc />
    protected override bool Demo => false;

    /// <inheritdoc />
    protected override bool Founded => false;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("https", "true");
    }
}

[Trait("needs", "database")]
public sealed class Production(ProductionApp app) : IClassFixture<ProductionApp>
{
    [Fact]
    public async Task Has_no_account_and_offers_no_persona()
    {
        Assert.Equal(0, await app.Reading(db => db.Set<AppUser>().CountAsync()));
        var visitor = new Visitor(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://bridgehead.test") }));
        var page = await visitor.Open("/access/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("form[action*='Persona']"));
        Assert.Null(page.Document.QuerySelector(".demo-banner"));
    }

    [Fact]
    public async Task Sends_host_bound_secure_cookies_and_asks_for_https_from_then_on()
    {
        var visitor = new Visitor(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://bridgehead.test") }));
        var page = await visitor.Open("/access/sign-in");
        var cookies = page.Response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-", StringComparison.Ordinal));
        Assert.All(cookies, c =>
        {
            Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("max-age=31536000; includeSubDomains", page.Response.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(page.Response.Headers.Contains("Server"));
    }
}
