using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Access;

/// <summary>A proxy named in the settings is believed about the caller's address and scheme; nobody else is.</summary>
[Trait("needs", "database")]
public sealed class ATrustedProxy(ATrustedProxy.BehindAProxy behind, AccessApp alone) : IClassFixture<ATrustedProxy.BehindAProxy>, IClassFixture<AccessApp>
{
    [Theory]
    [InlineData("10.0.0.5", "203.0.113.9")]
    [InlineData("10.1.0.77", "203.0.113.9")]
    [InlineData("10.0.0.6", "10.0.0.6")]
    public async Task Is_believed_when_it_is_named(string from, string recorded)
    {
        var (address, isHttps) = await Write(behind, from);
        Assert.Equal((recorded, recorded != from), (address, isHttps));
    }

    [Fact]
    public async Task Is_not_believed_when_none_is_named() => Assert.Equal(("10.0.0.5", false), await Write(alone, "10.0.0.5"));

    [Fact]
    public void Is_named_by_an_address_or_a_network_and_nothing_else()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("proxies", "nginx.local")]).Build();
        Assert.Throws<FormatException>(() => new ApplicationBuilder(new ServiceCollection().BuildServiceProvider()).UseTrustedProxies(settings));
    }

    // what the trail records as the address, and whether the program believes the caller came over TLS
    private static async Task<(string Address, bool IsHttps)> Write(AccessApp app, string from)
    {
        var http = (await app.SignedInAs("clerk")).Http;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/enterprises") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        foreach (var (header, value) in new[] { ("X-Test-Address", from), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https") }) request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var address = await app.Reading(db => db.Set<AuditEntry>().Where(e => e.Action == "api.enterprises.register").OrderByDescending(e => e.Sequence).Select(e => e.Address).FirstAsync());
        return (address, answer.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>The application behind two kinds of proxy.</summary>
    public sealed class BehindAProxy : AccessApp
    {
        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("proxies", "10.0.0.5, 10.1.0.0/24");
        }
    }
}
