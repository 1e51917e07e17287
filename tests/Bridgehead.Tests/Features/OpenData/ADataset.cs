using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bridgehead.Features.OpenData;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.OpenData;

/// <summary>A data set to be given out: what would tell of single enterprises is left out, a second person reviews it, and it stays as it was reviewed.</summary>
[Trait("needs", "database")]
public sealed class ADataset(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Hides_what_would_tell_of_single_enterprises()
    {
        static string Shown(params (long Projects, long Enterprises)[] cells) => string.Join(' ', OpenCells.Hide([.. cells.Select((c, i) => new OpenCell($"{i}", c.Projects, c.Enterprises, 1))]).Select(c => c.IsHidden ? "*" : $"{c.Projects}"));
        Assert.Equal("5 4 3", Shown((5, 5), (4, 4), (3, 3)));
        // five projects of two enterprises tell of them as much as two projects would
        Assert.Equal("* 9 *", Shown((5, 2), (9, 9), (2, 2)));
        // a single hidden cell follows from the total: the smallest of the others goes with it
        Assert.Equal("* 9 *", Shown((1, 1), (9, 9), (4, 4)));
        Assert.Equal("* 0 *", Shown((1, 1), (0, 0), (4, 4)));
    }

    [Fact]
    public async Task Is_public_only_after_a_second_person_and_stays_as_it_was()
    {
        await Projects("2018-03", 4);
        var (clerk, reviewer, cadre) = (await app.SignedInAs("clerk"), await app.SignedInAs("reviewer"), await app.SignedInAs("cadre"));
        var prepared = await (await clerk.Open("/open?all=true")).Submit("main form[method='post']", ("Input.Unit", "city"), ("Input.Subject", "ByBranch"), ("Input.From", "2018-01"), ("Input.To", "2018-06"));
        Assert.Contains("待另一人审查", prepared.Text, StringComparison.Ordinal);
        var address = prepared.Address;
        Assert.Equal(HttpStatusCode.NotFound, (await cadre.Open(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cadre.Open(address + "/csv")).Status);
        Assert.Contains("向社会公开", (await (await reviewer.Open(address)).Submit("form[action*='Decide']", ("Decision.Publish", "true"), ("Decision.Opinion", "不含商业秘密，可以公开"))).Text, StringComparison.Ordinal);
        Assert.Contains("签约项目（分产业）", (await cadre.Open("/open")).Text, StringComparison.Ordinal);
        var before = await cadre.Http.GetByteArrayAsync(address + "/csv");
        // four projects of four enterprises, 1,000 万元 each, in industry; the others have none
        Assert.Contains("二产,4,4000,", Encoding.UTF8.GetString(before), StringComparison.Ordinal);
        await Projects("2018-04", 2);
        var after = await cadre.Http.GetByteArrayAsync(address + "/csv");
        Assert.Equal(before, after);
        var page = await cadre.Open(address);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(after.AsSpan(3))), page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='Decide']"));
    }

    [Fact]
    public void Is_not_reviewed_by_who_prepared_it_nor_let_out_against_its_attribute()
    {
        var (clerk, at) = (Guid.NewGuid(), new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        OpenDataset Prepared(Disclosure attribute) => new(new OpenFacts(Guid.NewGuid(), OpenSubject.ByUnit, new Months(202601, 202606), "名称", attribute, "依据", "许可"), "a,b", new string('0', 64), 0, clerk, "甲", at);
        Assert.Contains("不能审查自己的", Assert.Throws<Refusal>(() => Prepared(Disclosure.Open).Review(true, "同意", clerk, "甲", at)).Message, StringComparison.Ordinal);
        Assert.Contains("不能公开", Assert.Throws<Refusal>(() => Prepared(Disclosure.OnRequest).Review(true, "同意", Guid.NewGuid(), "乙", at)).Message, StringComparison.Ordinal);
        var set = Prepared(Disclosure.Open);
        set.Review(true, "同意", Guid.NewGuid(), "乙", at);
        set.Withdraw("口径有误");
        Assert.Equal(OpenState.Withdrawn, set.State);
    }

    private Task Projects(string month, int count) => app.Inside(async services =>
    {
        var (db, east) = (services.GetRequiredService<BridgeheadDb>(), (await services.GetRequiredService<ScopedUnits>().Named("east"))!);
        for (var i = 0; i < count; i++)
            db.Add(new Project($"O-{month}-{i}", new ProjectFacts
            {
                Name = $"公开数据项目{month}{i}", UnitId = east.Id, Investor = $"投资方{month}{i}", Origin = Origin.OtherCity, Branch = Branch.Secondary, Amount = Money.FromWan(1_000), SignedOn = DateOnly.Parse(month + "-10", null), Company = "项目公司",
            }, Stage.Called("signed")!, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8))));
        await db.SaveChangesAsync();
    });
}
