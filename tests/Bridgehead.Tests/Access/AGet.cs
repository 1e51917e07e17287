namespace Bridgehead.Tests.Access;

/// <summary>Reading changes nothing (reliability goal 20): only when a session was last seen, and entries for what was taken out.</summary>
[Trait("needs", "database")]
public sealed class AGet(AccessApp app) : IClassFixture<AccessApp>
{
    private static readonly string[] MayGrow = ["UserSessions", "AuditEntries", "ChainHeads"];

    [Theory]
    [InlineData("clerk")]
    [InlineData("reviewer")]
    [InlineData("leader")]
    [InlineData("auditor")]
    [InlineData("district-clerk")]
    [InlineData("park-clerk")]
    [InlineData("cadre")]
    [InlineData("system-admin")]
    [InlineData("security-admin")]
    [InlineData("audit-admin")]
    public async Task Changes_nothing(string persona)
    {
        var visitor = await app.SignedInAs(persona);
        var before = await app.Reading(Dump.Of);
        var pages = await Crawl.From(visitor);
        Assert.True(pages.Count >= 4, $"{persona} reached {pages.Count} pages");
        var after = await app.Reading(Dump.Of);
        foreach (var (table, rows) in before)
            if (!MayGrow.Contains(table)) Assert.Equal(rows, after[table]);
        Assert.Equal(before["UserSessions"].Count, after["UserSessions"].Count);
    }

    [Fact]
    public async Task Dump_shows_a_change()
    {
        var before = await app.Reading(Dump.Of);
        await app.Person();
        Assert.NotEqual(before["Users"], (await app.Reading(Dump.Of))["Users"]);
    }
}
