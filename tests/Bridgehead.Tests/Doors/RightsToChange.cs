using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Doors;

/// <summary>
/// Who may change which thing (reliability goals 2 and 4): changes.tsv is the decision table, written from the rules of the trade. The things are
/// the eastern district's; who may not is refused and nothing has changed.
/// </summary>
[Trait("needs", "database")]
public sealed class RightsToChange(AccessApp app) : IClassFixture<AccessApp>
{
    private static readonly string[] MayGrow = ["UserSessions", "AuditEntries", "ChainHeads", "SignInTries"];
    private static readonly string[] Own = ["POST /access/account?handler=End", "POST /access/account?handler=Language", "POST /access/mail", "POST /access/mail?handler=Remove", "POST /access/tokens", "POST /access/tokens?handler=Revoke", "POST /style"];
    private readonly Scene scene = new(app);

    [Fact]
    public async Task Are_as_the_table_says()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "tests", "Bridgehead.Tests", "Doors", "changes.tsv"));
        var personas = lines[0].Split('\t')[1..];
        var table = lines.Skip(1).Select(l => l.Split('\t')).ToDictionary(r => r[0], r => r[1..]);
        Assert.Equal([], Writes.All.Select(w => w.Entrance).Except(table.Keys).Except(Own));
        var senders = new Dictionary<string, Sender>();
        foreach (var persona in personas) senders[persona] = await Sender.Of(app, persona);
        var wrong = new List<string>();
        // a dozen at a time: what is refused changes nothing, so that one look at everything before and after is enough for all of them
        foreach (var some in Writes.All.Where(w => table.ContainsKey(w.Entrance)).Chunk(12))
        {
            var made = new List<(Write Write, Sending Sending)>();
            foreach (var write in some) made.Add((write, await write.Make(scene)));
            var before = await app.Reading(db => Dump.Of(db, MayGrow));
            foreach (var (write, sending) in made)
                for (var i = 0; i < personas.Length; i++)
                    if (table[write.Entrance][i] != "y" && await Taken(senders[personas[i]], sending)) wrong.Add($"{write.Entrance}: {personas[i]} may not, but could");
            var after = await app.Reading(db => Dump.Of(db, MayGrow));
            wrong.AddRange(before.Keys.Where(t => !before[t].SequenceEqual(after[t])).Select(t => $"one of {string.Join(", ", some.Select(w => w.Entrance))}: refused, but {t} changed"));
            foreach (var write in some)
                for (var i = 0; i < personas.Length; i++)
                    if (table[write.Entrance][i] == "y" && !await Taken(senders[personas[i]], await write.Make(scene))) wrong.Add($"{write.Entrance}: {personas[i]} may, but could not");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Do_not_reach_beyond_the_documented_fields()
    {
        const string Mark = "7777777";
        var columns = await app.Reading(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Select(p => p.Name).Distinct().ToList()));
        Assert.True(columns.Count > 60);
        foreach (var some in Writes.All.Where(w => w.Entrance.Contains("/api/", StringComparison.Ordinal)).Chunk(12))
        {
            foreach (var write in some)
            {
                var sending = await write.Make(scene);
                if (sending.Fields.Count == 0) continue;
                var known = sending.Fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
                var more = columns.Where(c => !known.Contains(c) && !Documented.Contains(c)).Select(c => (char.ToLowerInvariant(c[0]) + c[1..], (object)Mark));
                using var answer = await (await Sender.Of(app, write.Persona)).Send(sending with { Fields = [.. sending.Fields, .. more] });
            }
            foreach (var (table, rows) in await app.Reading(Dump.Of))
                Assert.Equal([], rows.Where(r => r.Contains(Mark, StringComparison.Ordinal) && !r.Contains("|Changes=[]|", StringComparison.Ordinal)).Select(r => $"one of {string.Join(", ", some.Select(w => w.Entrance))} changed {table}: {r}"));
        }
    }

    private static async Task<bool> Taken(Sender sender, Sending sending)
    {
        using var answer = await sender.Send(sending);
        return (int)answer.StatusCode is >= 200 and < 400 && answer.Headers.Location?.ToString().Contains("/access/sign-in", StringComparison.Ordinal) != true;
    }

    // what the API lets a program say about a project, an enterprise, an indicator, a target
    private static readonly HashSet<string> Documented = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "investor", "company", "originPlace", "industry", "contact", "description", "englishName", "otherNames", "legalRepresentative", "kind", "region", "address", "phone", "business",
        "standing", "scope", "authority", "aliases", "source", "reason", "code",
    };
}
