using System.Globalization;
using System.Text;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Api;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>Large ledgers are applied in the background, as a whole or not at all, by whoever holds the lease.</summary>
[Trait("needs", "database")]
public sealed class AnImportInTheBackground(TestApp app) : IClassFixture<TestApp>
{
    private const int Many = 20_000;

    [Fact]
    public async Task Is_stopped_without_a_trace()
    {
        var program = await AProgram.Of(app, "district-clerk");
        var check = await program.Upload("/api/imports/checks?kind=Projects", "停.csv", Ledger("停", Many));
        check = await Until(program, check.Of("id"), "Ready");
        await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: check.Tag);
        await Until(program, check.Of("id"), "Applying", percent: 10);
        Assert.Equal(200, (await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/cancel")).Status);
        await Until(program, check.Of("id"), "Cancelled");
        Assert.Equal((0, 0), (await app.Reading(db => db.Set<Project>().CountAsync(p => EF.Functions.Like(p.Name, "停%"))), await app.Reading(db => db.Set<ImportBatch>().CountAsync(b => b.File == "停.csv"))));
        Assert.Equal(409, (await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/cancel")).Status);
        // it can be applied after all
        var now = await program.Get($"/api/imports/checks/{check.Of("id")}");
        await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: now.Tag);
        await Until(program, check.Of("id"), "Done");
        Assert.Equal(Many, await app.Reading(db => db.Set<Project>().CountAsync(p => EF.Functions.Like(p.Name, "停%"))));
    }

    [Fact]
    public async Task Is_begun_again_by_another_when_the_lease_of_the_dead_one_has_run_out_and_given_up_after_three()
    {
        var program = await AProgram.Of(app, "district-clerk");
        foreach (var (attempts, state) in new[] { (1, "Done"), (3, "Failed") })
        {
            var check = await program.Upload("/api/imports/checks?kind=Projects", $"租{attempts}.csv", Ledger($"租{attempts}", 10));
            var id = Guid.Parse(check.Of("id"));
            await app.Inside(async services => await services.GetRequiredService<BridgeheadDb>().Set<ImportCheck>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.State, CheckState.Applying).SetProperty(c => c.Owner, "dead").SetProperty(c => c.LeaseUntil, DateTime.UtcNow.AddMinutes(-1)).SetProperty(c => c.Attempts, attempts)));
            var ended = await Until(program, check.Of("id"), state);
            Assert.Equal(state == "Done" ? 10 : 0, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name.StartsWith($"租{attempts}"))));
            if (state == "Failed") Assert.Contains("服务多次中断", ended.Of("problem"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Judges_again_what_others_entered_meanwhile()
    {
        var program = await AProgram.Of(app, "district-clerk");
        var check = await program.Upload("/api/imports/checks?kind=Projects", "撞.csv", Ledger("撞", 5));
        await app.Inside(async services =>
        {
            // the same name and unit, entered after the check: judged again when applied, so that it is kept and the others are new
            var east = (await services.GetRequiredService<ScopedUnits>().Named("east"))!;
            await services.GetRequiredService<OpenProject>().Run(new ProjectInput { Name = "撞3号", UnitId = east.Id }.Facts(), Stage.Called("lead")!);
        });
        Assert.Equal("Done", (await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: check.Tag)).Of("state"));
        Assert.Equal(5, await app.Reading(db => db.Set<Project>().CountAsync(p => EF.Functions.Like(p.Name, "撞%"))));
    }

    internal static byte[] Ledger(string name, int rows)
    {
        var text = new StringBuilder("项目名称,落地区县,投资方,资金来源,产业类别,协议投资额（万元）,签约日期,项目阶段\n");
        for (var n = 0; n < rows; n++) text.AppendLine(CultureInfo.InvariantCulture, $"{name}{n}号,东江区,某某有限公司,省外,工业,{1000 + n % 9000},2024-03-05,签约");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<Reply> Until(AProgram program, string id, string state, int percent = 0)
    {
        var reply = await program.Get($"/api/imports/checks/{id}");
        for (var tries = 0; tries < 1200 && (reply.Of("state") != state || int.Parse(reply.Of("percent"), CultureInfo.InvariantCulture) < percent); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            reply = await program.Get($"/api/imports/checks/{id}");
        }
        Assert.Equal(state, reply.Of("state"));
        return reply;
    }
}
