using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects;

/// <summary>The figures follow the projects: each counts once, in the month it was signed, with what was agreed (domain.md 4.2); expected values are counted by hand.</summary>
[Trait("needs", "database")]
public sealed class WhatAProjectCountsFor(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Follows_its_stage_its_facts_and_its_way_to_the_trash_and_back()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "计数项目", ("Input.Investor", "某公司"), ("Input.Origin", "OtherProvince"), ("Input.Branch", "Secondary"), ("Input.Amount", "2.5亿"), ("Input.SignedOn", "2019-04-10"), ("Input.Company", "计数公司"));
        Assert.Equal((null, null, null), await Figures());
        await Moved(shown, "signed");
        Assert.Equal((1, 25_000_000_000, null), await Figures());
        shown = await (await clerk.Open(shown.Address + "/edit")).Submit("main form", ("Input.Amount", "3亿"), ("Input.StartedOn", "2019-06-01"));
        Assert.Equal((1, 30_000_000_000, null), await Figures());
        await Moved(shown, "started");
        shown = await clerk.Open(shown.Address);
        Assert.Equal((1, 30_000_000_000, 1), await Figures());
        var before = await Entries();
        shown = await (await clerk.Open(shown.Address + "/edit")).Submit("main form", ("Input.Contact", "王"));
        Assert.Equal(before, await Entries());
        await shown.Submit("form[action*='ThrowAway']");
        Assert.Equal((null, null, null), await Figures());
        var trash = await (await app.SignedInAs("district-reviewer")).Open("/trash");
        await trash.Submit("main form[method=post]");
        Assert.Equal((1, 30_000_000_000, 1), await Figures());
        await app.Inside(async services => Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run()));
    }

    [Fact]
    public async Task Is_taken_back_when_it_falls_back_before_signing_and_says_why()
    {
        var clerk = await app.SignedInAs("other-district-clerk");
        var shown = await Open(clerk, "退回项目", ("Input.Stage", "signed"), ("Input.Investor", "某公司"), ("Input.Origin", "Abroad"), ("Input.Branch", "Tertiary"), ("Input.Amount", "9000万"), ("Input.SignedOn", "2018-02-01"));
        Assert.Equal(1, await Value("west", "signed-projects", 2018));
        shown = await shown.Submit("details form[action*='Move']", ("stage", "talks"), ("reason", "协议未生效"));
        Assert.Equal(1, await Value("west", "signed-projects", 2018));
        await (await (await app.SignedInAs("reviewer")).Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "true"));
        Assert.Null(await Value("west", "signed-projects", 2018));
        Assert.Equal(["项目转到“在谈”：协议未生效"], await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.ReversesSequence != null && e.BusinessDate == new DateOnly(2018, 2, 1)).Select(e => e.Reason!).Distinct().ToListAsync()));
    }

    private async Task<(long?, long?, long?)> Figures() => (await Value("east", "signed-projects", 2019), await Value("east", "contracted-amount", 2019), await Value("east", "started-projects", 2019));

    [Fact]
    public async Task Stays_when_it_pauses_and_goes_when_it_is_taken_off_the_books()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "暂缓计数", ("Input.Stage", "signed"), ("Input.Investor", "某公司"), ("Input.Origin", "OtherProvince"), ("Input.Branch", "Secondary"), ("Input.Amount", "1亿"), ("Input.SignedOn", "2017-03-01"));
        Assert.Equal(1, await Value("east", "signed-projects", 2017));
        await Moved(shown, "suspended");
        Assert.Equal(1, await Value("east", "signed-projects", 2017));
        await Moved(shown, "signed");
        await Moved(shown, "removed");
        Assert.Null(await Value("east", "signed-projects", 2017));
        // a lead that carries a date of signing and pauses has not been signed
        var lead = await Open(clerk, "线索暂缓", ("Input.Investor", "某公司"), ("Input.Amount", "1亿"), ("Input.SignedOn", "2016-03-01"));
        await Moved(lead, "suspended");
        Assert.Null(await Value("east", "signed-projects", 2016));
    }

    private Task Moved(Shown shown, string stage) => app.Inside(async services =>
    {
        var id = Guid.Parse(shown.Address.Split('?')[0].Split('/')[^1]);
        await services.GetRequiredService<OpenProject>().Move(await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == id), Stage.Called(stage)!, "按台账");
    });

    private Task<int> Entries() => app.Reading(db => db.Set<LedgerEntry>().CountAsync());

    private async Task<long?> Value(string unit, string indicator, int year)
    {
        long? value = null;
        await app.Inside(async services =>
        {
            var (figures, place) = (services.GetRequiredService<Figures>(), (await services.GetRequiredService<ScopedUnits>().Named(unit))!);
            value = (await figures.Answer(new FigureQuestion((await figures.Named(indicator, new DateOnly(year, 12, 31)))!, place, Months.OfYear(year)))).Whole.Value;
        });
        return value;
    }

    private static async Task<Shown> Open(Visitor visitor, string name, params (string, string)[] fields) =>
        await (await visitor.Open("/projects/new")).Submit("main form", [("Input.Name", name), .. fields]);
}
