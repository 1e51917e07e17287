using Bridgehead.Features.Organisations;
using Bridgehead.Features.Signals;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>The rules run once over the demo city; the auditor has judged two of what they saw.</summary>
internal sealed class DemoJudgements(BridgeheadDb db, FindSignals find, ScopedUnits scope, TimeProvider clock) : DemoChapter
{
    /// <inheritdoc />
    public override int Order => 940;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        // a city of a million projects is for measuring lists and sums
        if (size.Projects > Detailed * 10) return;
        scope.Forget();
        await find.Run(cancel);
        var at = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Signal>().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.Kind == SignalKind.RoundAmounts, cancel) is { } round) round.Judge(true, "抽查12笔，5笔无银行回单，已要求更正。", "梁静", at);
        if (await db.Set<Signal>().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.Kind == SignalKind.SharedSeller, cancel) is { } seller) seller.Judge(false, "该公司为本市主要设备供应商，合同、付款和到货单齐全。", "梁静", at);
        await db.SaveChangesAsync(cancel);
    }
}
