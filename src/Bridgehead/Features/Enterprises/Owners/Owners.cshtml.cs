using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Who owns an enterprise, who is at the end of the chain, what group it belongs to, and what that has here.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class OwnersPage(BridgeheadDb db, ListEnterprises list, ReadOwnership read, ProjectsOf projects, Asker asker, UnitOfWork work) : EnterprisePage(db, list, asker, work)
{
    private const int MostRows = 200, Deepest = 8;

    /// <summary>The shares in it, those of today first, then those given up.</summary>
    public IReadOnlyList<Shareholding> Holdings { get; private set; } = [];
    /// <summary>Its owners and group.</summary>
    public Ownership Owners { get; private set; } = null!;
    /// <summary>What its group has here, each project once.</summary>
    public GroupTotals Group { get; private set; } = null!;
    /// <summary>What each enterprise of the group has here by itself.</summary>
    public IReadOnlyList<(OwnershipNode Firm, decimal? OfHead, GroupTotals Own)> Firms { get; private set; } = [];
    /// <summary>Today.</summary>
    public DateOnly Today => read.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Owners = await read.Around(Id, cancel: Cancel);
        Holdings = [.. (await Db.Set<Shareholding>().AsNoTracking().Where(h => h.EnterpriseId == Id).ToListAsync(Cancel)).OrderByDescending(h => h.HeldOn(Today)).ThenByDescending(h => h.Share).ThenBy(h => h.Id)];
        var group = Owners.Group;
        Group = await projects.Total([.. group.Select(n => n.Id).OfType<Guid>()], Cancel);
        var (shares, firms) = (Owners.Graph.SharesOf(Owners.Head), new List<(OwnershipNode, decimal?, GroupTotals)>());
        foreach (var firm in group.Take(MostRows))
            firms.Add((firm, shares.TryGetValue(firm.Key, out var share) ? share * 100 : null, await projects.Total([firm.Id!.Value], Cancel)));
        Firms = firms;
        return true;
    }

    /// <summary>The tree of owners above, as rows in the order of reading: depth, who, the share in the one below it, and the part of this enterprise that comes this way.</summary>
    public IReadOnlyList<(int Depth, OwnershipNode Owner, decimal Share, decimal Part, bool Controls)> Above()
    {
        var rows = new List<(int, OwnershipNode, decimal, decimal, bool)>();
        Add(Owners.Key, 1, 1);
        return rows;

        void Add(string firm, int depth, decimal part)
        {
            foreach (var edge in Owners.Graph.Owners(firm))
            {
                if (rows.Count >= MostRows || depth > Deepest) return;
                rows.Add((depth, Owners.Nodes[edge.Owner], edge.Share * 100, part * edge.Share * 100, edge.Controls || edge.Share > 0.5m));
                Add(edge.Owner, depth + 1, part * edge.Share);
            }
        }
    }

    /// <summary>The tree of what it holds below, as rows in the order of reading.</summary>
    public IReadOnlyList<(int Depth, OwnershipNode Owner, decimal Share, decimal Part, bool Controls)> Below()
    {
        var rows = new List<(int, OwnershipNode, decimal, decimal, bool)>();
        Add(Owners.Key, 1, 1);
        return rows;

        void Add(string owner, int depth, decimal part)
        {
            foreach (var edge in Owners.Graph.Holdings(owner))
            {
                if (rows.Count >= MostRows || depth > Deepest) return;
                rows.Add((depth, Owners.Nodes[edge.Firm], edge.Share * 100, part * edge.Share * 100, edge.Controls || edge.Share > 0.5m));
                Add(edge.Firm, depth + 1, part * edge.Share);
            }
        }
    }
}
