namespace Bridgehead.Features.Duplicates;

/// <summary>A field of a planned merge: both values as they are read, and which is kept.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Survivor">The value of the record that stays; null for none.</param>
/// <param name="Loser">The value of the record that goes; null for none.</param>
/// <param name="TakesLoser">Whether the value of the record that goes is kept.</param>
public sealed record PlannedField(string Name, string Label, string? Survivor, string? Loser, bool TakesLoser)
{
    /// <summary>Whether there is anything to choose; so it may be where both read alike because numbers are masked.</summary>
    public bool Differs { get; init; } = Survivor != Loser;
}

/// <summary>Rows that would be moved.</summary>
/// <param name="What">The kind of thing, by its name in the program.</param>
/// <param name="Count">How many.</param>
public sealed record PlannedMove(string What, int Count)
{
    /// <summary>What it is called where the trade has a word.</summary>
    public string Label => What switch
    {
        "ProjectStep.ProjectId" => "阶段记录", "Attachment.RecordId" => "附件", "Project.InvestorId" => "投资的项目", "AppUser.EnterpriseId" => "企业账号",
        "Agreement.ProjectId" => "协议", "Promise.ProjectId" => "协议中的承诺", "StandingPromise.ProjectId" => "生效的承诺", "Fulfilment.ProjectId" => "承诺兑现记录",
        "Review.ProjectId" => "评审", "ComplianceNote.ProjectId" => "合规记录", "MonthlyReport.ProjectId" => "月报", "ReportedProblem.ProjectId" => "问题", "Look.ProjectId" => "走访",
        "ProjectDocument.ProjectId" => "阶段佐证", "DepartmentDate.ProjectId" => "部门核实日期",
        "Voucher.ProjectId" => "凭证", "Allocation.ProjectId" => "凭证分配", "Affiliate.ProjectId" => "关联方", "Instruction.ProjectId" => "批示", "Signal.ProjectId" => "虚高苗头",
        "OtherName.EnterpriseId" => "其他名称", "Shareholding.EnterpriseId" => "股东", "Shareholding.OwnerId" => "对外持股", "EnterpriseClass.EnterpriseId" => "企业资质", "Contact.EnterpriseId" => "联系人",
        "DiligenceCheck.EnterpriseId" => "尽调记录", _ => What.Split('.')[0],
    };
}

/// <summary>What a merge would do, shown before it is done.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="SurvivorId">The record that stays.</param>
/// <param name="LoserId">The record that goes.</param>
/// <param name="Fields">Field by field.</param>
/// <param name="Moves">What moves.</param>
/// <param name="Entries">How many entries stand in the ledger of figures for the record that goes: what it declared is taken back, its recognised money is entered for the one that stays, the rest stays entered and is shown with the one that stays.</param>
public sealed record MergePlan(RecordKind Kind, Guid SurvivorId, Guid LoserId, IReadOnlyList<PlannedField> Fields, IReadOnlyList<PlannedMove> Moves, int Entries);
