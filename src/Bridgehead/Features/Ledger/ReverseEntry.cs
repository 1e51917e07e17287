using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Says which entries follow something else, and are taken back only there.</summary>
public interface IGuardEntries
{
    /// <summary>Why the entry cannot be taken back by hand, and where it can; null when nothing speaks against it.</summary>
    Task<FormattableString?> Holds(LedgerEntry entry, CancellationToken cancel);
}

/// <summary>Takes one entry back by an opposite one; the same for page and API.</summary>
public sealed class ReverseEntry(RecordEntries record, ListEntries list, IEnumerable<IGuardEntries> guards)
{
    /// <summary>Takes it back. False when it is not there or out of scope; refused without a reason, for a reversing entry, the second time, and for one that follows something else.</summary>
    public async Task<bool> Run(long sequence, string? reason, CancellationToken cancel = default)
    {
        if (await (await list.Visible(cancel)).FirstOrDefaultAsync(e => e.Sequence == sequence, cancel) is not { } entry) return false;
        Refusal.When(entry.ReversesSequence is not null, $"冲销分录不能再冲销，请重新入账");
        Refusal.When(entry.DerivedFrom is not null, $"第{sequence}条由第{entry.DerivedFrom}条按口径派生，请冲销第{entry.DerivedFrom}条");
        foreach (var guard in guards)
            if (await guard.Holds(entry, cancel) is { } why) throw new Refusal(why);
        Refusal.When(await record.Reverse([entry], reason ?? "", cancel) == 0, $"第{sequence}条已经冲销过");
        return true;
    }
}
