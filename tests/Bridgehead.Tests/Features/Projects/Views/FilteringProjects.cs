using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Views;

/// <summary>One filter behind every view: what comes out is held against the same question put to all rows in memory.</summary>
[Trait("needs", "database")]
public sealed class FilteringProjects(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    [Theory]
    [InlineData("progress")]
    [InlineData("progress-up")]
    [InlineData("amount")]
    [InlineData("amount-up")]
    [InlineData("stage")]
    [InlineData("stage-up")]
    [InlineData("signed")]
    [InlineData("signed-up")]
    [InlineData("started")]
    [InlineData("started-up")]
    [InlineData("produced")]
    [InlineData("produced-up")]
    [InlineData("number")]
    [InlineData("number-up")]
    public async Task Comes_page_by_page_in_every_order_without_gap_or_repetition(string sort)
    {
        var (clerk, all) = await Given();
        var seen = new List<JsonElement>();
        for (string? after = null, first = ""; first is not null; first = after)
        {
            var page = await Get(clerk, $"/api/projects?limit=7&sort={sort}" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.GetProperty("next").GetString();
        }
        Assert.Equal(all.Count, seen.Count);
        Assert.Equal(all.Count, seen.Select(s => s.GetProperty("id").GetGuid()).Distinct().Count());
        var (by, up) = (sort.Replace("-up", "", StringComparison.Ordinal), sort.EndsWith("-up", StringComparison.Ordinal));
        var of = all.ToDictionary(p => p.Id);
        var keys = seen.Select(s => Key(of[s.GetProperty("id").GetGuid()], by)).ToList();
        var known = keys.Where(k => k is not null).ToList();
        Assert.Equal(up ? known.Order(StringComparer.Ordinal) : known.OrderDescending(StringComparer.Ordinal), known);
        Assert.All(keys.Skip(known.Count), Assert.Null);
    }

    public static TheoryData<string> Questions =>
    [
        "stage=lead", "stage=lead,triage", "origin=Abroad", "branch=Tertiary", "industry=%E9%A3%9F%E5%93%81", "atLeast=2", "atMost=2", "atLeast=1&atMost=3", "signedFrom={90}&signedTo={30}", "startedFrom={60}",
        "producedTo={20}", "year={year}", "owner=west", "unit=west", "unit=shenzhen", "park=east-park", "stage=triage&origin=OtherProvince&atLeast=1", "q=筛选12", "overdue=true",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Answers_each_question_as_the_rows_themselves_do(string question)
    {
        var (clerk, all) = await Given();
        var asked = question.Replace("{90}", Day(90), StringComparison.Ordinal).Replace("{30}", Day(30), StringComparison.Ordinal).Replace("{60}", Day(60), StringComparison.Ordinal).Replace("{20}", Day(20), StringComparison.Ordinal)
            .Replace("{year}", Today.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var units = await app.Reading(db => db.Set<Bridgehead.Features.Organisations.Unit>().AsNoTracking().ToListAsync());
        var expected = all.Where(p => Meets(p, question, units.ToDictionary(u => u.Id, u => u.Code))).Select(p => p.Id).Order().ToList();
        foreach (var sort in new[] { "progress", "amount-up", "signed", "produced-up", "stage", "number" })
        {
            var page = await Get(clerk, $"/api/projects?limit=200&sort={sort}&{asked}");
            Assert.Equal(expected, page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).Order());
        }
        foreach (var by in ProjectGroup.All)
        {
            var totals = await Get(clerk, $"/api/projects/totals?by={by}&{asked}");
            var sum = all.Where(p => expected.Contains(p.Id)).Sum(p => p.AmountFen) / 100m;
            Assert.Equal((expected.Count, sum), (totals.GetProperty("count").GetInt32(), totals.GetProperty("amountYuan").GetDecimal()));
            Assert.Equal(expected.Count, totals.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("count").GetInt32()));
            // each group is what its own filter gives
            foreach (var group in totals.GetProperty("groups").EnumerateArray().Where(g => g.GetProperty("key").GetString() != "").Take(3))
            {
                var filter = by == "unit" ? "owner" : by;
                if (asked.Split('&').Any(a => a.StartsWith(filter + "=", StringComparison.Ordinal))) continue;
                var narrowed = await Get(clerk, $"/api/projects?limit=200&{asked}&{filter}={group.GetProperty("key").GetString()}");
                Assert.Equal(group.GetProperty("count").GetInt32(), narrowed.GetProperty("items").GetArrayLength());
            }
        }
    }

    [Fact]
    public async Task Leads_from_a_project_to_its_neighbours_in_the_order_of_the_list()
    {
        var (clerk, _) = await Given();
        foreach (var sort in new[] { "amount", "signed", "started-up", "progress" })
        {
            var items = (await Get(clerk, $"/api/projects?limit=200&sort={sort}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).ToList();
            foreach (var at in new[] { 0, 1, items.Count / 2, items.Count - 1 })
            {
                var shown = await clerk.Open($"/projects/{items[at]}?in={Uri.EscapeDataString("sort=" + sort)}");
                string? Of(string relation) => shown.Document.QuerySelector($".neighbours a[rel={relation}]")?.GetAttribute("href")?.Split('?')[0].Split('/')[^1];
                Assert.Equal(at == 0 ? null : items[at - 1].ToString(), Of("prev"));
                Assert.Equal(at == items.Count - 1 ? null : items[at + 1].ToString(), Of("next"));
            }
        }
    }

    [Fact]
    public async Task Shows_the_same_projects_in_every_view()
    {
        var (clerk, all) = await Given();
        var table = await clerk.Open("/projects?view=all&cols=stage,contact,amount&group=stage");
        Assert.Contains("共" + all.Count, (await clerk.Open("/projects?handler=Total")).Text, StringComparison.Ordinal);
        Assert.Equal(all.Select(p => p.StageOrder).Distinct().Count(), table.Document.QuerySelectorAll("tbody.group").Length);
        var board = await clerk.Open("/projects/board?handler=Sums");
        Assert.Contains($"{all.Count(p => p.StageOrder == 0)}个", board.Text, StringComparison.Ordinal);
        Assert.Contains(all.Count.ToString(CultureInfo.InvariantCulture), (await clerk.Open("/projects/map")).Of("tfoot"), StringComparison.Ordinal);
        Assert.NotEmpty((await clerk.Open("/projects/gantt")).Document.QuerySelectorAll("bh-gantt tbody tr"));
        var day = all.First(p => p.SignedOn is not null).SignedOn!.Value;
        Assert.Contains($"签约{all.Count(p => p.SignedOn?.Year == day.Year && p.SignedOn?.Month == day.Month)}个", (await clerk.Open($"/projects/calendar?month={day:yyyy-MM}")).Text, StringComparison.Ordinal);
        var file = await clerk.Http.GetStringAsync(new Uri("/projects/export?format=csv&cols=amount,contact&stage=triage", UriKind.Relative));
        Assert.Equal(1 + all.Count(p => p.StageOrder == 1), file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("编号,项目名称,协议投资额（万元）,联系人", file, StringComparison.Ordinal);
    }

    private async Task<(Visitor Clerk, List<Project> All)> Given()
    {
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            if (await db.Set<Project>().AnyAsync()) return;
            var (open, scope) = (services.GetRequiredService<OpenProject>(), services.GetRequiredService<ScopedUnits>());
            var (west, outpost) = ((await scope.Named("west"))!, (await scope.Named("shenzhen"))!);
            for (var i = 0; i < 45; i++)
            {
                var signed = i % 4 == 0 ? (DateOnly?)null : Today.AddDays(-10 - i * 4);
                var started = signed is not null && i % 3 != 0 ? signed.Value.AddDays(5 + i % 3) : (DateOnly?)null;
                var project = await open.Run(new ProjectFacts
                {
                    Name = $"筛选{i}号", UnitId = west.Id, SourceUnitId = i % 5 == 0 ? outpost.Id : null, Investor = $"投资方{i}", Origin = (Origin)(i % 4), Branch = i % 6 == 5 ? null : (Branch)(i % 3), Industry = i % 7 == 0 ? "食品" : null,
                    Amount = i % 9 == 0 ? null : Money.FromWan(i % 5 * 10_000 + 500), SignedOn = signed, StartedOn = started, ProducedOn = started is not null && i % 2 == 0 ? started.Value.AddDays(3) : null, Contact = $"联系人{i}",
                }, Stage.Called(i % 3 == 0 ? "triage" : "lead")!);
                project.Since(Today.AddDays(-i), Today.AddDays(-i % 40));
            }
            await db.SaveChangesAsync();
        });
        return (await app.SignedInAs("other-district-clerk"), await app.Reading(db => db.Set<Project>().AsNoTracking().ToListAsync()));
    }

    private static bool Meets(Project p, string question, Dictionary<Guid, string> units) => question.Split('&').Select(q => q.Split('=')).All(q => q[0] switch
    {
        "stage" => q[1].Split(',').Contains(p.Stage.Code),
        "origin" => p.Origin?.ToString() == q[1],
        "branch" => p.Branch?.ToString() == q[1],
        "industry" => p.Industry == "食品",
        "atLeast" => p.AmountFen >= long.Parse(q[1], CultureInfo.InvariantCulture) * 10_000_000_000,
        "atMost" => p.AmountFen > 0 && p.AmountFen <= long.Parse(q[1], CultureInfo.InvariantCulture) * 10_000_000_000,
        "signedFrom" => p.SignedOn >= Today.AddDays(-90),
        "signedTo" => p.SignedOn <= Today.AddDays(-30),
        "startedFrom" => p.StartedOn >= Today.AddDays(-60),
        "producedTo" => p.ProducedOn <= Today.AddDays(-20),
        "year" => p.SignedOn?.Year == Today.Year,
        "owner" => units[p.UnitId] == q[1],
        // the outpost lies outside the scope of whoever asks
        "unit" => units[p.UnitId] == q[1],
        "park" => p.ParkId is { } park && units[park] == q[1],
        "q" => p.Name.Contains(q[1], StringComparison.Ordinal),
        _ => p.DueOn < Today,
    });

    private static string? Key(Project p, string by) => by switch
    {
        "amount" => p.AmountFen.ToString("D20", CultureInfo.InvariantCulture), "stage" => p.StageOrder.ToString("D3", CultureInfo.InvariantCulture) + $"{p.LastProgressOn:yyyy-MM-dd}", "number" => p.Number,
        "signed" => p.SignedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "started" => p.StartedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "produced" => p.ProducedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), _ => p.LastProgressOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Day(int ago) => Today.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<JsonElement> Get(Visitor by, string address)
    {
        using var answer = await by.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
