using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Takes one entry back by an opposite one; the same for page and API.</summary>
public sealed class ReverseEntry(RecordEntries record, ListEntries list)
{
    /// <summary>Takes it back. False when it is not there or out of scope; refused without a reason, for a reversing entry, and the second time.</summary>
    public async Task<bool> Run(long sequence, string? reason, CancellationToken cancel = default)
    {
        if (await (await list.Visible(cancel)).FirstOrDefaultAsync(e => e.Sequence == sequence, cancel) is not { } entry) return false;
        Refusal.When(entry.ReversesSequence is not null, $"冲销分录不能再冲销，请重新入账");
        Refusal.When(entry.DerivedFrom is not null, $"第{sequence}条由第{entry.DerivedFrom}条按口径派生，请冲销第{entry.DerivedFrom}条");
        Refusal.When(await record.Reverse([entry], reason ?? "", cancel) == 0, $"第{sequence}条已经冲销过");
        return true;
    }
}
