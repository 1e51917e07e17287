using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>The units the rows of a ledger name, as ledgers write them; each name is looked for once.</summary>
/// <param name="inScope">The units in the asker's scope, in administrative order.</param>
/// <param name="meaning">What a word of a field was decided to mean; null for nothing.</param>
/// <param name="chosen">The unit chosen for rows that name none; null for none.</param>
internal sealed class UnitsOfALedger(IReadOnlyList<Unit> inScope, Func<string, string, string?> meaning, string? chosen)
{
    private readonly Dictionary<string, Unit?> known = [];

    /// <summary>The unit of a cell. One that is needed and not found refuses the row; another leaves the field empty with a warning.</summary>
    public Unit? Of(SheetRow row, string key, bool required)
    {
        if (row.Text(key) is not { } name) return required ? Unsaid(row, key) : null;
        if (!known.TryGetValue(name, out var unit))
            known[name] = unit = inScope.FirstOrDefault(u => u.IsCalled(name)) ?? (name.Length < 2 ? null : inScope.FirstOrDefault(u => u.Name.EndsWith(name, StringComparison.Ordinal)) ?? inScope.FirstOrDefault(u => IsDistrictWithoutItsKind(u, name)));
        if (unit is null && meaning(key, name) is { } meant) unit = known[name] = inScope.FirstOrDefault(u => u.Code == meant);
        if (unit is null && required) row.Refuse(key, $"没有单位“{name}”，或者不在您的数据范围内；可在“单位”中新增或补充别名");
        else if (unit is null) row.Say(key, Severity.Warning, $"没有单位“{name}”，这一项留空");
        return unit;
    }

    /// <summary>云陂 for 某市云陂县, as ledgers write it.</summary>
    private static bool IsDistrictWithoutItsKind(Unit unit, string name) =>
        unit.Kind == UnitKind.District && unit.Name[^1] is '区' or '县' or '市' && unit.Name[..^1].EndsWith(name, StringComparison.Ordinal);

    /// <summary>The unit of a row that names none: the one its sheet is called after, the one chosen for the file, the asker's own.</summary>
    private Unit? Unsaid(SheetRow row, string key)
    {
        if (inScope.FirstOrDefault(u => u.IsCalled(row.Sheet)) is { } sheet) return sheet;
        if (chosen is not null) return inScope.FirstOrDefault(u => u.IsCalled(chosen)) ?? throw new Refusal($"没有单位“{chosen}”，或者不在您的数据范围内");
        if (inScope.Count > 0 && inScope[0].Kind is not UnitKind.City) return inScope[0];
        row.Refuse(key, $"没有落地区县；请把写着区县的列对应到“落地区县”，整份台账属于同一单位时也可以在导入设置中选定单位");
        return null;
    }
}
