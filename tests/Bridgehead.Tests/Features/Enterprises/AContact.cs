using System.Net;
using Bridgehead.Features.Enterprises;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Enterprises;

/// <summary>Personal data is masked for all, opened one at a time by those who may, on the record, and erased for good.</summary>
[Trait("needs", "database")]
public sealed class AContact(TestApp app) : IClassFixture<TestApp>
{
    private const string Phone = "13912345678", Name = "欧阳明月";

    [Fact]
    public async Task Is_masked_opened_on_the_record_and_erased()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var address = await Note(clerk, "遮盖有限公司", Name, Phone);
        foreach (var persona in new[] { "district-clerk", "clerk", "leader", "auditor", "other-district-clerk", "cadre" })
        {
            var shown = await (await app.SignedInAs(persona)).Open(address);
            Assert.Contains("139****5678", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Phone, shown.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Name, shown.Html, StringComparison.Ordinal);
            // opening is for those who may, and whose scope the keeping unit lies in
            Assert.Equal(persona is "district-clerk" or "clerk", shown.Document.QuerySelector("form[action*='Open']") is not null);
        }
        var contact = await app.Reading(db => db.Set<Contact>().SingleAsync(c => c.PersonPhone == Phone));
        foreach (var (persona, expected) in new[] { ("leader", HttpStatusCode.Forbidden), ("auditor", HttpStatusCode.Forbidden), ("other-district-clerk", HttpStatusCode.NotFound), ("clerk", HttpStatusCode.OK) })
            Assert.Equal(expected, (await (await app.SignedInAs(persona)).Http.GetAsync(new Uri($"/api/enterprises/{contact.EnterpriseId}/contacts/{contact.Id}/full?purpose=x", UriKind.Relative))).StatusCode);
        var opened = await (await clerk.Open(address)).Submit("form[action*='Open']", ("purpose", "约定考察时间"));
        Assert.Contains(Phone, opened.Text, StringComparison.Ordinal);
        Assert.Contains(Name, opened.Text, StringComparison.Ordinal);
        var entry = await app.Reading(db => db.Set<AuditEntry>().Where(e => e.SubjectId == contact.EnterpriseId && e.Action.Contains("open")).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("约定考察时间", "东江经办", AuditResult.Done), (entry.Reason, entry.UserName, entry.Result));
        Assert.Contains(contact.Id.ToString(), entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, (await clerk.Open(address)).Html, StringComparison.Ordinal);
        await (await clerk.Open(address)).Submit("form[action*='Erase']", ("reason", "本人来电"));
        // nothing of the person is left anywhere: not in the record, not in the trail, not among the answers kept for retries
        foreach (var (table, rows) in await app.Reading(Dump.Of))
            Assert.Equal([], rows.Where(r => r.Contains(Phone, StringComparison.Ordinal) || r.Contains(Name, StringComparison.Ordinal)).Select(r => table + ": " + r));
    }

    [Fact]
    public async Task Is_refused_with_an_identity_number_and_without_a_purpose()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await (await clerk.Open("/enterprises/new")).Submit("main form", ("Input.Name", "身份证有限公司"));
        var form = await clerk.Open(shown.Address + "/contacts");
        (string, string)[] good = [("Input.PersonName", "李某"), ("Input.PersonPhone", "13800000000"), ("Input.Purpose", "洽谈")];
        Assert.Contains("不得登记身份证号", (await form.Submit("form[data-keep]", [.. good, ("Input.Position", "经理510102199003071234")])).Alert, StringComparison.Ordinal);
        Assert.Contains("请写明联系目的", (await form.Submit("form[data-keep]", [good[0], good[1]])).Alert, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await form.Submit("form[data-keep]", good)).Status);
    }

    [Fact]
    public async Task Is_not_opened_once_the_time_is_over()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var address = await Note(clerk, "过期有限公司", "李四", "13700007777", ("Input.GivenOn", "2023-01-01"), ("Input.ExpiresOn", "2024-12-31"));
        var shown = await clerk.Open(address);
        Assert.Null(shown.Document.QuerySelector("form[action*='Open']"));
        var id = address.Split('/')[2];
        var contact = await app.Reading(db => db.Set<Contact>().Where(c => c.ExpiresOn == new DateOnly(2024, 12, 31)).Select(c => c.Id).SingleAsync());
        var answer = await clerk.Http.GetAsync(new Uri($"/api/enterprises/{id}/contacts/{contact}/full?purpose=x", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("使用期限已于2024-12-31届满", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> Note(Visitor clerk, string enterprise, string name, string phone, params (string, string)[] more)
    {
        var shown = await (await clerk.Open("/enterprises/new")).Submit("main form", ("Input.Name", enterprise));
        var noted = await (await clerk.Open(shown.Address + "/contacts")).Submit("form[data-keep]", [("Input.PersonName", name), ("Input.PersonPhone", phone), ("Input.Purpose", "项目洽谈"), .. more]);
        Assert.True(noted.Status == HttpStatusCode.OK, noted.Alert);
        return shown.Address + "/contacts";
    }
}
