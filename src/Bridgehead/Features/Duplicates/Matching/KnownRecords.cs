using System.Runtime.InteropServices;

namespace Bridgehead.Features.Duplicates;

/// <summary>
/// Records held in memory by what they may be doubles by, for looking through many at once: a ledger that is imported, the whole register. Names, codes and
/// investors are looked up; within one investor, names that cannot be alike are passed over by their length and signature.
/// </summary>
public sealed class KnownRecords(DuplicateRules rules)
{
    private const string WithoutCode = "\n";
    private readonly Dictionary<string, List<Placed>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Placed> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Held>> byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InvestorIdentity> investors = new(StringComparer.Ordinal);

    /// <summary>How many records are known; the next one added takes this place.</summary>
    public int Count { get; private set; }

    /// <summary>Makes an enterprise of the register known as an investor with its former names.</summary>
    public void AddInvestor(RecordFacts enterprise)
    {
        var identity = new InvestorIdentity([enterprise.Id], enterprise.Names, enterprise.CreditCode is not null);
        foreach (var name in enterprise.Names) investors.TryAdd(name.Core, identity);
    }

    /// <summary>The strongest suspicion against what is known; null for none. Hints are not looked for. May be asked on several threads at once, while nothing is added.</summary>
    /// <param name="typed">The record.</param>
    /// <param name="before">Only those that were added before this place.</param>
    public (RecordFacts Record, Suspicion Suspicion)? Strongest(RecordFacts typed, int before = int.MaxValue)
    {
        var facts = Identified(typed);
        (RecordFacts Record, Suspicion Suspicion)? best = null;
        if ((facts.CreditCode ?? facts.NationalCode) is { } code && byCode.TryGetValue(code, out var same) && same.Place < before) Try(same.Facts);
        foreach (var name in facts.Names)
            if (best is not { Suspicion.Level: 1 } && byName.TryGetValue(name.Core, out var named))
                foreach (var record in named)
                {
                    if (record.Place >= before) break;
                    Try(record.Facts);
                }
        if (best is { Suspicion.Level: 1 } || facts.Names.Count == 0 || Asked(facts).ToList() is not { Count: > 0 } groups) return best;
        var (length, signature) = (facts.Names[0].Core.Length, Likeness.Signature(facts.Names[0].Core));
        foreach (var group in groups)
            if (byGroup.TryGetValue(group, out var held))
                foreach (ref readonly var other in CollectionsMarshal.AsSpan(held))
                {
                    if (best is { Suspicion.Level: 2 }) return best;
                    if (other.Record.Place >= before) break;
                    if (Likeness.MayBe(length, signature, other.Length, other.Signature, rules.Similarity) || (best is null && MayBeByAmount(facts, other.Record.Facts))) Try(other.Record.Facts);
                }
        return best;

        void Try(RecordFacts record)
        {
            if (record.Id != facts.Id && Suspicion.Of(facts, record, rules) is { Level: <= 3 } suspicion && (best is null || suspicion.Level < best.Value.Suspicion.Level)) best = (record, suspicion);
        }
    }

    /// <summary>Makes a record known.</summary>
    public void Add(RecordFacts typed)
    {
        var placed = new Placed(Identified(typed), Count++);
        var facts = placed.Facts;
        if ((facts.CreditCode ?? facts.NationalCode) is { } code) byCode.TryAdd(code, placed);
        foreach (var name in facts.Names) In(byName, name.Core, placed);
        if (facts.Names.Count == 0) return;
        var held = new Held(placed, facts.Names[0].Core.Length, Likeness.Signature(facts.Names[0].Core));
        foreach (var group in Groups(facts)) In(byGroup, group, held);
        if (facts.Kind == RecordKind.Enterprise && facts.CreditCode is null)
            foreach (var group in Groups(facts)) In(byGroup, WithoutCode + group, held);
    }

    private RecordFacts Identified(RecordFacts facts) =>
        facts.Kind == RecordKind.Project && !facts.InvestorName.IsEmpty && investors.TryGetValue(facts.InvestorName.Core, out var identity) ? facts with { Identity = identity } : facts;

    // of two enterprises with a code each the codes alone decide, so one with a code is compared with those that have none
    private static IEnumerable<string> Asked(RecordFacts facts) =>
        facts.Kind == RecordKind.Enterprise && facts.CreditCode is not null ? Groups(facts).Select(g => WithoutCode + g) : Groups(facts);

    private static IEnumerable<string> Groups(RecordFacts facts)
    {
        if (facts.Kind == RecordKind.Enterprise) return facts.Representative is { Length: > 0 } person ? [person] : [];
        return facts.InvestorName.IsEmpty ? [] : facts.Identity.Names.Select(n => n.Core).Append(facts.InvestorName.Core).Distinct();
    }

    private bool MayBeByAmount(RecordFacts facts, RecordFacts other) =>
        facts.Industry is not null && facts.Industry == other.Industry && Suspicion.AmountsAlike(facts.AmountFen, other.AmountFen, rules.AmountDifference);

    private static void In<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        list.Add(item);
    }

    private readonly record struct Placed(RecordFacts Facts, int Place);

    private readonly record struct Held(Placed Record, int Length, ulong Signature);
}
