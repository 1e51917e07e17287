using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>Carries assessments through: begin, give numbers, freeze, show, conclude, score again. Only for the whole city; the same for page and API.</summary>
public sealed class RunAssessment(BridgeheadDb db, FindAssessments find, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Begins one by the latest version of a scheme.</summary>
    public async Task<Assessment> Begin(AssessmentInput input, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        var scheme = await find.Scheme(input.Scheme, null, cancel);
        Refusal.When(scheme is null, $"没有考核方案“{input.Scheme}”", "Scheme");
        var span = Months.Read(input.FromMonth, input.ToMonth);
        Refusal.When(scheme!.Definition.NeedsTargets() && !span.IsYearToDate, $"方案按年度目标的完成率计分，考核期须从1月起、不跨年", "ToMonth");
        var assessment = new Assessment(scheme.Id, new AssessmentFacts(input.Name, span, input.AsOf!.Value), find.Today);
        db.Add(assessment);
        await db.SaveChangesAsync(cancel);
        return assessment;
    }

    /// <summary>Gives the numbers that are named, with the document they come from: those that come by hand, and of the others those the ledger does not know. "免" exempts the unit. Refused once it is frozen.</summary>
    public async Task Fill(Assessment assessment, SchemeDefinition scheme, GivenInput input, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        assessment.Fill();
        var (document, changed) = (input.Document?.Trim() ?? "", 0);
        var given = await db.Set<AssessmentNumber>().Where(n => n.AssessmentId == assessment.Id).ToDictionaryAsync(n => (n.UnitId, n.Item, n.Input), cancel);
        foreach (var unit in (await find.Sheet(assessment, scheme, cancel)).Units)
            foreach (var (item, number, place) in All(scheme))
            {
                if (!input.Cells.TryGetValue($"{unit.Unit.Code}/{item + 1}/{number + 1}", out var typed)) continue;
                var (of, from, cell) = (scheme.Items[item], scheme.Items[item].Inputs[number], $"Cells[{unit.Unit.Code}/{place}]");
                var (known, value) = (given.GetValueOrDefault((unit.Unit.Id, item, number)), Read(typed, of, from, document, cell));
                if (known?.Read is { } stands ? value is not null && value.Value == stands.Value : value is null) continue;
                Refusal.When(known is null && !MayGive(of, from, unit.Numbers[item][number]), $"“{from.Name}”由台账取数，{unit.Unit.Label}已有数，不能填报", cell);
                Refusal.When(document.Length == 0, $"填报的数须写明依据的文件", "Document");
                changed++;
                if (value is null) db.Remove(known!);
                else if (known is null) db.Add(new AssessmentNumber(assessment.Id, unit.Unit.Id, item, number, value, asker.Name));
                else known.Give(value, asker.Name);
            }
        Refusal.When(changed == 0, $"没有改动，没有需要保存的");
        db.Entry(assessment).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Reads figures and targets as of its day and fixes everything. Refused while a number is missing and the unit not exempt from it.</summary>
    public async Task Freeze(Assessment assessment, SchemeDefinition scheme, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        var sheet = await find.Sheet(assessment, scheme, cancel);
        Refusal.When(sheet.Units.Count == 0, $"方案的分组里没有单位");
        var missing = sheet.Missing.Select(m => $"{m.Unit.Label}“{scheme.Items[m.Item].Name}：{scheme.Items[m.Item].Inputs[m.Input].Name}”").ToList();
        Refusal.When(missing.Count > 0, $"还缺{missing.Count}个数，如{missing.FirstOrDefault() ?? ""}；补齐数据或目标，或在“填报”中凭文件填数、写“免”后再冻结");
        Refusal.When(sheet.Units.Any(u => Math.Abs(u.Total) > 1_000_000_000), $"有单位的得分大得离谱，请核对目标和上限后再冻结");
        // the state first, alone: who freezes at the same moment waits here and finds it frozen
        assessment.Freeze(asker.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        await Keep(assessment, sheet, cancel);
    }

    /// <summary>Keeps the results, and every number they rest on that is not kept yet.</summary>
    internal async Task Keep(Assessment assessment, ResultSheet sheet, CancellationToken cancel)
    {
        var given = await db.Set<AssessmentNumber>().Where(n => n.AssessmentId == assessment.Id).ToDictionaryAsync(n => (n.UnitId, n.Item, n.Input), cancel);
        db.AddRange(sheet.Units.Select(u => new AssessedUnit(assessment.Id, u)));
        foreach (var unit in sheet.Units)
            foreach (var (item, number, _) in All(sheet.Definition))
            {
                if (unit.Numbers[item][number] is not { } value || sheet.Definition.Items[item].Inputs[number].Source == InputSource.Given) continue;
                if (!given.TryGetValue((unit.Unit.Id, item, number), out var known)) db.Add(new AssessmentNumber(assessment.Id, unit.Unit.Id, item, number, value, ""));
                // what was given while the ledger did not know it gives way to what the ledger says
                else if (!value.IsGiven) known.Give(value, "");
            }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Shows it to all units; the one it scores again gives way.</summary>
    public async Task Publish(Assessment assessment, PublicityInput input, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        assessment.Publish(input.PublicTo!.Value, find.Today);
        if (assessment.ReplacesId is { } earlier) (await db.Set<Assessment>().SingleAsync(a => a.Id == earlier, cancel)).GiveWay();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets it stand after its publicity.</summary>
    public async Task Conclude(Assessment assessment, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        var appeals = await db.Set<Appeal>().AsNoTracking().Where(a => a.AssessmentId == assessment.Id).Select(a => a.Upheld).ToListAsync(cancel);
        assessment.Conclude(find.Today, appeals.Count(u => u is null), appeals.Count(u => u == true), asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Begins another scoring that refers to this one, with the same scheme, months and given numbers.</summary>
    public async Task<Assessment> Rescore(Assessment assessment, SchemeDefinition scheme, RescoreInput input, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        Refusal.When(await db.Set<Assessment>().AnyAsync(a => a.ReplacesId == assessment.Id, cancel), $"这次考核已经在重新计分，请到新的一次中办理");
        var again = new Assessment(assessment.SchemeId, new AssessmentFacts(assessment.Name, assessment.Span, input.AsOf ?? assessment.AsOf), find.Today, assessment);
        db.Add(again);
        foreach (var number in await db.Set<AssessmentNumber>().AsNoTracking().Where(n => n.AssessmentId == assessment.Id).ToListAsync(cancel))
            if (number.Read.IsGiven || scheme.Items[number.Item].Inputs[number.Input].Source == InputSource.Given) db.Add(new AssessmentNumber(again.Id, number.UnitId, number.Item, number.Input, number.Read, number.By));
        await db.SaveChangesAsync(cancel);
        return again;
    }

    /// <summary>Throws a draft away, with what was given for it.</summary>
    public async Task Discard(Assessment assessment, CancellationToken cancel = default)
    {
        await RefuseOthers(cancel);
        Refusal.Unless(assessment.State == AssessmentState.Draft, $"只有填报中的考核可以作废");
        db.Remove(assessment);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The numbers of a scheme that are given by hand, in order.</summary>
    public static IEnumerable<(int Item, int Number, string Place)> Places(SchemeDefinition scheme) => All(scheme).Where(p => scheme.Items[p.Item].Inputs[p.Number].Source == InputSource.Given);

    /// <summary>The numbers that are given by hand, and those the ledger does not know of every unit, in order.</summary>
    public static IEnumerable<(int Item, int Number, string Place)> Places(ResultSheet sheet) =>
        All(sheet.Definition).Where(p => sheet.Units.Any(u => MayGive(sheet.Definition.Items[p.Item], sheet.Definition.Items[p.Item].Inputs[p.Number], u.Numbers[p.Item][p.Number])));

    /// <summary>Whether a number may be given by hand: it comes so, or the ledger does not know it.</summary>
    public static bool MayGive(SchemeItem item, ItemInput input, InputValue? value) => input.Source == InputSource.Given || (item.NeedsEach && (value is null || value.IsGiven || value.Number(input.Source) is null));

    private static IEnumerable<(int Item, int Number, string Place)> All(SchemeDefinition scheme) =>
        from item in Enumerable.Range(0, scheme.Items.Count)
        from number in Enumerable.Range(0, scheme.Items[item].Inputs.Count)
        select (item, number, string.Create(CultureInfo.InvariantCulture, $"{item + 1}/{number + 1}"));

    private async Task RefuseOthers(CancellationToken cancel) => Refusal.Unless(await scope.IsWholeCity(cancel), $"考核由市级统一组织，区县和园区只能查看和申诉");

    private static InputValue? Read(string? typed, SchemeItem item, ItemInput input, string document, string place)
    {
        var text = (typed ?? "").Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('%');
        if (text.Length == 0) return null;
        if (text is InputValue.WaivedWord or "免考" or "waived")
        {
            Refusal.Unless(item.NeedsEach, $"“{item.Name}”不填按0计，不必免考", place);
            return InputValue.Waived(document);
        }
        Refusal.Unless(text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 && decimal.Round(number, 4) == number,
            $"“{input.Name}”应填0以上的数，最多四位小数；经批准免考的写“免”", place);
        number = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        Refusal.When(item.Method == ScoreMethod.Given && number > item.Weight, $"“{input.Name}”最多{Scoring.Text(item.Weight)}分", place);
        return InputValue.Given(number, document);
    }
}
