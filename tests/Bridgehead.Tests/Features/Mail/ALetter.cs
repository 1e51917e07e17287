using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bridgehead.Features.Access;
using Bridgehead.Features.Mail;
using Bridgehead.Features.Reports.Schedules;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Bridgehead.Tests.Features.Mail;

/// <summary>Letters to subscribers: to a confirmed address only, after what they tell of is kept, once, again when the server does not take them, to nobody who may not see it.</summary>
[Trait("needs", "database")]
public sealed class ALetter(ALetter.App app) : IClassFixture<ALetter.App>
{
    [Fact]
    public async Task Brings_what_was_made_to_those_who_confirmed_an_address_and_may_see_it()
    {
        var (clerk, other) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"));
        await Confirmed(clerk, "clerk@example.org");
        await Confirmed(other, "reviewer@example.org");
        await (await clerk.Open("/reports/schedules")).Submit("form[action*='Add']", ("Input.Report", "Leads"), ("Input.Unit", "east"), ("Input.Rhythm", "Weekly"), ("Input.Day", "1"));
        var schedule = await app.Reading(db => db.Set<ReportSchedule>().OrderByDescending(s => s.Id).FirstAsync());
        await (await other.Open("/reports/schedules")).Submit($"form[action*='Subscribe']:has(input[value='{schedule.Id}'])");
        // who subscribed and has gone to another district since is sent nothing; the third never confirmed an address
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            foreach (var name in new[] { "other-district-clerk", "reviewer" }) db.Add(new ScheduleSubscriber(schedule.Id, await db.Set<AppUser>().Where(u => u.UserName == name).Select(u => u.Id).SingleAsync()));
            await db.SaveChangesAsync();
        });
        await Confirmed(await app.SignedInAs("other-district-clerk"), "elsewhere@example.org");
        app.Post.Taken.Clear();
        app.Clock.Pass(TimeSpan.FromDays(8));
        while (await app.Services.GetRequiredService<WorkOnSchedules>().Step(TestContext.Current.CancellationToken)) { }
        Assert.Empty(app.Post.Taken);
        // two nodes, each several times at once
        await using var second = new ServiceCollection().AddLogging().AddSingleton(app.Services.GetRequiredService<IConfiguration>()).AddBridgehead(app.Services.GetRequiredService<Installation>()).AddSingleton<TimeProvider>(app.Clock).BuildServiceProvider();
        var nodes = new[] { app.Services.GetRequiredService<SendLetters>(), second.GetRequiredService<SendLetters>() };
        await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, 3).Select(async _ => { while (await node.Step(TestContext.Current.CancellationToken)) { } })));
        Assert.Equal(["clerk@example.org", "reviewer@example.org"], app.Post.Taken.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        var letter = app.Post.Taken.First();
        Assert.Contains("东江区招商线索一览表已生成", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://bridgehead.example.org/reports/schedules/{schedule.Id}", letter.TextBody!, StringComparison.Ordinal);
        Assert.Equal("bridgehead@example.org", letter.From.Mailboxes.Single().Address);
        // the settings let files out: the one that is kept
        var run = await app.Reading(db => db.Set<ReportRun>().SingleAsync(r => r.ScheduleId == schedule.Id));
        using var file = new MemoryStream();
        await ((MimePart)letter.Attachments.Single()).Content!.DecodeToAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(run.FileDigest, Convert.ToHexStringLower(SHA256.HashData(file.ToArray())));
        Assert.Contains("邮件2封：已发送", (await (await app.SignedInAs("district-clerk")).Open($"/reports/schedules/{schedule.Id}")).Text, StringComparison.Ordinal);
        // what was said is not kept
        Assert.All(await app.Reading(db => db.Set<Letter>().Where(l => l.AboutId == run.Id).ToListAsync()), l => Assert.Equal((LetterState.Sent, ""), (l.State, l.Text)));
    }

    [Fact]
    public async Task Waits_for_a_server_that_does_not_take_it_and_is_given_up_in_the_end_with_its_reason()
    {
        var visitor = await app.SignedInAs("park-clerk");
        var send = app.Services.GetRequiredService<SendLetters>();
        while (await send.Step(TestContext.Current.CancellationToken)) { }
        app.Post.IsFull = true;
        await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", "park@example.org"));
        // 1 + 5 + 25 minutes, 2 and 10 hours between six tries
        var waits = new[] { 1, 5, 25, 120, 600 };
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            Assert.True(await send.Step(TestContext.Current.CancellationToken));
            var letter = await app.Reading(db => db.Set<Letter>().SingleAsync(l => l.To == "park@example.org"));
            Assert.Equal((attempt < 6 ? LetterState.Waiting : LetterState.Failed, attempt), (letter.State, letter.Attempts));
            Assert.Contains("mailbox full", letter.Why!, StringComparison.Ordinal);
            if (attempt == 6) break;
            app.Clock.Pass(TimeSpan.FromMinutes(waits[attempt - 1]) - TimeSpan.FromSeconds(1));
            Assert.False(await send.Step(TestContext.Current.CancellationToken));
            app.Clock.Pass(TimeSpan.FromSeconds(1));
        }
        app.Post.IsFull = false;
        Assert.Contains("mailbox full", (await (await app.SignedInAs("park-clerk")).Open("/access/mail")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_to_no_address_without_its_code()
    {
        var visitor = await app.SignedInAs("clerk");
        foreach (var wrong in new[] { "name", "a b@example.org", "桥头堡 <a@example.org>", "a@example.org, b@example.org", "" })
            Assert.Equal(422, (int)(await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", wrong))).Status);
        await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", "victim@example.org"));
        var code = await Code("victim@example.org");
        for (var miss = 0; miss < KeepAddress.Most; miss++)
            Assert.Contains("验证码不对", (await (await visitor.Open("/access/mail")).Submit("#confirm", ("Code", code == "000000" ? "000001" : "000000"))).Text, StringComparison.Ordinal);
        // after five wrong ones the right one is too late
        Assert.Contains("已输错5次", (await (await visitor.Open("/access/mail")).Submit("#confirm", ("Code", code))).Text, StringComparison.Ordinal);
        Assert.Null(await app.Reading(db => db.Set<MailAddress>().Where(a => a.Asked == "victim@example.org").Select(a => a.Address).SingleAsync()));
        for (var more = 1; more < KeepAddress.PerHour; more++) await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", "victim@example.org"));
        Assert.Contains("一小时内最多发5次", (await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", "victim@example.org"))).Text, StringComparison.Ordinal);
        // the trail has neither the code nor the whole address
        var trail = await app.Reading(db => db.Set<AuditEntry>().Where(a => a.Changes.Contains("example.org")).Select(a => a.Changes).ToListAsync());
        Assert.NotEmpty(trail);
        Assert.All(trail, t => { Assert.DoesNotContain("victim@", t, StringComparison.Ordinal); Assert.DoesNotContain(code, t, StringComparison.Ordinal); });
    }

    /// <summary>Of fifty wrong codes at the same moment five are looked at; the others learn nothing.</summary>
    [Fact]
    public async Task Takes_five_tries_also_when_fifty_come_at_once()
    {
        var visitor = await app.SignedInAs("auditor");
        var page = await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", "auditor@example.org"));
        var (form, code) = ((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("#confirm")!, await Code("auditor@example.org"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var content = new FormUrlEncodedContent(form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(e => e.Name is not null and not "Code" and not "_once").Select(e => KeyValuePair.Create(e.Name!, e.Value))
                .Append(KeyValuePair.Create("Code", code == $"0000{i:00}" ? "999999" : $"0000{i:00}")).Append(KeyValuePair.Create("_once", Guid.NewGuid().ToString("N"))));
            using var answer = await visitor.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
            return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }));
        Assert.Equal(KeepAddress.Most, answers.Count(a => a.Contains("验证码不对", StringComparison.Ordinal)));
        Assert.Equal(KeepAddress.Most, await app.Reading(db => db.Set<MailAddress>().Where(a => a.Asked == "auditor@example.org").Select(a => a.Misses).SingleAsync()));
    }

    [Theory]
    [InlineData("security", "ssl", "none of starttls, tls, none")]
    [InlineData("port", "0", "no port")]
    [InlineData("from", "", "no sender's address")]
    [InlineData("site", "bridgehead", "no address of the site")]
    public void Is_not_promised_by_settings_that_cannot_be(string setting, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["mail:host"] = "mail.example.org", ["mail:from"] = "a@example.org", ["mail:site"] = "https://example.org", [$"mail:{setting}"] = value };
        var refused = Assert.Throws<FormatException>(() => MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private async Task Confirmed(Visitor visitor, string address)
    {
        await (await visitor.Open("/access/mail")).Submit("#ask", ("Address", address));
        while (await app.Services.GetRequiredService<SendLetters>().Step(TestContext.Current.CancellationToken)) { }
        Assert.Equal([], await app.Reading(db => db.Set<Letter>().Where(l => l.To == address && l.State != LetterState.Sent).Select(l => l.To + l.Why).ToListAsync()));
        var code = Regex.Match(app.Post.Taken.Single(m => m.To.Mailboxes.Single().Address == address).TextBody!, "[0-9]{6}").Value;
        Assert.Contains("已确认", (await (await visitor.Open("/access/mail")).Submit("#confirm", ("Code", code))).Text, StringComparison.Ordinal);
    }

    private async Task<string> Code(string address) => Regex.Match(await app.Reading(db => db.Set<Letter>().Where(l => l.To == address).OrderByDescending(l => l.At).Select(l => l.Text).FirstAsync()), "[0-9]{6}").Value;

    /// <summary>The application with a mail server that listens.</summary>
    public sealed class App : AccessApp
    {
        internal APostOffice Post { get; } = new();

        /// <inheritdoc />
        protected override IEnumerable<(string Setting, string Value)> Mail => base.Mail.Select(m => m.Setting == "port" ? ("port", Post.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)) : m).Append(("attach", "true"));

        /// <inheritdoc />
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing) Post.Dispose();
        }
    }
}
