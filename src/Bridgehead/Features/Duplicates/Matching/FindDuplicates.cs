using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>A record in use that what is typed may be a double of.</summary>
/// <param name="Record">The record; shown only to whom it is visible.</param>
/// <param name="Suspicion">How strongly, and why.</param>
/// <param name="IsVisible">Whether the asker may see the record.</param>
public sealed record FoundDuplicate(RecordFacts Record, Suspicion Suspicion, bool IsVisible);

/// <summary>
/// Finds what a record may be a double of, in the whole city and however many there are: candidates come from the search index by their marks, and are
/// compared one by one. What is found outside the asker's scope is marked so; showing it is a matter of <see cref="PossibleDuplicate"/>.
/// </summary>
public sealed class FindDuplicates(BridgeheadDb db, ListProjects projects, ListEnterprises enterprises, DuplicateRules rules)
{
    /// <summary>The most candidates looked at: an investor with more projects is asked about the latest.</summary>
    public const int MostCandidates = 2_000;

    /// <summary>The most that are told.</summary>
    public const int MostFound = 20;

    /// <summary>The records it may be a double of, the strongest suspicion first.</summary>
    public async Task<IReadOnlyList<FoundDuplicate>> Run(RecordFacts typed, CancellationToken cancel = default)
    {
        var facts = typed.Kind == RecordKind.Project ? typed with { Identity = await Investor(typed, cancel) } : typed;
        var candidates = facts.Kind == RecordKind.Project ? await Projects(facts, cancel) : await Enterprises(facts, cancel);
        var found = candidates.Select(c => (Record: c, Suspicion: Suspicion.Of(facts, c, rules))).Where(f => f.Suspicion is not null)
            .OrderBy(f => f.Suspicion!.Level).ThenByDescending(f => f.Suspicion!.Similarity).ThenBy(f => f.Record.Id).Take(MostFound).ToList();
        if (found.Count == 0) return [];
        var ids = found.Select(f => f.Record.Id).ToList();
        var visible = facts.Kind == RecordKind.Project
            ? await (await projects.Visible(cancel)).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel)
            : await enterprises.Visible().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel);
        return [.. found.Select(f => new FoundDuplicate(f.Record, f.Suspicion!, visible.Contains(f.Record.Id)))];
    }

    /// <summary>Who the investor is in the register: former names and short names count.</summary>
    private async Task<InvestorIdentity> Investor(RecordFacts typed, CancellationToken cancel)
    {
        if (typed.InvestorName.IsEmpty) return InvestorIdentity.None;
        var marked = await SearchIndex.Marked(db, "enterprise", [MatchMarks.OfEnterpriseName(typed.InvestorName)]).OrderBy(id => id).Take(50).ToListAsync(cancel);
        var known = await Named(await db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null && marked.Contains(e.Id)).ToListAsync(cancel), cancel);
        var same = known.Where(e => e.Names.Any(n => n.Is(typed.InvestorName))).ToList();
        return same.Count == 0 ? InvestorIdentity.None
            : new InvestorIdentity([.. same.Select(e => e.Id)], [.. same.SelectMany(e => e.Names).Distinct()], same.Exists(e => e.CreditCode is not null));
    }

    /// <summary>
    /// Those that share a mark, the latest first; those that share the name by themselves, so that an investor with very many projects does not push one out. The index is asked
    /// first and alone: in one statement with the records, a planner may walk the whole table instead.
    /// </summary>
    private async Task<List<Guid>> Marked(string kind, RecordFacts facts, CancellationToken cancel)
    {
        var found = new List<Guid>();
        foreach (var marks in MatchMarks.Of(facts).GroupBy(MatchMarks.IsOfName))
            found.AddRange(await SearchIndex.Marked(db, kind, [.. marks]).OrderByDescending(id => id).Take(MostCandidates).ToListAsync(cancel));
        return [.. found.Distinct()];
    }

    private async Task<List<RecordFacts>> Projects(RecordFacts facts, CancellationToken cancel)
    {
        var marked = await Marked("project", facts, cancel);
        var found = await Told(db.Set<Project>().Where(p => p.DeletedAt == null && p.Id != facts.Id && marked.Contains(p.Id)), cancel);
        if (facts.NationalCode is not null && ProjectCode.TryRead(facts.NationalCode, out var code))
            found.AddRange(await Told(db.Set<Project>().Where(p => p.DeletedAt == null && p.Id != facts.Id && p.NationalCode == code), cancel));
        return [.. found.DistinctBy(f => f.Id)];
    }

    private static async Task<List<RecordFacts>> Told(IQueryable<Project> from, CancellationToken cancel) =>
        [.. (await from.Select(p => new { p.Id, p.Name, p.Number, p.Investor, p.InvestorId, p.NationalCode, p.Industry, p.AmountFen, p.Contact }).ToListAsync(cancel)).Select(p =>
            new RecordFacts(RecordKind.Project, p.Id, p.Name)
            {
                Number = p.Number, Investor = p.Investor, InvestorId = p.InvestorId, NationalCode = p.NationalCode?.Value, Industry = p.Industry, AmountFen = p.AmountFen, PhoneText = p.Contact,
            })];

    private async Task<List<RecordFacts>> Enterprises(RecordFacts facts, CancellationToken cancel)
    {
        var marked = await Marked("enterprise", facts, cancel);
        var all = db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null && e.Id != facts.Id);
        var found = await all.Where(e => marked.Contains(e.Id)).ToListAsync(cancel);
        if (facts.CreditCode is not null && CreditCode.TryRead(facts.CreditCode, out var code)) found.AddRange(await all.Where(e => e.CreditCode == code).ToListAsync(cancel));
        return await Named([.. found.DistinctBy(e => e.Id)], cancel);
    }

    /// <summary>Enterprises with every name they go by.</summary>
    private async Task<List<RecordFacts>> Named(List<Enterprise> found, CancellationToken cancel)
    {
        if (found.Count == 0) return [];
        var ids = found.Select(e => e.Id).ToList();
        var names = (await db.Set<OtherName>().AsNoTracking().Where(n => ids.Contains(n.EnterpriseId)).Select(n => new { n.EnterpriseId, n.Name }).ToListAsync(cancel)).ToLookup(n => n.EnterpriseId, n => n.Name);
        return [.. found.Select(e => RecordFacts.Of(e, names[e.Id]))];
    }
}
