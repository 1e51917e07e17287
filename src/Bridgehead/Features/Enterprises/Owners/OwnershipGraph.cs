namespace Bridgehead.Features.Enterprises;

/// <summary>
/// Who owns whom. An indirect share is the sum, over every path, of the product of the shares along it; control goes by votes: whoever holds more than
/// half of an enterprise through itself and those it controls, or was said to control it, controls it (公司法第二百六十五条).
/// </summary>
public sealed class OwnershipGraph
{
    private static readonly IReadOnlyList<OwnershipEdge> None = [];
    private readonly Dictionary<string, List<OwnershipEdge>> up = [];
    private readonly Dictionary<string, List<OwnershipEdge>> down = [];

    /// <summary>Takes the shares as they are held on one day.</summary>
    public OwnershipGraph(IEnumerable<OwnershipEdge> edges)
    {
        foreach (var edge in edges)
        {
            (up.TryGetValue(edge.Firm, out var owners) ? owners : up[edge.Firm] = []).Add(edge);
            (down.TryGetValue(edge.Owner, out var firms) ? firms : down[edge.Owner] = []).Add(edge);
        }
    }

    /// <summary>The direct owners of an enterprise, the largest first.</summary>
    public IEnumerable<OwnershipEdge> Owners(string firm) => Up(firm).OrderByDescending(e => e.Share).ThenBy(e => e.Owner, StringComparer.Ordinal);

    /// <summary>The enterprises an owner holds directly, the largest share first.</summary>
    public IEnumerable<OwnershipEdge> Holdings(string owner) => Down(owner).OrderByDescending(e => e.Share).ThenBy(e => e.Firm, StringComparer.Ordinal);

    /// <summary>Everybody who owns a part of an enterprise, however far up, with the part; the enterprise itself is not among them.</summary>
    public IReadOnlyDictionary<string, decimal> SharesIn(string firm)
    {
        var shares = new Dictionary<string, decimal> { [firm] = 1 };
        foreach (var node in Ordered(firm, n => Up(n).Select(e => e.Owner)))
            foreach (var edge in Up(node))
                if (edge.Owner != firm) shares[edge.Owner] = shares.GetValueOrDefault(edge.Owner) + shares[node] * edge.Share;
        shares.Remove(firm);
        return shares;
    }

    /// <summary>Every enterprise an owner has a part in, however far down, with the part.</summary>
    public IReadOnlyDictionary<string, decimal> SharesOf(string owner)
    {
        var shares = new Dictionary<string, decimal> { [owner] = 1 };
        foreach (var node in Ordered(owner, n => Down(n).Select(e => e.Firm)))
            foreach (var edge in Down(node))
                if (edge.Firm != owner) shares[edge.Firm] = shares.GetValueOrDefault(edge.Firm) + shares[node] * edge.Share;
        shares.Remove(owner);
        return shares;
    }

    /// <summary>Those at the top of the chain, about whose own owners nothing is known, with their part of an enterprise; the largest first.</summary>
    public IReadOnlyList<(string Owner, decimal Share)> UltimateOwners(string firm) =>
        [.. SharesIn(firm).Where(s => Up(s.Key).Count == 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value))];

    /// <summary>An owner and all it controls.</summary>
    public IReadOnlySet<string> ControlledBy(string owner)
    {
        var controlled = new HashSet<string> { owner };
        foreach (var firm in Ordered(owner, n => Down(n).Select(e => e.Firm)).Skip(1))
        {
            var shares = Up(firm);
            var decided = shares.Where(e => e.Controls).ToList();
            var holds = decided.Count > 0 ? decided.Exists(e => controlled.Contains(e.Owner)) : shares.Where(e => controlled.Contains(e.Owner)).Sum(e => e.Share) > 0.5m;
            if (holds) controlled.Add(firm);
        }
        return controlled;
    }

    /// <summary>The last in the chain of control above an enterprise; itself when nobody controls it.</summary>
    /// <param name="firm">The enterprise.</param>
    /// <param name="among">Who may be the last: everybody, or only enterprises, where a group is asked for.</param>
    public string TopOf(string firm, Func<string, bool>? among = null)
    {
        var above = Ordered(firm, n => Up(n).Select(e => e.Owner)).Skip(1);
        return above.Where(owner => among?.Invoke(owner) != false && ControlledBy(owner).Contains(firm)).LastOrDefault(firm);
    }

    /// <summary>The way an owner comes to an enterprise, both included, the shortest; null when it owns nothing of it.</summary>
    public IReadOnlyList<string>? Way(string owner, string firm)
    {
        var (from, waiting) = (new Dictionary<string, string> { [owner] = "" }, new Queue<string>([owner]));
        while (waiting.TryDequeue(out var node))
        {
            if (node == firm)
            {
                var way = new List<string>();
                for (var at = firm; at.Length > 0; at = from[at]) way.Insert(0, at);
                return way;
            }
            foreach (var edge in Down(node))
                if (from.TryAdd(edge.Firm, node)) waiting.Enqueue(edge.Firm);
        }
        return null;
    }

    private IReadOnlyList<OwnershipEdge> Up(string node) => up.TryGetValue(node, out var edges) ? edges : None;

    private IReadOnlyList<OwnershipEdge> Down(string node) => down.TryGetValue(node, out var edges) ? edges : None;

    /// <summary>Everything that can be reached, in an order in which nothing stands before what leads to it.</summary>
    private static List<string> Ordered(string start, Func<string, IEnumerable<string>> next)
    {
        var (done, seen, stack) = (new List<string>(), new HashSet<string> { start }, new Stack<(string Node, IEnumerator<string> Next)>());
        stack.Push((start, next(start).GetEnumerator()));
        while (stack.Count > 0)
        {
            var (node, rest) = stack.Peek();
            if (!rest.MoveNext())
            {
                rest.Dispose();
                done.Add(node);
                stack.Pop();
            }
            else if (seen.Add(rest.Current)) stack.Push((rest.Current, next(rest.Current).GetEnumerator()));
        }
        done.Reverse();
        return done;
    }
}
