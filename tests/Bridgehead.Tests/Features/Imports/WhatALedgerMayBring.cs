using System.Net;
using System.Text;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A ledger opens no door that is closed to whoever brings it: targets, units and indicators are made by those who may make them elsewhere.</summary>
[Trait("needs", "database")]
public sealed class WhatALedgerMayBring(TestApp app) : IClassFixture<TestApp>
{
    private const string Heading = "单位,指标,起,止,类别,数值,计量单位\n";

    [Fact]
    public async Task A_target_only_from_those_who_set_targets_and_never_the_own()
    {
        const string ledger = Heading + "东江区,新签约项目数,2051-01,2051-12,目标,40,个\n东江经开区,新签约项目数,2051-01,2051-12,目标,15,个\n";
        var clerk = await Upload("district-clerk", "经办.csv", ledger);
        Assert.Equal([0, 0, 0, 2], AtTheWizard.Counts(clerk));
        Assert.Contains("您没有下达目标的权限", clerk.Text, StringComparison.Ordinal);
        var reviewer = await Upload("district-reviewer", "审核.csv", ledger);
        Assert.Equal([1, 0, 0, 1], AtTheWizard.Counts(reviewer));
        Assert.Contains("本单位的目标由上级下达", reviewer.Text, StringComparison.Ordinal);
        await reviewer.Submit("form[action*='handler=Apply']");
        Assert.Equal(["east-park"], await Units(2051));
        await (await Upload("reviewer", "市局.csv", ledger)).Submit("form[action*='handler=Apply']");
        Assert.Equal(["east", "east-park"], await Units(2051));
    }

    [Fact]
    public async Task A_target_for_half_a_year_is_the_years_and_says_so_once()
    {
        var check = await Upload("reviewer", "半年.csv", Heading + "东江区,新签约项目数,2052-01,2052-06,目标,20,个\n东江区,新签约项目数,2052-07,2052-12,目标,25,个\n西岭县,新签约项目数,2052-07,2053-06,目标,25,个\n");
        Assert.Equal([1, 0, 0, 2], AtTheWizard.Counts(check));
        Assert.Contains("作为2052年全年的目标", check.Text, StringComparison.Ordinal);
        Assert.Contains("与本文件前面一行重复", check.Text, StringComparison.Ordinal);
        Assert.Contains("起止须在同一年内", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await check.Submit("form[action*='handler=Apply']")).Status);
        Assert.Equal([20L], await app.Reading(db => db.Set<Target>().Where(t => t.Year == 2052).Select(t => t.Value).ToListAsync()));
    }

    [Fact]
    public async Task An_unknown_unit_below_the_own_and_never_beside_the_city()
    {
        const string ledger = Heading + "安岳市,新签约项目数,2035-01,2035-12,实际,3,个\n河西工业园,新签约项目数,2035-01,2035-12,实际,2,个\n";
        var check = await Upload("district-reviewer", "新单位.csv", ledger);
        Assert.Equal([0, 0, 0, 2], AtTheWizard.Counts(check));
        var added = await check.Submit("form[action*='handler=Options']", ("AddMissing", "true"));
        Assert.Equal([2, 0, 0, 0], AtTheWizard.Counts(added));
        Assert.Contains("新增单位“安岳市”（区县），归在东江区之下", added.Text, StringComparison.Ordinal);
        await added.Submit("form[action*='handler=Apply']");
        var made = await app.Reading(db => db.Set<Unit>().Where(u => u.Name == "安岳市" || u.Name == "河西工业园").OrderBy(u => u.Name).Select(u => new { u.Kind, Under = db.Set<Unit>().Where(p => p.Id == u.ParentId).Select(p => p.Code).First() }).ToListAsync());
        Assert.Equal([(UnitKind.District, "east"), (UnitKind.Park, "east")], made.OrderBy(m => m.Kind).Select(m => (m.Kind, m.Under)));
        Assert.Equal(1, await app.Reading(db => db.Set<Unit>().CountAsync(u => u.ParentId == null)));
        // the importer sees what came in, and the city still decides as a whole
        Assert.Contains("安岳市", (await (await app.SignedInAs("district-reviewer")).Open("/figures?Unit=east&From=2035-01&To=2035-12")).Text + (await (await app.SignedInAs("district-reviewer")).Open("/organisations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAs("auditor")).Open("/audit")).Status);
    }

    [Fact]
    public async Task An_unknown_indicator_only_from_those_who_define_them()
    {
        const string ledger = Heading + "东江区,外来企业用工人数,2036-01,2036-12,实际,300,个\n";
        var clerk = await (await Upload("district-clerk", "新指标.csv", ledger)).Submit("form[action*='handler=Options']", ("AddMissing", "true"));
        Assert.Equal([0, 0, 0, 1], AtTheWizard.Counts(clerk));
        var reviewer = await (await Upload("reviewer", "新指标二.csv", ledger)).Submit("form[action*='handler=Options']", ("AddMissing", "true"));
        Assert.Equal([1, 0, 0, 0], AtTheWizard.Counts(reviewer));
        await reviewer.Submit("form[action*='handler=Apply']");
        Assert.True(await app.Reading(db => db.Set<Indicator>().AnyAsync(i => i.Name == "外来企业用工人数")));
    }

    private async Task<Shown> Upload(string persona, string name, string ledger) => await AtTheWizard.Upload(await app.SignedInAs(persona), "Figures", name, Encoding.UTF8.GetBytes(ledger));

    private Task<List<string>> Units(int year) => app.Reading(db => db.Set<Target>().Where(t => t.Year == year).Join(db.Set<Unit>(), t => t.UnitId, u => u.Id, (_, u) => u.Code).OrderBy(code => code).ToListAsync());
}
