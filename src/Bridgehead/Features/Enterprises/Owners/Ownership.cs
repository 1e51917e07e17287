namespace Bridgehead.Features.Enterprises;

/// <summary>Somebody in the graph of owners: an enterprise of the register, or an owner who stands only in a share.</summary>
/// <param name="Key">Its key in the graph.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The enterprise in the register; null for others.</param>
/// <param name="Country">Its country or region, where it is from abroad.</param>
public sealed record OwnershipNode(string Key, string Name, OwnerKind Kind, Guid? Id, string? Country);

/// <summary>The owners above an enterprise and, when asked for, what lies below the head of its group; as on one day.</summary>
/// <param name="Graph">Who owns whom.</param>
/// <param name="Nodes">Everybody in it by key.</param>
/// <param name="Key">The enterprise's own key.</param>
/// <param name="Head">The key of the head of its group: the last enterprise in the chain of control; its own when nobody controls it.</param>
public sealed record Ownership(OwnershipGraph Graph, IReadOnlyDictionary<string, OwnershipNode> Nodes, string Key, string Head)
{
    /// <summary>Whether a state organ is anywhere among the owners.</summary>
    public bool HasState => Graph.SharesIn(Key).Keys.Any(k => Nodes[k].Kind == OwnerKind.StateOrgan);

    /// <summary>Whether an owner from abroad is anywhere among the owners.</summary>
    public bool HasForeigner => Graph.SharesIn(Key).Keys.Any(k => Nodes[k].Kind == OwnerKind.Foreign);

    /// <summary>Whether anything is known of its owners.</summary>
    public bool IsKnown => Graph.Owners(Key).Any();

    /// <summary>The last in the chain of control, whoever it is; without control, whoever holds the largest part at the top. Null when no owner is known.</summary>
    public OwnershipNode? UltimateInvestor
    {
        get
        {
            if (!IsKnown) return null;
            var top = Graph.TopOf(Key);
            return Nodes[top == Key ? Graph.UltimateOwners(Key)[0].Owner : top];
        }
    }

    /// <summary>The enterprises of the group, its head first.</summary>
    public IReadOnlyList<OwnershipNode> Group => [.. Graph.ControlledBy(Head).Where(k => Nodes[k].Id is not null).Select(k => Nodes[k]).OrderBy(n => n.Key != Head).ThenBy(n => n.Name, StringComparer.Ordinal)];
}
