namespace Bridgehead.Features.Progress;

/// <summary>Money arrived against the instalments that have fallen due (domain.md 6.9, W7).</summary>
/// <param name="DueFen">What should have arrived by instalments that are over.</param>
/// <param name="ArrivedFen">What has arrived in the same time, by the ledger of figures.</param>
/// <param name="Empty">How many instalments in a row, up to the last that is over, brought nothing.</param>
public sealed record ArrivalPace(long DueFen, long ArrivedFen, int Empty)
{
    /// <summary>Percent of what should have arrived; null while nothing has fallen due.</summary>
    public decimal? Percent => DueFen > 0 ? ArrivedFen * 100m / DueFen : null;

    /// <summary>How it stands after a month.</summary>
    /// <param name="instalments">The instalments of the plan.</param>
    /// <param name="arrivals">What arrived, by month in fen.</param>
    /// <param name="month">The last month that is over, yyyymm.</param>
    public static ArrivalPace Of(IEnumerable<Instalment> instalments, IReadOnlyDictionary<int, long> arrivals, int month)
    {
        var over = instalments.Where(i => i.ToMonth <= month && i.ArrivalFen > 0).OrderBy(i => i.ToMonth).ToList();
        var empty = Enumerable.Reverse(over).TakeWhile(i => arrivals.Where(a => a.Key >= i.FromMonth && a.Key <= i.ToMonth).Sum(a => a.Value) <= 0).Count();
        return new ArrivalPace(over.Sum(i => i.ArrivalFen), arrivals.Where(a => a.Key <= month).Sum(a => a.Value), empty);
    }
}
