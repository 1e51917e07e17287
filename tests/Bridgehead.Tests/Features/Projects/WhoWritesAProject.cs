using System.Net;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects;

/// <summary>Districts, parks and outposts at one project: each writes what is theirs to write, and a form saved as it was opened changes nothing.</summary>
[Trait("needs", "database")]
public sealed class WhoWritesAProject(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("district-clerk")]
    [InlineData("park-clerk")]
    [InlineData("reviewer")]
    [InlineData("cadre")]
    public async Task A_form_saved_as_it_was_opened_changes_nothing(string persona)
    {
        var id = await Make("lead");
        var before = await Facts(id);
        var form = await (await app.SignedInAs(persona)).Open($"/projects/{id}/edit");
        // browsers end lines in their own way
        var saved = await form.Submit("main form", ("Input.Description", "第一行\r\n第二行"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal($"/projects/{id}", saved.Address);
        Assert.Equal(before, await Facts(id));
    }

    [Fact]
    public async Task An_outpost_opens_leads_for_any_district_as_their_source_and_nothing_signed()
    {
        var cadre = await app.SignedInAs("cadre");
        var form = await cadre.Open("/projects/new");
        var west = await Unit("west");
        var shown = await form.Submit("main form", ("Input.Name", "驻外机构报来的线索"), ("Input.UnitId", west.ToString()));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var made = await app.Reading(db => db.Set<Project>().Where(p => p.Name == "驻外机构报来的线索").Select(p => new { p.UnitId, p.SourceUnitId }).SingleAsync());
        Assert.Equal((west, await Unit("shenzhen")), (made.UnitId, made.SourceUnitId));
        Assert.Contains("驻外机构报来的线索", (await (await app.SignedInAs("other-district-clerk")).Open("/projects")).Text, StringComparison.Ordinal);
        var refused = await (await cadre.Open("/projects/new")).Submit("main form", ("Input.Name", "驻外机构自己签的"), ("Input.UnitId", west.ToString()), ("Input.Stage", "signed"), ("Input.Investor", "某公司"),
            ("Input.Origin", "OtherProvince"), ("Input.Branch", "Secondary"), ("Input.Amount", "1亿"), ("Input.SignedOn", "2026-03-01"));
        Assert.Equal("驻外机构登记线索和在谈项目；签约由落地单位登记", refused.Alert);
    }

    [Fact]
    public async Task Whoever_fed_a_project_reads_it_and_after_the_signing_no_longer_writes()
    {
        var id = await Make("signed");
        var cadre = await app.SignedInAs("cadre");
        var shown = await cadre.Open($"/projects/{id}");
        Assert.Null(shown.Document.QuerySelector($"a[href='/projects/{id}/edit'], form[action*='ThrowAway']"));
        var refused = await (await cadre.Open($"/projects/{id}/edit")).Submit("main form", ("Input.Contact", "改掉"));
        Assert.Contains("由落地单位修改", refused.Alert, StringComparison.Ordinal);
        var district = await (await app.SignedInAs("district-clerk")).Open($"/projects/{id}");
        Assert.NotNull(district.Document.QuerySelector($"a[href='/projects/{id}/edit']"));
    }

    [Fact]
    public async Task A_park_moves_its_project_to_no_district_it_does_not_belong_to()
    {
        var id = await Make("lead");
        var refused = await (await (await app.SignedInAs("park-clerk")).Open($"/projects/{id}/edit")).Submit("main form", ("Input.UnitId", (await Unit("west")).ToString()));
        Assert.Contains("落地单位不在您的数据范围内", refused.Alert, StringComparison.Ordinal);
    }

    /// <summary>A project of the eastern district, in its park, from the outpost, on 3,333 square metres.</summary>
    private async Task<Guid> Make(string stage)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var units = await db.Set<Unit>().ToDictionaryAsync(u => u.Code, u => u.Id);
            id = (await services.GetRequiredService<OpenProject>().Run(new ProjectFacts
            {
                Name = "谁来改" + Guid.NewGuid().ToString("N")[..8], UnitId = units["east"], ParkId = units["east-park"], SourceUnitId = units["shenzhen"], Investor = "甲公司", Origin = Origin.OtherProvince,
                Branch = Branch.Secondary, Amount = new Money(12_345_678_901), SignedOn = new DateOnly(2026, 1, 10), Land = Land.FromSquareMetres(3333), Description = "第一行\n第二行",
            }, Stage.Called(stage)!)).Id;
        });
        return id;
    }

    private Task<string> Facts(Guid id) => app.Reading(async db =>
    {
        var p = await db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == id);
        return string.Join('|', p.Name, p.UnitId, p.ParkId, p.SourceUnitId, p.Investor, p.Origin, p.Branch, p.AmountFen, p.SignedOn, p.Land?.SquareMetres, p.Description, p.Contact, p.Track, p.StageOrder);
    });

    private Task<Guid> Unit(string code) => app.Reading(db => db.Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync());
}
