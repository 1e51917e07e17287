using System.Net;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrailVerifier;

namespace Bridgehead.Tests.Trail;

[Trait("needs", "database")]
public sealed class VerifyingTheTrail : IAsyncLifetime
{
    private readonly TestApp app = new();

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        for (var i = 0; i < 6; i++)
        {
            var number = i;
            await app.Inside(async services =>
            {
                var unit = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().FirstAsync(u => u.Code == "east");
                unit.Call("东江区" + number, null, null, "");
                services.GetRequiredService<UnitOfWork>().Subject = unit.Id;
                services.GetRequiredService<UnitOfWork>().Reason = "更名";
                await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task Finds_an_untouched_trail_whole()
    {
        var state = await Verify();
        Assert.True(state.Holds);
        Assert.True(state.Entries >= 7);
        Assert.Null((await Export()).Wrong);
    }

    [Theory]
    [InlineData("At", "'2020-01-01 00:00:00'")]
    [InlineData("Action", "'units.else'")]
    [InlineData("Result", "'Refused'")]
    [InlineData("Result", "'NoSuchResult'")]
    [InlineData("UserId", "'11111111-1111-7111-8111-111111111111'")]
    [InlineData("UserName", "'别人'")]
    [InlineData("Role", "'Leader'")]
    [InlineData("Unit", "'别处'")]
    [InlineData("Address", "'10.0.0.1'")]
    [InlineData("SubjectId", "NULL")]
    [InlineData("Reason", "NULL")]
    [InlineData("Changes", "'[]'")]
    [InlineData("PreviousHash", "'sha256:00'")]
    [InlineData("Hash", "'sha256:00'")]
    public async Task Names_the_entry_whose_column_was_changed(string column, string value)
    {
        await Alter($"""UPDATE "AuditEntries" SET "{column}" = {value} WHERE "Sequence" = 4""");
        var state = await Verify();
        Assert.Equal(4, state.BrokenAt);
        Assert.Contains("4", state.Wrong!.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var proof = await Export();
        Assert.Equal(3, proof.Entries);
        Assert.NotNull(proof.Wrong);
    }

    [Theory]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 3""", 3)]
    [InlineData("""UPDATE "AuditEntries" SET "Sequence" = 1000 WHERE "Sequence" = 5""", 5)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = (SELECT max("Sequence") FROM "AuditEntries")""", -1)]
    [InlineData("""UPDATE "ChainHeads" SET "Sequence" = "Sequence" - 1 WHERE "Chain" = 'audit'""", -1)]
    [InlineData("""UPDATE "ChainHeads" SET "Hash" = 'sha256:00' WHERE "Chain" = 'audit'""", -1)]
    [InlineData("""DELETE FROM "ChainHeads" WHERE "Chain" = 'audit'""", 0)]
    public async Task Finds_a_link_that_was_cut(string statement, int at)
    {
        var last = (await Verify()).Entries;
        await Alter(statement);
        var state = await Verify();
        Assert.False(state.Holds);
        if (at > 0) Assert.Equal(at, state.BrokenAt);
        if (at < 0) Assert.InRange(state.BrokenAt!.Value, last - 1, last);
    }

    [Fact]
    public async Task A_rewritten_trail_differs_from_the_head_kept_elsewhere()
    {
        var kept = (await Verify()).Hash;
        var text = await ExportText();
        Assert.Null(TrailFile.Prove(new StringReader(text), kept).Wrong);
        Assert.NotNull(TrailFile.Prove(new StringReader(text), "sha256:" + new string('1', 64)).Wrong);
    }

    [Theory]
    [InlineData("\"action\":", "\"action\":\"x\",\"action\":")]
    [InlineData("\"address\":", "\"note\":\"x\",\"address\":")]
    [InlineData("更名", "改名")]
    [InlineData("\"sequence\":3,", "\"sequence\":\"3\",")]
    [InlineData("bridgehead-trail-1", "bridgehead-trail-9")]
    public async Task The_separate_program_refuses_a_forged_export(string from, string to)
    {
        var text = await ExportText();
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.NotNull(TrailFile.Prove(new StringReader(text.Replace(from, to, StringComparison.Ordinal))).Wrong);
    }

    [Fact]
    public async Task The_auditor_reads_and_exports_and_the_clerk_does_not()
    {
        var auditor = await app.SignedInAs("auditor");
        var list = await auditor.Open("/audit");
        Assert.Contains("install.indicators", list.Html, StringComparison.Ordinal);
        var verified = await list.Submit("form[action*='Verify']");
        Assert.Contains("审计链完整", verified.Text, StringComparison.Ordinal);
        var entry = await auditor.Open("/audit/4");
        Assert.Contains("东江区", entry.Text, StringComparison.Ordinal);
        Assert.Contains("Audit entry 4", (await auditor.Open("/audit/4?lang=en")).Text, StringComparison.Ordinal);
        var export = await auditor.Http.GetStringAsync(new Uri("/audit/export", UriKind.Relative));
        Assert.Null(TrailFile.Prove(new StringReader(export)).Wrong);
        Assert.Contains("audit.export", export, StringComparison.Ordinal);
        var clerk = await app.SignedInAs("clerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open("/audit")).Status);
        Assert.DoesNotContain("sha256", (await clerk.Open("/audit/export")).Html, StringComparison.Ordinal);
    }

    private async Task<TrailState> Verify()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyTrail>().Run();
    }

    private async Task<string> ExportText()
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var to = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ExportTrail>().Run(to);
        return System.Text.Encoding.UTF8.GetString(to.ToArray());
    }

    private async Task<Proof> Export() => TrailFile.Prove(new StringReader(await ExportText()));

    private Task<int> Alter(string statement) => app.Reading(db => db.Database.ExecuteSqlRawAsync(statement));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
