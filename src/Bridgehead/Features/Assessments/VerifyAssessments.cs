using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>Proves that every frozen result is what its frozen numbers come to by its scheme.</summary>
internal static class VerifyAssessments
{
    public static async Task<IReadOnlyList<FormattableString>> Run(BridgeheadDb db, CancellationToken cancel)
    {
        var wrong = new List<FormattableString>();
        var units = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(u => u.Id, cancel);
        foreach (var assessment in await db.Set<Assessment>().AsNoTracking().Where(a => a.State != AssessmentState.Draft).OrderBy(a => a.Id).ToListAsync(cancel))
        {
            var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == assessment.SchemeId, cancel);
            var numbers = (await db.Set<AssessmentNumber>().AsNoTracking().Where(n => n.AssessmentId == assessment.Id).ToListAsync(cancel)).ToDictionary(n => (n.UnitId, n.Item, n.Input), n => n.Read);
            var stored = await db.Set<AssessedUnit>().AsNoTracking().Where(u => u.AssessmentId == assessment.Id).ToDictionaryAsync(u => u.UnitId, cancel);
            var sheet = ResultSheet.Of(scheme.Definition, stored.Values.Select(s => (units[s.UnitId], s.Group)), (unit, item, input) => numbers.GetValueOrDefault((unit, item, input)));
            foreach (var result in sheet.Units)
            {
                var (kept, again) = (stored[result.Unit.Id], new AssessedUnit(assessment.Id, result));
                if ((kept.Total, kept.Rank, kept.Vetoed, kept.Points) != (again.Total, again.Rank, again.Vetoed, again.Points))
                    wrong.Add($"考核“{assessment.Name}”：{result.Unit.Label}冻结的得分与算式不符");
            }
        }
        return wrong;
    }
}
