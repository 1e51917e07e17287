using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The register of indicators. A changed scope is a new version with a series of its own; nothing old is overwritten.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndicatorsPage(BridgeheadDb db, Asker asker) : Screen
{
    /// <summary>Every version of every indicator.</summary>
    public IReadOnlyList<Indicator> Rows { get; private set; } = [];
    /// <summary>The fields of business, by code.</summary>
    public IReadOnlyDictionary<string, IndustryField> Fields { get; private set; } = new Dictionary<string, IndustryField>();
    /// <summary>Whether the asker may define indicators.</summary>
    public bool MayDefine => asker.May(Permission.DefineIndicators);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Rows = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ThenBy(i => i.ScopeVersion).ToListAsync(Cancel);
        Fields = (await db.Set<IndustryField>().AsNoTracking().ToListAsync(Cancel)).GroupBy(f => f.Code).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Number)!);
        return true;
    }

    /// <summary>The indicator of a code, in words.</summary>
    public string NameOf(string code, Words words) => Rows.LastOrDefault(i => i.Code == code.Split('@')[0]) is { } found ? found.NameIn(words) : code;
}
