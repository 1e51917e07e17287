using Bridgehead.Features.Assessments;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>The assessments of the demo city: this year's of districts and parks so far, shown to all and appealed against; and a quarter's of the outposts, given in part.</summary>
internal sealed class DemoAssessments(BridgeheadDb db, FindAssessments find, RunAssessment run, ScopedUnits scope) : DemoChapter
{
    /// <inheritdoc />
    public override int Order => 220;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        scope.Forget();
        var random = new DemoRandom(size.Seed + 97);
        var year = today.Year;
        if (await find.Scheme("basic-to-production", null, cancel) is { } whole)
        {
            var shown = new Assessment(whole.Id, new AssessmentFacts($"{year}年区县园区招商引资考核（1—{Math.Max(1, today.Month - 1)}月）", new Months(year * 100 + 1, year * 100 + Math.Max(1, today.Month - 1)), today), today);
            db.Add(shown);
            await Give(shown, whole.Definition, units, random, 1m, cancel);
            // a park with nothing of an item yet has 0 of it on paper
            foreach (var (unit, item, number) in (await find.Sheet(shown, whole.Definition, cancel)).Missing)
                db.Add(new AssessmentNumber(shown.Id, unit.Id, item, number, InputValue.Given(0, $"青经合考办〔{year}〕9号"), "周敏"));
            await db.SaveChangesAsync(cancel);
            var sheet = await find.Sheet(shown, whole.Definition, cancel);
            var at = today.AddDays(-2).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
            shown.Freeze("何立群", at);
            await run.Keep(shown, sheet, cancel);
            shown.Publish(today.AddDays(6), today);
            await db.SaveChangesAsync(cancel);
            var now = today.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc);
            var first = new Appeal(shown, units.First(u => u.Code == "linlan").Id, "新开工项目中“临澜智能装备产业园二期”3月已取得施工许可并现场开工，未计入开工数，请核实补计。", "临发改函〔" + year + "〕14号", "唐建国", now);
            first.Decide(false, "该项目施工许可为一期补办，二期尚未取得，不计入开工；取得后计入当月。", "何立群", now.AddHours(3));
            db.AddRange(first, new Appeal(shown, units.First(u => u.Code == "yunpi").Id, "红牌项目“云陂锂电隔膜”已于上月整改销号，扣1分应予取消。", "云政办函〔" + year + "〕22号", "吴凡", now.AddHours(1)));
        }
        if (await find.Scheme("task-force-quarterly", null, cancel) is { } quarterly)
        {
            var quarter = (today.Month - 1) / 3;
            var draft = new Assessment(quarterly.Id, new AssessmentFacts($"{year}年{quarter + 1}季度驻外专班考核", new Months(year * 100 + quarter * 3 + 1, year * 100 + quarter * 3 + 3), today), today);
            db.Add(draft);
            await Give(draft, quarterly.Definition, units, random, 0.7m, cancel);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task Give(Assessment assessment, SchemeDefinition scheme, IReadOnlyList<Unit> units, DemoRandom random, decimal share, CancellationToken cancel)
    {
        var members = ResultSheet.Members(scheme, units);
        foreach (var (unit, _) in members.Take((int)(members.Count * share)))
            foreach (var (item, number, _) in RunAssessment.Places(scheme))
            {
                var of = scheme.Items[item];
                decimal? value = of.Method switch
                {
                    ScoreMethod.Given => Math.Round(of.Weight * (78 + random.Next(20)) / 100, 1),
                    ScoreMethod.Ratio => 62 + random.Next(50),
                    ScoreMethod.PerUnit => random.Next(4),
                    ScoreMethod.Bonus => random.Chance(30) ? 1 : null,
                    ScoreMethod.Deduction => random.Chance(25) ? 1 + random.Next(2) : null,
                    _ => null,
                };
                if (value is { } given) db.Add(new AssessmentNumber(assessment.Id, unit.Id, item, number, InputValue.Given(given, "青经合考办〔" + assessment.AsOf.Year + "〕9号"), "周敏"));
            }
        await db.SaveChangesAsync(cancel);
    }
}
