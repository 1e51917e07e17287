using System.Diagnostics;
using System.Net;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bridgehead.Tests.Access;

/// <summary>The application with every derivation of a password counted.</summary>
public sealed class CountedApp : AccessApp
{
    /// <summary>The derivations since the start, each by its cost.</summary>
    public List<int> Costs { get; } = [];

    /// <inheritdoc />
    protected override bool CostlyPasswords => true;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            var real = services.Last(s => s.ServiceType == typeof(IPasswordHasher<AppUser>)).ImplementationType!;
            services.Replace(ServiceDescriptor.Describe(typeof(IPasswordHasher<AppUser>),
                with => new Counted((IPasswordHasher<AppUser>)ActivatorUtilities.CreateInstance(with, real), Costs), services.Last(s => s.ServiceType == typeof(IPasswordHasher<AppUser>)).Lifetime));
        });
    }

    private sealed class Counted(IPasswordHasher<AppUser> real, List<int> costs) : IPasswordHasher<AppUser>
    {
        public string HashPassword(AppUser user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            // the third version of the format: a mark, the function, and the iterations, four bytes each after the mark
            var kept = Convert.FromBase64String(hashedPassword);
            lock (costs) costs.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(kept.AsSpan(5)));
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

/// <summary>Nobody finds out by trying which accounts there are (reliability goal 24).</summary>
[Trait("needs", "database")]
public sealed class GuessingAName(CountedApp app) : IClassFixture<CountedApp>
{
    [Fact]
    public async Task Costs_one_derivation_of_the_same_cost_whoever_is_named()
    {
        var found = new List<(string Kind, string Work)>();
        foreach (var (kind, name) in await Names())
        {
            app.Costs.Clear();
            var shown = await app.Try(name, "Wrong-Password-1", $"10.9.{found.Count}.1");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
            found.Add((kind, string.Join(',', app.Costs)));
        }
        Assert.True(found.Select(f => f.Work).Distinct().Count() == 1 && int.Parse(found[0].Work, System.Globalization.CultureInfo.InvariantCulture) > 100_000,
            string.Join('\n', found.Select(f => $"{f.Kind}: {f.Work}")));
    }

    [Fact]
    public async Task Is_found_out_where_unknown_names_are_answered_without_a_derivation()
    {
        // the planted fault: the usual order, which looks for the account first and derives nothing without one
        var works = new List<int>();
        foreach (var (_, name) in await Names())
        {
            app.Costs.Clear();
            await app.Inside(async services =>
            {
                var user = await services.GetRequiredService<BridgeheadDb>().Set<AppUser>().FirstOrDefaultAsync(u => u.UserName == name);
                if (user is { PasswordHash: { } hash, Disabled: false }) services.GetRequiredService<IPasswordHasher<AppUser>>().VerifyHashedPassword(user, hash, "Wrong-Password-1");
            });
            works.Add(app.Costs.Count);
        }
        Assert.Equal(2, works.Distinct().Count());
    }

    [Fact, Trait("speed", "slow")]
    public async Task Takes_the_same_time_whoever_is_named()
    {
        const int Rounds = 100;
        var names = await Names();
        var times = names.ToDictionary(n => n.Kind, _ => new List<double>());
        for (var round = 0; round < Rounds + 5; round++)
            foreach (var (kind, name) in names.OrderBy(_ => Random.Shared.Next()))
            {
                var visitor = app.Visitor();
                var page = await visitor.Open("/access/sign-in");
                var clock = Stopwatch.StartNew();
                await page.Submit("form#password", ("UserName", name), ("Password", "Wrong-Password-1"));
                if (round >= 5) times[kind].Add(clock.Elapsed.TotalMilliseconds);
                app.Clock.Pass(TimeSpan.FromMinutes(1));
            }
        var known = times["known"];
        foreach (var (kind, other) in times.Where(t => t.Key != "known"))
        {
            var (a, b) = (Median(known), Median(other));
            Assert.True(Math.Abs(a - b) < Math.Max(5, a * 0.05) || Differ(known, other) > 0.01, $"{kind}: {b:0.0} ms, known: {a:0.0} ms");
        }
    }

    private async Task<List<(string Kind, string Name)>> Names()
    {
        var (known, locked, disabled) = (await app.Person(), await app.Person(), await app.Person());
        for (var i = 0; i < 6; i++) await app.Try(locked, "wrong", $"10.8.0.{i + 1}");
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<AppUser>().Where(u => u.UserName == disabled).ExecuteUpdateAsync(set => set.SetProperty(u => u.Disabled, true)));
        return [("known", known), ("unknown", "nobody-" + Guid.NewGuid().ToString("N")[..6]), ("locked", locked), ("disabled", disabled), ("without a password", "clerk")];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // Mann-Whitney: how likely so large a difference of ranks is by chance, by the normal approximation
    private static double Differ(List<double> one, List<double> other)
    {
        var ranks = one.Select(v => (v, first: true)).Concat(other.Select(v => (v, first: false))).OrderBy(x => x.v).Select((x, i) => (x.first, rank: i + 1.0)).ToList();
        double n = one.Count, m = other.Count;
        var u = ranks.Where(r => r.first).Sum(r => r.rank) - n * (n + 1) / 2;
        var z = Math.Abs(u - n * m / 2) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return Math.Exp(-0.717 * z - 0.416 * z * z);
    }
}
