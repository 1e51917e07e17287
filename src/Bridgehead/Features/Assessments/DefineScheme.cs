using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>Writes another version of a scheme, or the first of a new one; assessments begun before keep theirs. Only for the whole city.</summary>
public sealed class DefineScheme(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Writes it. Refused for an indicator or a unit that is not there.</summary>
    public async Task<Scheme> Run(SchemeInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"考核由市级统一组织，区县和园区只能查看和申诉");
        var (code, last) = (input.Code.Trim(), await db.Set<Scheme>().Where(s => s.Code == input.Code.Trim()).MaxAsync(s => (int?)s.Number, cancel) ?? 0);
        var scheme = new Scheme(code, last + 1, input.Name, input.Document ?? "", input.Definition(), asker.Name, clock.GetUtcNow().UtcDateTime);
        var known = await db.Set<Indicator>().AsNoTracking().Select(i => i.Code).Distinct().ToListAsync(cancel);
        Refusal.When(scheme.Definition.Codes().Except(known).Any(), $"没有指标“{scheme.Definition.Codes().Except(known).FirstOrDefault() ?? ""}”，可在“指标”中新增", "Items");
        var units = (await scope.All(cancel)).Select(u => u.Code).ToHashSet();
        Refusal.When(scheme.Definition.Groups.SelectMany(g => g.Units).Any(u => !units.Contains(u)), $"分组中有系统里没有的单位代码", "Groups");
        db.Add(scheme);
        await db.SaveChangesAsync(cancel);
        return scheme;
    }
}
