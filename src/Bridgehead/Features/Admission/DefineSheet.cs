using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>Writes another version of the score sheet; reviews begun before keep theirs. Only for the city: one sheet holds for all.</summary>
public sealed class DefineSheet(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Writes it.</summary>
    public async Task<ScoreSheet> Run(ScoreSheetInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"评分表全市统一，由市级审核人维护");
        var items = input.Items.Where(i => i is not null && !string.IsNullOrWhiteSpace(i.Name)).Select(i => new ScoreItem(i.Name!.Trim(), i.Weight ?? 0, i.Criteria?.Trim() ?? "")).ToList();
        var vetoes = (input.Vetoes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        var last = await db.Set<ScoreSheet>().MaxAsync(s => (int?)s.Number, cancel) ?? 0;
        var sheet = new ScoreSheet(last + 1, items, vetoes, input.PassMark, asker.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(sheet);
        await db.SaveChangesAsync(cancel);
        return sheet;
    }
}
