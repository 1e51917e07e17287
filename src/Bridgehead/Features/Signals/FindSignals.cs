using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Signals;

/// <summary>Which signals are looked for; kept in the address.</summary>
public sealed class SignalQuery
{
    /// <summary>Of which rule; all when empty.</summary>
    public SignalKind? Kind { get; set; }
    /// <summary>What was found; those nobody has looked at when empty.</summary>
    public SignalState? State { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>What a person found.</summary>
public sealed class JudgementInput
{
    /// <summary>Whether what it hinted at is so.</summary>
    [Required(ErrorMessage = "请选择核实的结果")] public bool? Confirmed { get; set; }
    /// <summary>What was found, and how.</summary>
    [Required(ErrorMessage = "请写明核实的情况"), MaxLength(500, ErrorMessage = "核实情况最多500个字")] public string? Finding { get; set; }
}

/// <summary>How often a rule was right.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Open">Not looked at yet.</param>
/// <param name="Confirmed">Confirmed.</param>
/// <param name="FalseAlarms">False alarms.</param>
public sealed record SignalPrecision(SignalKind Kind, int Open, int Confirmed, int FalseAlarms)
{
    /// <summary>Confirmed ÷ judged in percent; nothing while none is judged.</summary>
    public decimal? Precision => Ledger.Ratio.Share(Confirmed, Confirmed + FalseAlarms);
}

/// <summary>Runs the rules, keeps what they saw, and lets people judge it; the same for page and API.</summary>
public sealed class FindSignals(BridgeheadDb db, GatherFacts gather, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>The thresholds in force.</summary>
    public async Task<SignalRules> Rules(CancellationToken cancel = default) => await db.Set<SignalRules>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel) ?? SignalRules.Default;

    /// <summary>Runs all rules over the asker's scope and keeps what they saw.</summary>
    public async Task<SignalRun> Run(CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"核查由市级进行；本单位的苗头由市级核查后在这里列出");
        var (rules, now) = (await Rules(cancel), clock.GetUtcNow().UtcDateTime);
        var seen = (await gather.Run(rules, cancel)).DistinctBy(s => (s.Kind, s.Key)).ToList();
        var known = await db.Set<Signal>().ToDictionaryAsync(s => (s.Kind, s.Key), cancel);
        var run = new SignalRun(rules.Number, seen.Count, seen.Count(s => !known.ContainsKey((s.Kind, s.Key))), clock.Day(), asker.Name, now);
        db.Add(run);
        foreach (var one in seen)
        {
            if (!known.TryGetValue((one.Kind, one.Key), out var signal)) db.Add(signal = new Signal(one, now));
            signal.SeenBy(run.Id, one);
            db.Add(new Sighting(run.Id, signal, one));
        }
        await db.SaveChangesAsync(cancel);
        return run;
    }

    /// <summary>How many signals of each kind other thresholds would give, beside those in force; nothing is kept.</summary>
    public async Task<IReadOnlyList<(SignalKind Kind, int Now, int Then)>> Preview(SignalRulesInput input, CancellationToken cancel = default)
    {
        var (now, then) = (await gather.Run(await Rules(cancel), cancel), await gather.Run(new SignalRules(0, input, "", clock.GetUtcNow().UtcDateTime), cancel));
        return [.. Enum.GetValues<SignalKind>().Select(k => (k, now.Count(s => s.Kind == k), then.Count(s => s.Kind == k)))];
    }

    /// <summary>Sets other thresholds from the next run on. Refused outside the city bureau, and without a reason.</summary>
    public async Task<SignalRules> Set(SignalRulesInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(asker.IsOfBureau, $"核查规则由市局设定");
        Refusal.When(string.IsNullOrWhiteSpace(input.Reason), $"请写明调整的理由", nameof(input.Reason));
        var rules = new SignalRules((await Rules(cancel)).Number + 1, input, asker.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(rules);
        db.Note(new FieldChange(nameof(SignalRules), rules.Id, "Number", null, rules.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(cancel);
        return rules;
    }

    /// <summary>Judges a signal. Refused over one's own unit's figures, but for the city as a whole.</summary>
    public async Task Judge(Signal signal, JudgementInput input, CancellationToken cancel = default)
    {
        Refusal.When(signal.UnitId == asker.UnitId && !await scope.IsWholeCity(cancel), $"本单位的数据由上级核实");
        signal.Judge(input.Confirmed == true, input.Finding, asker.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One page, the latest first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<(Signal Signal, Unit Unit)> Rows, string? Next)> Page(SignalQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var state = query.State ?? SignalState.Open;
        var signals = (await Visible(cancel)).AsNoTracking().Where(s => s.State == state);
        if (query.Kind is { } kind) signals = signals.Where(s => s.Kind == kind);
        if (Listed.Identity(query.After) is { } after) signals = signals.Where(s => s.Id.CompareTo(after) < 0);
        var rows = await signals.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel);
        var all = await scope.All(cancel);
        return ([.. rows.Take(size).Select(s => (s, all.First(u => u.Id == s.UnitId)))], rows.Count > size ? rows[size - 1].Id.ToString() : null);
    }

    /// <summary>One signal, ready to be judged; null when it is not there or not in scope.</summary>
    public async Task<Signal?> Find(Guid id, CancellationToken cancel = default) => await (await Visible(cancel)).FirstOrDefaultAsync(s => s.Id == id, cancel);

    /// <summary>Its sightings with their evidence, the latest first; at most 12.</summary>
    public async Task<IReadOnlyList<(Sighting Sighting, SignalRun Run)>> Sightings(Guid signal, CancellationToken cancel = default) =>
        [.. (await db.Set<Sighting>().AsNoTracking().Include(s => s.Rows.OrderBy(r => r.Place)).Where(s => s.SignalId == signal).OrderByDescending(s => s.Id).Take(12)
            .Join(db.Set<SignalRun>(), s => s.RunId, r => r.Id, (s, r) => new { s, r }).ToListAsync(cancel)).OrderByDescending(x => x.s.Id).Select(x => (x.s, x.r))];

    /// <summary>How often each rule was right.</summary>
    public async Task<IReadOnlyList<SignalPrecision>> Precision(CancellationToken cancel = default)
    {
        var counts = await (await Visible(cancel)).GroupBy(s => new { s.Kind, s.State }).Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        int Of(SignalKind kind, SignalState state) => counts.Find(c => c.Kind == kind && c.State == state)?.Count ?? 0;
        return [.. Enum.GetValues<SignalKind>().Select(k => new SignalPrecision(k, Of(k, SignalState.Open), Of(k, SignalState.Confirmed), Of(k, SignalState.FalseAlarm)))];
    }

    /// <summary>The last run; null before the first.</summary>
    public async Task<SignalRun?> Last(CancellationToken cancel = default) => await db.Set<SignalRun>().AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);

    private async Task<IQueryable<Signal>> Visible(CancellationToken cancel)
    {
        if (await scope.IsEverything(cancel)) return db.Set<Signal>();
        var units = await scope.Ids(cancel);
        return db.Set<Signal>().Where(s => units.Contains(s.UnitId));
    }
}
