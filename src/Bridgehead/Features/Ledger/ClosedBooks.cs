using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The months that are closed, and the one rule of what that means for an entry. Read under the lock of the ledger's chain, so that nobody closes a month beside an entry.</summary>
/// <param name="From">The first month of the books, yyyymm; 0 while nothing is closed.</param>
/// <param name="To">The last closed month, yyyymm; 0 while nothing is closed.</param>
public sealed record ClosedBooks(int From, int To)
{
    /// <summary>Nothing is closed yet.</summary>
    public static ClosedBooks None { get; } = new(0, 0);

    /// <summary>The next month that is open; 0 while nothing is closed.</summary>
    public int FirstOpen => To == 0 ? 0 : Months.Next(To);

    /// <summary>Whether a month is closed.</summary>
    public bool Has(int month) => month >= From && month <= To;

    /// <summary>Reads them.</summary>
    public static async Task<ClosedBooks> Of(BridgeheadDb db, CancellationToken cancel = default) =>
        await db.Set<MonthClose>().AsNoTracking().OrderByDescending(c => c.Month).Select(c => new ClosedBooks(c.BooksFrom, c.Month)).FirstOrDefaultAsync(cancel) ?? None;

    /// <summary>
    /// The months an entry counts in. One for a single event of a closed month goes to the next open one (补报); its own day is kept. A statement
    /// speaks for its months and cannot move: it is refused, but for years before the books began.
    /// </summary>
    public Months Place(Months span, bool statement, bool stock)
    {
        if (To == 0 || span.From > To) return span;
        if (!statement) return new Months(FirstOpen, Math.Max(FirstOpen, span.To));
        Refusal.Unless(IsFree(span, stock), $"{span}已关账，不能再记公布数；请冲销有误的分录，差额记入{Months.Text(FirstOpen)}");
        return span;
    }

    /// <summary>The months in which an entry is taken back: its own while they are open, otherwise the next open one.</summary>
    public Months PlaceBack(Months span, bool statement, bool stock) => statement && IsFree(span, stock) ? span : Place(span, false, stock);

    /// <summary>Whether a statement for these months changes nothing that is closed: it reaches beyond, or lies before the books began.</summary>
    private bool IsFree(Months span, bool stock) => span.To > To || (span.To < From && !stock);
}
