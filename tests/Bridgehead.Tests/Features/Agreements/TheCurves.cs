using System.Globalization;
using System.Text.Json.Nodes;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Agreements;

/// <summary>The six projects of <see cref="ACohort"/> in the database: the page, the API and the lists behind a point say what was counted by hand.</summary>
[Trait("needs", "database")]
public sealed class TheCurves(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Say_what_was_counted_by_hand_and_open_to_what_is_behind()
    {
        await SixProjects();
        var leader = await app.SignedInAs("leader");
        var answer = JsonNode.Parse(await leader.Http.GetStringAsync(new Uri("/api/agreements/curves?from=2020&to=2025&asOf=2026-03-01&by=Year", UriKind.Relative), TestContext.Current.CancellationToken))!["items"]!.AsArray();
        Assert.Equal(["", "2020", "2022", "2024", "2025"], answer.Select(g => g!["key"]!.GetValue<string>()));
        var points = answer[0]!["points"]!.AsArray();
        Assert.Equal([(6, 5), (5, 4), (4, 2), (4, 2), (2, 1), (2, 1), (2, 1), (0, 0)], points.Take(8).Select(p => (p!["observed"]!.GetValue<int>(), p["alive"]!.GetValue<int>())));
        Assert.Equal([(0, 0), (2, 1), (2, 1)], points.Take(3).Select(p => (p!["enterpriseDue"]!.GetValue<int>(), p["enterpriseMet"]!.GetValue<int>())));
        Assert.Equal(80m, points[1]!["survival"]!.GetValue<decimal>());
        Assert.Null(points[7]!["survival"]);

        var page = await leader.Open("/agreements?from=2020&to=2025&asOf=2026-03-01");
        var row = page.Document.QuerySelectorAll("main > .table-responsive tbody tr").First(r => r.TextContent.Contains("满1年", StringComparison.Ordinal));
        Assert.Contains("80%", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("50%", row.TextContent, StringComparison.Ordinal);
        foreach (var link in row.QuerySelectorAll("a").Select(a => (a.GetAttribute("href")!, int.Parse(a.TextContent, CultureInfo.InvariantCulture))))
        {
            var behind = await leader.Open(link.Item1);
            Assert.Equal((link.Item1, link.Item2), (link.Item1, behind.Document.QuerySelectorAll("main tbody tr").Length));
        }
        Assert.Contains("曲线丁", (await leader.Open("/agreements/projects?from=2020&to=2025&asOf=2026-03-01&years=1&alive=false")).Text, StringComparison.Ordinal);
        var other = await (await app.SignedInAs("other-district-clerk")).Open("/agreements?from=2020&to=2025&asOf=2026-03-01");
        Assert.Contains("这一范围内没有签约项目", other.Text, StringComparison.Ordinal);
    }

    private Task SixProjects() => app.Inside(async services =>
    {
        var (db, open) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<OpenProject>());
        var unit = await db.Set<Bridgehead.Features.Organisations.Unit>().SingleAsync(u => u.Code == "east");
        (string Name, string Signed, string? Exited)[] rows = [("甲", "2020-02-01", null), ("乙", "2020-02-01", "2021-06-30"), ("丙", "2022-05-01", null), ("丁", "2022-05-01", "2022-05-01"), ("戊", "2024-06-01", "2025-06-02"), ("己", "2025-09-01", null)];
        foreach (var (name, signed, exited) in rows)
        {
            var on = DateOnly.Parse(signed, CultureInfo.InvariantCulture);
            var project = await open.Run(new ProjectFacts { Name = "曲线" + name, UnitId = unit.Id, Investor = "某公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(1_000), SignedOn = on }, Stage.Called("signed")!);
            if (exited is not null)
            {
                await open.Move(project, Stage.Called("terminated")!, "协议解除");
                await db.Set<Project>().Where(p => p.Id == project.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.StageSince, DateOnly.Parse(exited, CultureInfo.InvariantCulture)));
            }
            if (name is not ("甲" or "丙")) continue;
            // 甲 keeps its start in time, 丙 never starts
            var agreement = new Agreement(project.Id, new AgreementFacts { Government = "东江区", Enterprise = "某公司" }, DateTime.UtcNow);
            var promise = new Promise(agreement, new PromiseTerms { Kind = "start", DueOn = on.AddMonths(6) }, null, 1);
            agreement.Touch(1, DateTime.UtcNow);
            agreement.Sign(on, null, on, "周");
            var standing = new StandingPromise(promise, on);
            db.AddRange(agreement, promise, standing);
            if (name == "甲")
            {
                var record = new Fulfilment(standing, new DateOnly(2020, 7, 15), 0, "施工许可证", new DateOnly(2026, 1, 1), null, "周", DateTime.UtcNow);
                standing.Reckon([record]);
                db.Add(record);
            }
        }
        await db.SaveChangesAsync();
    });
}
