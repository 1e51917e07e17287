using Bridgehead.Features.Ledger;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Targets;

/// <summary>Targets of a year: their revisions, the day they are in force, how they are handed down.</summary>
[Trait("needs", "database")]
public sealed class ATarget(AccessApp app) : IClassFixture<AccessApp>
{
    private readonly Scene scene = new(app);

    [Fact]
    public async Task Measures_a_past_day_against_what_was_in_force_that_day()
    {
        var id = await Set("signed-projects", "east", 2031, 100, 120);
        var then = Today;
        app.Clock.Pass(TimeSpan.FromDays(10));
        await app.Inside(async services =>
        {
            var row = await services.GetRequiredService<ListTargets>().Find(id);
            await services.GetRequiredService<SetTarget>().Change(row!.Target, row.Indicator, new TargetChangeInput { Value = 80, Source = "市招〔2031〕9号", Reason = "区划调整" });
        });
        Assert.Equal(100, (await Ask("east", 2031, then)).Whole.Target!.Value);
        Assert.Equal(100, (await Ask("east", 2031, Today.AddDays(-1))).Whole.Target!.Value);
        Assert.Equal(80, (await Ask("east", 2031, Today)).Whole.Target!.Value);
        Assert.Equal(80, (await Ask("east", 2031, null)).Whole.Target!.Value);
        Assert.Empty((await Ask("east", 2031, then.AddDays(-1))).Whole.Targets);
        var page = await (await app.SignedInAs("leader")).Open($"/targets/{id}");
        Assert.Contains("市招〔2031〕9号", page.Text, StringComparison.Ordinal);
        Assert.Contains("区划调整", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("table.cards tbody tr").Length);
    }

    [Fact]
    public async Task Is_changed_with_a_document_and_a_reason_only_and_never_striven_for_below_the_basic_one()
    {
        var reviewer = await app.SignedInAs("reviewer");
        var id = await Set("signed-projects", "west", 2032, 10, null);
        var page = await reviewer.Open($"/targets/{id}");
        var refused = await page.Submit("form[action*=Revise]", ("Input.Value", "9"), ("Input.Source", "文"), ("Input.Reason", ""));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("调整目标须写明理由", refused.Text, StringComparison.Ordinal);
        refused = await page.Submit("form[action*=Revise]", ("Input.Value", "9"), ("Input.Stretch", "8"), ("Input.Source", "文"), ("Input.Reason", "减"));
        Assert.Contains("奋斗目标不能低于基本目标", refused.Text, StringComparison.Ordinal);
        Assert.Equal("8", refused.Field("Input.Stretch"));
        var done = await page.Submit("form[action*=Revise]", ("Input.Value", "9"), ("Input.Stretch", "9"), ("Input.Source", "文"), ("Input.Reason", "减"));
        Assert.Equal(System.Net.HttpStatusCode.OK, done.Status);
        Assert.Equal((9, 9, 2L), await app.Reading(db => db.Set<Target>().Where(t => t.Id == id).Select(t => new ValueTuple<long, long?, long>(t.Value, t.Stretch, t.Version)).SingleAsync()));
    }

    [Fact]
    public async Task Comes_from_above_and_a_person_s_share_counts_for_no_figure()
    {
        var district = await app.SignedInAs("district-reviewer");
        var page = await district.Open("/targets/new?unit=east&year=2033");
        var refused = await page.Submit("main form", ("Input.Unit", "east"), ("Input.Indicator", "signed-projects"), ("Input.Value", "1"));
        Assert.Contains("本单位的目标由上级下达", refused.Text, StringComparison.Ordinal);
        var below = await page.Submit("main form", ("Input.Unit", "east-park"), ("Input.Indicator", "signed-projects"), ("Input.Value", "4"));
        Assert.Equal(System.Net.HttpStatusCode.OK, below.Status);
        var person = await scene.Person("district-clerk");
        page = await district.Open("/targets/new?unit=east&year=2033");
        var own = await page.Submit("main form", ("Input.Unit", "east"), ("Input.PersonId", person.ToString()), ("Input.Indicator", "signed-projects"), ("Input.Value", "3"));
        Assert.Equal(System.Net.HttpStatusCode.OK, own.Status);
        Assert.Empty((await Ask("east", 2033, null)).Whole.Targets);
        Assert.Equal(4, (await Ask("east-park", 2033, null)).Whole.Target!.Value);
    }

    [Fact]
    public async Task Withdrawn_stays_readable_and_measures_nothing()
    {
        var id = await Set("signed-projects", "west", 2044, 10, null);
        var page = await (await app.SignedInAs("reviewer")).Open($"/targets/{id}");
        var done = await page.Submit("form[action*=Withdraw]", ("Withdrawal.Source", "文"), ("Withdrawal.Reason", "误下"));
        Assert.Contains("已撤销", done.Text, StringComparison.Ordinal);
        Assert.Empty((await Ask("west", 2044, null)).Whole.Targets);
        Assert.Equal([10, 0], await app.Reading(db => db.Set<TargetRevision>().Where(r => r.TargetId == id).OrderBy(r => r.Number).Select(r => r.Value).ToListAsync()));
    }

    [Fact]
    public async Task Is_handed_down_on_a_sheet_as_a_whole_or_not_at_all()
    {
        var reviewer = await app.SignedInAs("reviewer");
        const string Address = "/targets/sheet?unit=city&year=2035";
        var sheet = await reviewer.Open(Address);
        var refused = await sheet.Submit("form.target-sheet", ("Input.Cells[city/arrived-funds]", "100"), ("Input.Cells[east/arrived-funds]", "六十"), ("Input.Cells[west/arrived-funds]", "50"), ("Input.Source", "文1号"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Text.Contains("不是数字", StringComparison.Ordinal), refused.Text);
        Assert.Equal(("100", "六十", "50"), (refused.Field("Input.Cells[city/arrived-funds]"), refused.Field("Input.Cells[east/arrived-funds]"), refused.Field("Input.Cells[west/arrived-funds]")));
        Assert.Equal(0, await app.Reading(db => db.Set<Target>().CountAsync(t => t.Year == 2035)));
        var done = await refused.Submit("form.target-sheet", ("Input.Cells[east/arrived-funds]", "6,000,000万"));
        Assert.Equal(System.Net.HttpStatusCode.OK, done.Status);
        // 600 + 50 handed down against 100: 550 more, shown and not refused
        Assert.Contains("+550", done.Text, StringComparison.Ordinal);
        Assert.Equal([Money.FromYi(50).Fen, Money.FromYi(100).Fen, Money.FromYi(600).Fen], await app.Reading(db => db.Set<Target>().Where(t => t.Year == 2035).OrderBy(t => t.Value).Select(t => t.Value).ToListAsync()));
    }

    [Fact]
    public async Task On_a_sheet_changed_by_somebody_else_in_between_is_not_overwritten()
    {
        var id = await Set("signed-projects", "east", 2036, 10, null);
        var reviewer = await app.SignedInAs("reviewer");
        var (sheet, later) = (await reviewer.Open("/targets/sheet?unit=city&year=2036"), await reviewer.Open("/targets/sheet?unit=city&year=2036"));
        await app.Inside(async services =>
        {
            var row = await services.GetRequiredService<ListTargets>().Find(id);
            await services.GetRequiredService<SetTarget>().Change(row!.Target, row.Indicator, new TargetChangeInput { Value = 12, Source = "文2号", Reason = "增" });
        });
        var other = await sheet.Submit("form.target-sheet", ("Input.Cells[west/signed-projects]", "5"), ("Input.Source", "文3号"), ("Input.Reason", "补"));
        Assert.Equal(System.Net.HttpStatusCode.OK, other.Status);
        Assert.Equal(12, await app.Reading(db => db.Set<Target>().Where(t => t.Id == id).Select(t => t.Value).SingleAsync()));
        var same = await later.Submit("form.target-sheet", ("Input.Cells[east/signed-projects]", "11"), ("Input.Source", "文3号"), ("Input.Reason", "补"));
        Assert.Contains("已被他人改为12", same.Text, StringComparison.Ordinal);
        Assert.Equal(12, await app.Reading(db => db.Set<Target>().Where(t => t.Id == id).Select(t => t.Value).SingleAsync()));
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    private Task<Guid> Set(string indicator, string unit, int year, decimal value, decimal? stretch) => scene.Made(async services =>
        (await services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = indicator, Unit = unit, Year = year, Value = value, Stretch = stretch, Source = "文1号" })).Id);

    private async Task<FigureAnswer> Ask(string unit, int year, DateOnly? asOf)
    {
        await using var within = app.Services.CreateAsyncScope();
        within.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        return await within.ServiceProvider.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = unit, Indicator = "signed-projects", From = $"{year}-01", To = $"{year}-06", AsOf = asOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
    }
}
