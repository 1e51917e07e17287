using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>What a group has here: its enterprises, and each project once however many of them have a part in it.</summary>
/// <param name="Enterprises">How many enterprises of the group stand in the register.</param>
/// <param name="Projects">How many projects within the asker's scope.</param>
/// <param name="SignedProjects">How many of them are signed.</param>
/// <param name="Amount">The agreed investment of all of them.</param>
public sealed record GroupTotals(int Enterprises, int Projects, int SignedProjects, Money Amount);

/// <summary>The projects of enterprises: as investor, by the register or by name, or as project company; within the asker's scope.</summary>
public sealed class ProjectsOf(BridgeheadDb db, ListProjects list)
{
    /// <summary>The projects several enterprises have a part in, each once.</summary>
    public async Task<IQueryable<Project>> Of(IReadOnlyCollection<Guid> enterprises, CancellationToken cancel = default) => Matching(await list.Visible(cancel), enterprises, await Names(enterprises, cancel));

    /// <summary>The same without regard to anybody's scope, for rules that hold for the whole city.</summary>
    public async Task<IQueryable<Project>> OfCity(IReadOnlyCollection<Guid> enterprises, CancellationToken cancel = default) =>
        Matching(db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null), enterprises, await Names(enterprises, cancel));

    /// <summary>What they come to.</summary>
    public async Task<GroupTotals> Total(IReadOnlyCollection<Guid> enterprises, CancellationToken cancel = default)
    {
        var projects = await Of(enterprises, cancel);
        var total = await projects.GroupBy(p => 1).Select(g => new { Count = g.Count(), Signed = g.Count(p => p.SignedOn != null), Sum = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(cancel);
        return new GroupTotals(enterprises.Count, total?.Count ?? 0, total?.Signed ?? 0, new Money(total?.Sum ?? 0));
    }

    private static IQueryable<Project> Matching(IQueryable<Project> projects, IReadOnlyCollection<Guid> ids, List<string> names) =>
        projects.Where(p => (p.InvestorId != null && ids.Contains(p.InvestorId.Value)) || (p.InvestorId == null && p.Investor != null && names.Contains(p.Investor)) || (p.Company != null && names.Contains(p.Company)));

    private async Task<List<string>> Names(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var names = await db.Set<Enterprise>().AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => e.Name).ToListAsync(cancel);
        var former = await db.Set<OtherName>().AsNoTracking().Where(n => n.Kind == OtherNameKind.Former && ids.Contains(n.EnterpriseId)).Select(n => n.Name).ToListAsync(cancel);
        return [.. names.Concat(former).Distinct()];
    }
}
