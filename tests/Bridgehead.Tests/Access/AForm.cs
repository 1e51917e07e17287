using System.Net;
using AngleSharp.Html.Dom;

namespace Bridgehead.Tests.Access;

/// <summary>Changes what its fields say and nothing else, whatever else is posted (reliability goal 4): every column of every table is posted under every name a binder could take it by.</summary>
[Trait("needs", "database")]
public sealed class AForm(AccessApp app) : IClassFixture<AccessApp>
{
    private const string Mark = "7777777";
    private static readonly Guid MarkId = Guid.Parse("77777777-7777-7777-7777-777777777777");

    [Theory]
    [InlineData("reviewer")]
    [InlineData("clerk")]
    [InlineData("security-admin")]
    [InlineData("system-admin")]
    public async Task Changes_only_its_own_fields(string persona)
    {
        var visitor = await app.SignedInAs(persona);
        var columns = await Columns();
        Assert.True(columns.Count > 60);
        var (tried, taken) = (0, 0);
        foreach (var page in await Crawl.From(visitor))
            foreach (var form in page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
            {
                var names = form.Elements.Select(e => e.GetAttribute("name")).ToHashSet();
                var extra = columns.SelectMany(c => new[] { c.Name, "Input." + c.Name, "Subject." + c.Name, "Me." + c.Name }.Select(n => (n, c.Value)))
                    .Where(f => !names.Contains(f.n) && !names.Contains("Input." + f.n)).ToArray();
                form.Id ??= "form" + tried;
                var selector = "main form[method=post]";
                var index = page.Document.QuerySelectorAll(selector).ToList().IndexOf(form);
                // a request of more than 1,024 fields is refused as such: the columns go in parts
                foreach (var part in extra.Chunk(900))
                {
                    var fresh = await visitor.Open(page.Address);
                    if (fresh.Document.QuerySelectorAll(selector).ElementAtOrDefault(index) is not IHtmlFormElement now) break;
                    now.Id = "chosen";
                    var answer = await fresh.Submit("#chosen", part);
                    tried++;
                    if (answer.Status == HttpStatusCode.OK) taken++;
                }
                var dump = await app.Reading(Dump.Of);
                foreach (var (table, rows) in dump)
                    // an entry that changed nothing may quote what was refused
                    Assert.Equal([], rows.Where(row => row.Contains(Mark, StringComparison.Ordinal) && !row.Contains("|Changes=[]|", StringComparison.Ordinal)).Select(row => $"{page.Address} #{index} changed {table}: {row}"));
            }
        Assert.True(tried >= 3 && taken >= 1, $"{tried} forms tried, {taken} taken");
    }

    [Fact]
    public async Task That_lets_a_value_through_is_found_out()
    {
        var visitor = await app.SignedInAs("system-admin");
        var edit = await visitor.Open((await visitor.Open("/organisations")).Document.QuerySelector("#units a")!.GetAttribute("href")!);
        await edit.Submit("main form", ("Input.EnglishName", "8888888"));
        Assert.Contains((await app.Reading(Dump.Of))["Units"], row => row.Contains("8888888", StringComparison.Ordinal));
        edit = await visitor.Open(edit.Address);
        await edit.Submit("main form", ("Input.EnglishName", ""));
    }

    private Task<List<(string Name, string Value)>> Columns() => app.Reading(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties())
        .Where(p => p.Name is not ("Version" or "Name" or "Id")).Select(p => (p.Name, Value(p.ClrType))).Distinct().ToList()));

    private static string Value(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Guid)) return MarkId.ToString();
        if (plain == typeof(DateTime) || plain == typeof(DateOnly)) return "7777-07-07";
        return plain == typeof(bool) ? "true" : Mark;
    }
}
