namespace Bridgehead.Features.Assessments;

/// <summary>Files appeals and decides them.</summary>
public sealed class HandleAppeals(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Files one for a unit in scope. Refused outside the publicity and for a unit that was not assessed.</summary>
    public async Task<Appeal> File(Assessment assessment, ResultSheet sheet, AppealInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        Refusal.Unless(sheet.Units.Any(u => u.Unit.Id == unit!.Id), $"{unit!.Label}不在这次考核之列", "Unit");
        var appeal = new Appeal(assessment, unit.Id, input.Text, input.Document ?? "", asker.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(appeal);
        await db.SaveChangesAsync(cancel);
        return appeal;
    }

    /// <summary>Decides one. Only for the whole city, and never by who filed it.</summary>
    public async Task Decide(Appeal appeal, AppealDecisionInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"考核由市级统一组织，区县和园区只能查看和申诉");
        Refusal.When(appeal.By == asker.Name && !asker.IsOperator, $"不能答复自己提出的申诉，请由他人办理");
        appeal.Decide(input.Upheld!.Value, input.Answer, asker.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
