using System.Net;
using Bridgehead.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Doors;

/// <summary>What holds for every way to change something, whoever added it: <see cref="Writes"/> has an example of each.</summary>
[Trait("needs", "database")]
public sealed class EveryWrite(AccessApp app) : IClassFixture<AccessApp>
{
    private readonly Scene scene = new(app);
    private readonly Dictionary<string, Sender> senders = [];

    // what grows with every request, also with one that changes nothing
    private static readonly string[] Grow = ["UserSessions", "AuditEntries", "ChainHeads"];

    [Fact]
    public async Task Has_an_example()
    {
        var known = Writes.All.Select(w => w.Entrance).Concat(Writes.Elsewhere.Keys).Order(StringComparer.Ordinal).ToList();
        var found = (await Endpoints.Of(app.Services)).Where(e => e.IsUnsafe && e.Method != "ANY").Select(e => $"{e.Method} {e.Route}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal([], found.Except(known).Select(e => "needs an example: " + e));
        Assert.Equal([], known.Except(found).Select(e => "is gone: " + e));
        Assert.True(Writes.All.Count > 30);
    }

    /// <summary>Reliability goal 36: one key, one effect, one answer; another content under it is refused, and so is none.</summary>
    [Fact]
    public async Task Is_carried_out_once_under_one_key()
    {
        var found = new List<string>();
        // a dozen at a time: what is sent again changes nothing, so that one look at everything before and after is enough for all of them
        foreach (var some in Writes.All.Chunk(12))
        {
            var sent = new List<(Write Write, Sending Sending, string Key, HttpResponseMessage First)>();
            foreach (var write in some)
            {
                var (sending, key) = (await write.Make(scene), Guid.NewGuid().ToString("N"));
                sent.Add((write, sending, key, await (await SenderOf(write)).Send(sending, key)));
                if (!Taken(sent[^1].First)) found.Add($"{write.Entrance}: not taken: {sent[^1].First.StatusCode} {Start(await sent[^1].First.Content.ReadAsStringAsync())}");
            }
            var before = await app.Reading(db => Dump.Of(db, Grow));
            foreach (var (write, sending, key, first) in sent)
            {
                using var second = await (await SenderOf(write)).Send(sending, key);
                var shown = first.StatusCode == HttpStatusCode.OK && !sending.IsApi;
                if (!shown && (first.StatusCode, first.Headers.Location?.ToString(), first.Headers.ETag?.Tag) != (second.StatusCode, second.Headers.Location?.ToString(), second.Headers.ETag?.Tag)) found.Add($"{write.Entrance}: another answer: {second.StatusCode}");
                if (!shown && await first.Content.ReadAsStringAsync() != await second.Content.ReadAsStringAsync()) found.Add($"{write.Entrance}: another body");
                if (shown && !Taken(second)) found.Add($"{write.Entrance}: another answer: {second.StatusCode}");
            }
            found.AddRange(Changed(before, await app.Reading(db => Dump.Of(db, Grow))).Select(change => $"one of {string.Join(", ", some.Select(w => w.Entrance))}: carried out twice: {change}"));
            foreach (var (write, sending, key, first) in sent)
            {
                first.Dispose();
                if (write.Other is not { } other) continue;
                using var third = await (await SenderOf(write)).Send(sending.With(other.Name, other.Value), key);
                if (third.StatusCode != HttpStatusCode.UnprocessableEntity) found.Add($"{write.Entrance}: another content under the same key: {third.StatusCode}");
                using var without = await (await SenderOf(write)).Send(await write.Make(scene), null);
                if (Taken(without)) found.Add($"{write.Entrance}: without a key: {without.StatusCode}");
            }
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Is_carried_out_once_when_it_comes_several_times_at_the_same_moment()
    {
        await ForEach(Writes.All, async (write, sender, wrong) =>
        {
            var (sending, key) = (await write.Make(scene), Guid.NewGuid().ToString("N"));
            var before = await Done();
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sender.Send(sending, key)));
            if (await Done() - before != 1) wrong($"{await Done() - before} times");
            if (!answers.Any(Taken)) wrong($"never: {answers[0].StatusCode}");
            foreach (var answer in answers)
                if (!Taken(answer) && answer.StatusCode != HttpStatusCode.Conflict) wrong($"{answer.StatusCode} {Start(await answer.Content.ReadAsStringAsync())}");
        });
    }

    [Fact]
    public async Task Is_carried_out_once_when_the_answer_is_lost_and_it_is_sent_again()
    {
        var random = new Random(36);
        await ForEach(Writes.All, async (write, sender, wrong) =>
        {
            var (sending, key) = (await write.Make(scene), Guid.NewGuid().ToString("N"));
            var before = await Done();
            for (var tries = random.Next(1, 4); tries > 0; tries--)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(0, 12)));
                try
                {
                    using var lost = await sender.Send(sending, key, patience.Token);
                }
                catch (OperationCanceledException)
                {
                    // the answer is lost; whether it was done is not known
                }
            }
            using var last = await sender.Send(sending, key);
            for (var wait = 0; last.StatusCode == HttpStatusCode.Conflict && wait < 20; wait++)
            {
                await Task.Delay(20);
                using var again = await sender.Send(sending, key);
                if (Taken(again)) break;
                if (wait == 19) wrong($"never: {again.StatusCode}");
            }
            if (await Done() - before != 1) wrong($"{await Done() - before} times");
        });
    }

    /// <summary>Reliability goal 35: of two who read the same, the second is told so and nothing is overwritten.</summary>
    [Fact]
    public async Task Refuses_the_second_of_two_who_read_the_same()
    {
        var changing = Writes.All.Where(w => w.Changes).ToList();
        Assert.True(changing.Count > 10);
        await ForEach(changing, async (write, sender, wrong) =>
        {
            var sending = await write.Make(scene);
            using var first = await sender.Send(sending);
            if (!Taken(first)) wrong($"not taken: {first.StatusCode}");
            var before = await app.Reading(db => Dump.Of(db, Grow));
            var second = write.Other is { } other ? sending.With(other.Name, other.Value) : sending;
            using var answer = await sender.Send(second);
            if (answer.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound)) wrong($"the second: {answer.StatusCode}");
            foreach (var change in Changed(before, await app.Reading(db => Dump.Of(db, Grow)))) wrong("overwritten: " + change);
            if (sending.IsApi || write.Other is not { } typed || answer.StatusCode != HttpStatusCode.Conflict) return;
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            if (!html.Contains("他人已修改了这条记录", StringComparison.Ordinal)) wrong("does not say so");
            if (!html.Contains("改成了", StringComparison.Ordinal)) wrong("does not show what the other changed");
            if (!html.Contains(Convert.ToString(typed.Value, System.Globalization.CultureInfo.InvariantCulture)!, StringComparison.Ordinal)) wrong("does not keep what was typed");
        });
    }

    /// <summary>Reliability goal 41: success, refusal and a wrong shape each leave one complete entry.</summary>
    [Fact]
    public async Task Leaves_exactly_one_complete_entry_however_it_ends()
    {
        await ForEach(Writes.All, async (write, sender, wrong) =>
        {
            var (sending, key) = (await write.Make(scene), Guid.NewGuid().ToString("N"));
            await Entry(AuditResult.Done, () => sender.Send(sending, key));
            if (write.Other is { } other) await Entry(AuditResult.Refused, () => sender.Send(sending.With(other.Name, other.Value), key));
            if (write.Wrong is { } ill)
            {
                var unfit = (await write.Make(scene)).With(ill.Name, ill.Value);
                await Entry(AuditResult.Invalid, () => sender.Send(unfit, Guid.NewGuid().ToString("N")));
            }
            async Task Entry(AuditResult expected, Func<Task<HttpResponseMessage>> send)
            {
                var last = await Last();
                using var answer = await send();
                var entries = await app.Reading(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Sequence > last).ToListAsync());
                if (entries is not [var entry]) wrong($"{expected} ({answer.StatusCode}): {entries.Count} entries {string.Join(' ', entries.Select(e => e.Action))}");
                else if (entry.Result != expected && !(expected == AuditResult.Invalid && entry.Result == AuditResult.Refused)) wrong($"{expected} ({answer.StatusCode}): the entry says {entry.Result}");
                else if (entry.UserId is null || entry.UserName == "" || entry.Role == "" || entry.Unit == "" || entry.Address == "" || entry.Action == "" || entry.At.Kind != DateTimeKind.Utc
                    || expected != AuditResult.Done && string.IsNullOrEmpty(entry.Reason) || expected == AuditResult.Done && write.Changes && (entry.SubjectId is null || entry.Changes == "[]"))
                    wrong($"{expected}: not complete: {entry.Action} {entry.UserName} {entry.Role} {entry.Unit} {entry.Address} {entry.SubjectId} {entry.Reason} {Start(entry.Changes)}");
            }
        });
    }

    private async Task ForEach(IEnumerable<Write> writes, Func<Write, Sender, Action<string>, Task> look)
    {
        var found = new List<string>();
        foreach (var write in writes)
        {
            await look(write, await SenderOf(write), said => found.Add($"{write.Entrance}: {said}"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task<Sender> SenderOf(Write write)
    {
        if (!senders.TryGetValue(write.Persona, out var sender)) senders.Add(write.Persona, sender = await Sender.Of(app, write.Persona));
        return sender;
    }

    private static bool Taken(HttpResponseMessage answer) => (int)answer.StatusCode is >= 200 and < 400 && answer.Headers.Location?.ToString().Contains("/access/sign-in", StringComparison.Ordinal) != true;

    private static IEnumerable<string> Changed(Dictionary<string, List<string>> before, Dictionary<string, List<string>> after) =>
        from table in before.Keys
        let rows = after[table].Except(before[table]).Concat(before[table].Except(after[table])).ToList()
        where rows.Count > 0
        select $"{table}: {Start(rows[0])}";

    private Task<int> Done() => app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.Result == AuditResult.Done && !e.Action.StartsWith("test.") && e.Action != "access.sign-in"));

    private Task<long> Last() => app.Reading(db => db.Set<AuditEntry>().MaxAsync(e => e.Sequence));

    private static string Start(string text) => text.Length <= 200 ? text : text[..200];
}
