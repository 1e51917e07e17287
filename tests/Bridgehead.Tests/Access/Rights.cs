using System.Globalization;
using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Access;

/// <summary>Who may see which thing (reliability goal 2): rights.tsv is the decision table, written from the rules; a row more is a line more.</summary>
[Trait("needs", "database")]
public sealed class Rights(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task Are_as_the_table_says()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "tests", "Bridgehead.Tests", "Access", "rights.tsv"), TestContext.Current.CancellationToken);
        var personas = lines[0].Split('\t')[2..];
        Assert.Equal(13, personas.Length);
        var visitors = new Dictionary<string, Visitor>();
        foreach (var persona in personas) visitors[persona] = persona == "anonymous" ? app.Visitor() : await app.SignedInAs(persona);
        var things = await Things(visitors);
        var wrong = new List<string>();
        foreach (var row in lines.Skip(1).Select(l => l.Split('\t')))
        {
            var address = things.Aggregate(row[1], (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value.ToString(), StringComparison.Ordinal));
            for (var i = 0; i < personas.Length; i++)
            {
                using var answer = await visitors[personas[i]].Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture) != row[2 + i]) wrong.Add($"{row[0]}, {personas[i]}: {(int)answer.StatusCode}, not {row[2 + i]}");
                if (answer.StatusCode != HttpStatusCode.OK && body.Contains("对象甲", StringComparison.Ordinal)) wrong.Add($"{row[0]}, {personas[i]}: refused, but shown");
            }
        }
        Assert.Equal([], wrong);
    }

    private async Task<Dictionary<string, Guid>> Things(Dictionary<string, Visitor> visitors)
    {
        var things = new Dictionary<string, Guid> { ["nobody"] = Guid.NewGuid() };
        foreach (var (unit, persona) in new[] { ("east", "district-clerk"), ("east-park", "park-clerk"), ("west", "other-district-clerk") })
        {
            var form = await visitors[persona].Open("/projects/new");
            var shown = await form.Submit("main form", ("Input.Name", $"对象甲 {unit}"), ("Input.Stage", "lead"));
            Assert.True(shown.Status == HttpStatusCode.OK, shown.Alert);
            things[unit] = await app.Reading(db => db.Set<Project>().Where(p => p.Name == $"对象甲 {unit}").Select(p => p.Id).FirstAsync());
        }
        foreach (var unit in new[] { "east", "west" })
            things["unit-" + unit] = await app.Reading(db => db.Set<Unit>().Where(u => u.Code == unit).Select(u => u.Id).FirstAsync());
        things["user"] = await app.Reading(db => db.Set<AppUser>().Where(u => u.UserName == "clerk").Select(u => u.Id).FirstAsync());
        return things;
    }
}
