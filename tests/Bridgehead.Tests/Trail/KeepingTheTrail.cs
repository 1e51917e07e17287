using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Trail;

/// <summary>What is done and its entry stand or fall together, and nobody writes a line of the trail by hand (reliability goal 41).</summary>
[Trait("needs", "database")]
public sealed class KeepingTheTrail(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task Leaves_nothing_of_what_was_rolled_back()
    {
        var before = await app.Reading(Dump.Of);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            db.Add(new Enterprise("撤回的企业", new EnterpriseFacts()));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("planted");
        }));
        Assert.Equal(before, await app.Reading(Dump.Of));
    }

    [Fact]
    public async Task Lets_nothing_happen_that_cannot_be_entered()
    {
        var clerk = await Sender.Of(app, "district-clerk");
        var name = Scene.Fresh();
        var sending = new Sending("POST", "/projects/new") { Fields = [("Input.Name", name), ("Input.UnitId", await new Scene(app).Unit("east"))] };
        await Trail(refusing: true);
        try
        {
            using var answer = await clerk.Send(sending);
            Assert.False((int)answer.StatusCode is >= 200 and < 400, $"{answer.StatusCode}");
        }
        finally
        {
            await Trail(refusing: false);
        }
        Assert.False(await app.Reading(db => db.Set<Project>().AnyAsync(p => p.Name == name)));
        using var again = await clerk.Send(sending);
        Assert.True(await app.Reading(db => db.Set<Project>().AnyAsync(p => p.Name == name)));
    }

    [Theory]
    [InlineData("等待\n2026-01-01 00:00 系统管理员 已办 access.users.new", true)]
    [InlineData("等待\r\u001b[2K伪造", true)]
    [InlineData("等待\u2028伪造", true)]
    [InlineData("", false)]
    public async Task Is_written_in_one_line_whatever_is_typed(string reason, bool taken)
    {
        var clerk = await Sender.Of(app, "district-clerk");
        var project = await new Scene(app).Project();
        using var answer = await clerk.Send(new Sending("POST", $"/projects/{project}?handler=Move") { Fields = [("stage", "suspended"), ("reason", reason), ("version", 1)] });
        Assert.Equal(taken, (int)answer.StatusCode is >= 300 and < 400);
        var entry = await app.Reading(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == project).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.DoesNotContain($"{entry.Reason}{entry.UserName}{entry.Action}{entry.Address}{entry.Changes}", c => char.IsControl(c) || c is '\u2028' or '\u2029');
        await app.Inside(async services => Assert.Empty((await services.GetRequiredService<VerifyTrail>().Run(default)).Findings));
    }

    [Fact]
    public async Task Refuses_what_no_text_can_hold()
    {
        var clerk = await Sender.Of(app, "district-clerk");
        var project = await new Scene(app).Project();
        using var answer = await clerk.Send(new Sending("POST", $"/projects/{project}?handler=Move") { Fields = [("stage", "suspended"), ("reason", "等\0待"), ("version", 1)] });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private Task<int> Trail(bool refusing) => app.Reading(async db =>
    {
        if (db.IsPostgres)
            return refusing
                ? await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "AuditEntries" ADD CONSTRAINT never CHECK ("Sequence" < 0) NOT VALID""")
                : await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "AuditEntries" DROP CONSTRAINT never""");
        return refusing
            ? await db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER never BEFORE INSERT ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'planted'); END""")
            : await db.Database.ExecuteSqlRawAsync("DROP TRIGGER never");
    });
}
