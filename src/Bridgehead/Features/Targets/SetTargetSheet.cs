using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Opens the sheet of a year's targets of a unit and those directly below it, and sets what was typed or pasted there: all of it or nothing.</summary>
public sealed class SetTargetSheet(BridgeheadDb db, Figures figures, ScopedUnits scope, SetTarget set, Asker asker)
{
    /// <summary>The most cells a sheet shows; a form takes no more.</summary>
    private const int Cells = 450;

    /// <summary>How many columns a sheet has in a year without targets.</summary>
    private const int Usual = 8;

    /// <summary>The sheet; all indicators, or those with a target this year or last.</summary>
    public async Task<TargetSheet> Open(Unit above, int year, TargetSetter setBy, bool all, CancellationToken cancel = default)
    {
        var below = (await scope.Under(above, cancel)).Where(u => u.ParentId == above.Id).ToList();
        var ids = below.Select(u => u.Id).Append(above.Id).ToList();
        var targets = await db.Set<Target>().Where(t => t.PersonId == null && ids.Contains(t.UnitId) && (t.Year == year || t.Year == year - 1) && t.Dimension == Dimension.None && t.SetBy == setBy).ToListAsync(cancel);
        var (known, named) = (targets.Select(t => t.IndicatorId).ToHashSet(), targets.Select(t => t.UnitId).ToHashSet());
        var units = below.Where(u => u.Kind is UnitKind.District or UnitKind.Park or UnitKind.Outpost || named.Contains(u.Id)).ToList();
        var indicators = await figures.Current(Months.LastDay(Months.OfYear(year).To), cancel);
        var shown = all ? indicators : [.. indicators.Where(i => known.Contains(i.Id))];
        if (shown.Count == 0) shown = [.. indicators.Take(Usual)];
        shown = [.. shown.Take(Math.Max(1, Cells / (units.Count + 1)))];
        var standing = targets.Where(t => t.Year == year && shown.Any(i => i.Id == t.IndicatorId)).ToDictionary(t => (t.UnitId, t.IndicatorId));
        return new TargetSheet(above, units, shown, standing, await scope.IsWholeCity(cancel) || above.Path != asker.ScopePath);
    }

    /// <summary>Sets what differs. Refused as a whole when a cell is no number, when somebody else changed one of the same cells in between, or when nothing differs.</summary>
    public async Task<(int Added, int Changed, int Withdrawn)> Run(TargetSheet sheet, int year, TargetSetter setBy, bool stretch, TargetSheetInput input, CancellationToken cancel = default)
    {
        var changes = Read(sheet, stretch, input);
        Refusal.When(changes.Count == 0, $"没有改动，没有需要保存的");
        Refusal.When(string.IsNullOrWhiteSpace(input.Source), $"请写明下达目标的文件（文号）", "Source");
        foreach (var (unit, indicator, value) in changes)
        {
            var known = sheet.Standing.GetValueOrDefault((unit.Id, indicator.Id));
            if (known is null) db.Add(new Target(indicator.Id, unit.Id, year, Dimension.None, "", setBy, set.Setting(value!.Value, null, input.Source, "")));
            else if (!stretch && value is null) known.Withdraw(set.Setting(0, null, input.Source, input.Reason));
            else known.Revise(stretch ? set.Setting(known.Value, value, input.Source, input.Reason) : set.Setting(value!.Value, known.Stretch, input.Source, input.Reason));
        }
        await db.SaveChangesAsync(cancel);
        var added = changes.Count(c => !sheet.Standing.ContainsKey((c.Unit.Id, c.Indicator.Id)));
        var withdrawn = stretch ? 0 : changes.Count(c => c.Value is null);
        return (added, changes.Count - added - withdrawn, withdrawn);
    }

    private static List<(Unit Unit, Indicator Indicator, long? Value)> Read(TargetSheet sheet, bool stretch, TargetSheetInput input)
    {
        var changes = new List<(Unit, Indicator, long?)>();
        foreach (var unit in sheet.MaySetAbove ? sheet.Units.Prepend(sheet.Above) : sheet.Units)
            foreach (var indicator in sheet.Indicators)
            {
                var cell = TargetSheet.Cell(unit, indicator);
                if (!input.Cells.TryGetValue(cell, out var typed)) continue;
                var (place, standing) = ($"Cells[{cell}]", sheet.In(unit, indicator));
                var (value, seen, now) = (TargetNumber.Read(typed, indicator, place), TargetNumber.Read(input.Was.GetValueOrDefault(cell), indicator), stretch ? standing?.Stretch : standing?.Value);
                if (value == seen || value == now) continue;
                Refusal.Unless(now == seen, $"{unit.Label}“{indicator.Name}”在您打开之后已被他人改为{TargetNumber.Typed(now, indicator)}{indicator.Display}，没有保存；请核对后再次提交", place);
                Refusal.When(value <= 0, $"{unit.Label}“{indicator.Name}”：目标数值必须大于0，要撤销请清空", place);
                Refusal.When(stretch && standing is null, $"{unit.Label}“{indicator.Name}”还没有基本目标，请先下达基本目标", place);
                Refusal.When(stretch ? value < standing!.Value : standing?.Stretch < value, $"{unit.Label}“{indicator.Name}”的奋斗目标低于基本目标，请一并核对", place);
                changes.Add((unit, indicator, value));
            }
        return changes;
    }
}
