namespace Bridgehead.Features.Duplicates;

/// <summary>How strongly two records look like one, by the four levels of the trade (domain rule 6.4).</summary>
/// <param name="Level">1 and 2 block saving until it is decided, 3 is decided by a person, 4 is a hint.</param>
/// <param name="Why">What they have in common.</param>
/// <param name="Similarity">How alike the names are, in per cent.</param>
public sealed record Suspicion(int Level, MatchReasons Why, int Similarity)
{
    /// <summary>Whether saving waits for a decision.</summary>
    public bool Blocks => Level <= 2;

    /// <summary>What a level means.</summary>
    public static string Effect(int level) => level switch { 1 or 2 => "须先处理", 3 => "待人工判断", _ => "提示" };

    /// <summary>Compares a record with one that was registered earlier. Null when nothing speaks for their being one.</summary>
    public static Suspicion? Of(RecordFacts later, RecordFacts earlier, DuplicateRules rules) =>
        later.Kind != earlier.Kind ? null : later.Kind == RecordKind.Project ? OfProjects(later, earlier, rules) : OfEnterprises(later, earlier, rules);

    private static Suspicion? OfProjects(RecordFacts later, RecordFacts earlier, DuplicateRules rules)
    {
        var (name, before) = (later.Names is [var first, ..] ? first : default, earlier.Names is [var known, ..] ? known : default);
        var (why, investor) = (MatchReasons.None, SameInvestor(later, earlier));
        if (later.NationalCode is { } code && code == earlier.NationalCode) why |= MatchReasons.NationalCode;
        if (!name.IsEmpty && name.Is(before)) why |= MatchReasons.Name;
        if (why != MatchReasons.None) return new Suspicion(1, why | investor, Percent(name, before));
        var alike = !name.IsEmpty && !before.IsEmpty && Likeness.AtLeast(name.Core, before.Core, rules.Similarity);
        var sounds = !name.IsEmpty && !before.IsEmpty && name.Agrees(before) && name.SoundsLike(before);
        if (sounds && name.Core != before.Core) why |= MatchReasons.Homophone;
        if (alike) why |= MatchReasons.Similar;
        if (why != MatchReasons.None && investor != MatchReasons.None) return new Suspicion(2, why | investor, Percent(name, before));
        if (investor != MatchReasons.None && AmountsAlike(later.AmountFen, earlier.AmountFen, rules.AmountDifference) && SameIndustry(later, earlier))
            return new Suspicion(3, investor | MatchReasons.Industry | MatchReasons.Amount, Percent(name, before));
        var hint = (sounds ? why & MatchReasons.Homophone : MatchReasons.None) | (SamePhone(later, earlier) ? MatchReasons.Phone : MatchReasons.None);
        return hint == MatchReasons.None ? null : new Suspicion(4, hint, Percent(name, before));
    }

    // two legal persons with different credit codes are two, however alike their names
    private static Suspicion? OfEnterprises(RecordFacts later, RecordFacts earlier, DuplicateRules rules)
    {
        if (later.CreditCode is { } code && code == earlier.CreditCode) return new Suspicion(1, MatchReasons.CreditCode | (SameName() ? MatchReasons.Name : MatchReasons.None), Alike());
        var known = later.CreditCode is not null && earlier.CreditCode is not null;
        if (SameName() && !known) return new Suspicion(1, MatchReasons.Name, 100);
        var person = later.Representative is { Length: > 0 } who && who == earlier.Representative;
        var (similar, sounds) = (later.Names.Any(n => earlier.Names.Any(e => Likeness.AtLeast(n.Core, e.Core, rules.Similarity))), later.Names.Any(n => earlier.Names.Any(e => n.Agrees(e) && n.Sound == e.Sound)));
        if (similar && person && !known) return new Suspicion(2, MatchReasons.Similar | MatchReasons.Representative, Alike());
        var hint = (SameName() ? MatchReasons.Name : sounds ? MatchReasons.Homophone : MatchReasons.None)
            | (SamePhone(later, earlier) ? MatchReasons.Phone : MatchReasons.None)
            | (later.Place.Length > 0 && later.Place == earlier.Place ? MatchReasons.Address : MatchReasons.None);
        return hint == MatchReasons.None ? null : new Suspicion(4, hint, Alike());

        bool SameName() => later.Names.Any(n => earlier.Names.Any(n.Is));
        int Alike() => later.Names.SelectMany(n => earlier.Names.Select(e => Percent(n, e))).DefaultIfEmpty(0).Max();
    }

    private static int Percent(MatchName one, MatchName other) => one.IsEmpty || other.IsEmpty ? 0 : Likeness.Percent(one.Core, other.Core);

    private static MatchReasons SameInvestor(RecordFacts later, RecordFacts earlier)
    {
        var registered = earlier.InvestorId is { } id && (id == later.InvestorId || later.Identity.Ids.Contains(id));
        var named = !later.InvestorName.IsEmpty && !earlier.InvestorName.IsEmpty
            && (later.InvestorName.Is(earlier.InvestorName) || later.Identity.Names.Any(n => n.Is(earlier.InvestorName)));
        if (!registered && !named) return MatchReasons.None;
        return registered && later.Identity.HasCode ? MatchReasons.Investor | MatchReasons.CreditCode : MatchReasons.Investor;
    }

    private static bool SamePhone(RecordFacts later, RecordFacts earlier) => later.Phones.Count > 0 && earlier.Phones.Count > 0 && later.Phones.Intersect(earlier.Phones).Any();

    private static bool SameIndustry(RecordFacts later, RecordFacts earlier) =>
        MatchName.Of(later.Industry) is { IsEmpty: false } industry && industry.Core == MatchName.Of(earlier.Industry).Core;

    /// <summary>Whether two amounts differ by less than so many per cent of the one registered earlier; an unknown one is like no other.</summary>
    public static bool AmountsAlike(long later, long earlier, int percent) =>
        later > 0 && earlier > 0 && (Int128)Math.Abs(later - earlier) * 100 < (Int128)earlier * percent;
}
