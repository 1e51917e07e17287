namespace Bridgehead.Features.Access;

/// <summary>The rights an endpoint can ask for; each is also the name of its authorization policy.</summary>
public static class Permission
{
    /// <summary>Signed in, nothing more: own account, today, search.</summary>
    public const string SignedIn = "signed-in";
    /// <summary>Read projects in scope.</summary>
    public const string ReadProjects = "projects.read";
    /// <summary>Create and change projects in scope.</summary>
    public const string WriteProjects = "projects.write";
    /// <summary>Decide requests to move projects to another stage, within scope.</summary>
    public const string ApproveStages = "stages.approve";
    /// <summary>Let a project over a gate it does not meet; only in the city bureau.</summary>
    public const string OverrideGates = "stages.override";
    /// <summary>Propose and apply stages, gates and the working-day calendar; only in the city bureau.</summary>
    public const string ConfigureStages = "stages.configure";
    /// <summary>Settle when monthly reports are due and where warnings begin, for the whole city.</summary>
    public const string SetProgressRules = "progress.rules";
    /// <summary>Draft and sign agreements in scope, record what was kept of them.</summary>
    public const string WriteAgreements = "agreements.write";
    /// <summary>Decide, as a second person, whether a promise need not be kept.</summary>
    public const string DecideWaivers = "waivers.decide";
    /// <summary>Carry admission reviews through: opinions, scores, compliance.</summary>
    public const string WriteReviews = "reviews.write";
    /// <summary>Conclude admission reviews.</summary>
    public const string ConcludeReviews = "reviews.conclude";
    /// <summary>Write another version of the admission score sheet.</summary>
    public const string DefineScoreSheets = "scoresheets.define";
    /// <summary>Take lists out as files; apart from reading.</summary>
    public const string Export = "export";
    /// <summary>Show a saved view to everybody.</summary>
    public const string ShareViews = "views.share";
    /// <summary>Read enterprises.</summary>
    public const string ReadEnterprises = "enterprises.read";
    /// <summary>Create and change enterprises.</summary>
    public const string WriteEnterprises = "enterprises.write";
    /// <summary>Decide about suspected duplicates; merge records and undo it.</summary>
    public const string DecideDuplicates = "duplicates.decide";
    /// <summary>Open the name and number of a contact, one at a time; each time it is entered in the trail.</summary>
    public const string OpenContacts = "contacts.open";
    /// <summary>Keep the kinds of classes and the points of the due-diligence checklist.</summary>
    public const string KeepClassKinds = "enterprises.kinds";
    /// <summary>Read figures, entries and their evidence in scope.</summary>
    public const string ReadFigures = "figures.read";
    /// <summary>Record evidence and entries; reverse them.</summary>
    public const string RecordFigures = "figures.record";
    /// <summary>Find that evidence is cross-checked or audited.</summary>
    public const string CheckEvidence = "evidence.check";
    /// <summary>Close months for the whole city; only in the city bureau.</summary>
    public const string CloseMonths = "months.close";
    /// <summary>Set targets.</summary>
    public const string SetTargets = "targets.set";
    /// <summary>Define schemes and carry assessments through, for the whole city.</summary>
    public const string RunAssessments = "assessments.run";
    /// <summary>Object to the results of an assessment, for the own unit and those below.</summary>
    public const string AppealAssessments = "assessments.appeal";
    /// <summary>Define indicators.</summary>
    public const string DefineIndicators = "indicators.define";
    /// <summary>Import ledgers and undo imports.</summary>
    public const string Import = "imports.run";
    /// <summary>Write instructions on figures, projects and reports, judge the answers.</summary>
    public const string GiveInstructions = "instructions.give";
    /// <summary>Take on and answer instructions to oneself or one's unit.</summary>
    public const string AnswerInstructions = "instructions.answer";
    /// <summary>Read the signals of inflated figures in scope.</summary>
    public const string ReadSignals = "signals.read";
    /// <summary>Run the rules for the whole city, and judge signals others' units raised.</summary>
    public const string JudgeSignals = "signals.judge";
    /// <summary>Set the thresholds of the rules; only in the city bureau.</summary>
    public const string SetSignalRules = "signals.rules";
    /// <summary>Make reports.</summary>
    public const string MakeReports = "reports.make";
    /// <summary>Draft, edit and hand in reports in scope; keep their measures and templates.</summary>
    public const string WriteReports = "reports.write";
    /// <summary>Give back, approve and release reports others handed in; for the city: set the form of documents.</summary>
    public const string ReviewReports = "reports.review";
    /// <summary>Read vouchers in scope.</summary>
    public const string ReadFunds = "funds.read";
    /// <summary>Upload, correct and submit vouchers in scope.</summary>
    public const string WriteFunds = "funds.write";
    /// <summary>Review vouchers others submitted; for the city: re-review, revoke, set the rules and rates.</summary>
    public const string ReviewFunds = "funds.review";
    /// <summary>See and restore what was thrown away.</summary>
    public const string Restore = "trash.restore";
    /// <summary>Change the organisation tree.</summary>
    public const string ManageUnits = "units.manage";
    /// <summary>Give accounts, roles and tokens.</summary>
    public const string ManageUsers = "users.manage";
    /// <summary>Read and verify the audit trail.</summary>
    public const string ReadTrail = "trail.read";

    // one line for each right: what it is, what it allows in a few words, and who holds it
    private static readonly Grant[] Table =
    [
        new(SignedIn, "登录"),
        new(ReadProjects, "查看项目", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor, Role.OutpostCadre, Role.Enterprise),
        new(WriteProjects, "登记、修改项目", Role.Clerk, Role.Reviewer, Role.OutpostCadre),
        new(ApproveStages, "审批阶段申请", Role.Reviewer),
        new(OverrideGates, "特批放行（限市局）", Role.Reviewer),
        new(ConfigureStages, "设置阶段与门槛（限市局）", Role.Reviewer),
        new(SetProgressRules, "设定月报规则", Role.Reviewer),
        new(WriteAgreements, "登记协议、兑现情况", Role.Clerk, Role.Reviewer),
        new(DecideWaivers, "审定承诺豁免", Role.Reviewer),
        new(WriteReviews, "办理准入评审", Role.Clerk, Role.Reviewer),
        new(ConcludeReviews, "下评审结论", Role.Reviewer),
        new(DefineScoreSheets, "修订评分表", Role.Reviewer),
        new(Export, "导出清单", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor),
        new(ShareViews, "把视图共享给所有人", Role.Reviewer),
        new(ReadEnterprises, "查看企业", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor, Role.OutpostCadre),
        new(WriteEnterprises, "登记、修改企业", Role.Clerk, Role.Reviewer, Role.OutpostCadre),
        new(DecideDuplicates, "处理疑似重复、合并记录", Role.Clerk, Role.Reviewer),
        new(OpenContacts, "查看联系人全名和电话", Role.Clerk, Role.Reviewer, Role.OutpostCadre),
        new(KeepClassKinds, "维护资质目录和尽调清单", Role.Reviewer),
        new(ReadFigures, "查看数据", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor, Role.OutpostCadre),
        new(RecordFigures, "记录数据", Role.Clerk, Role.Reviewer),
        new(CheckEvidence, "核定依据等级", Role.Reviewer, Role.Auditor),
        new(CloseMonths, "关账（限市局）", Role.Reviewer),
        new(SetTargets, "下达目标", Role.Reviewer),
        new(RunAssessments, "组织考核（限市级）", Role.Reviewer),
        new(AppealAssessments, "对考核结果申诉", Role.Clerk, Role.Reviewer),
        new(DefineIndicators, "定义指标", Role.Reviewer),
        new(Import, "导入台账", Role.Clerk, Role.Reviewer),
        new(GiveInstructions, "作出批示、处理答复", Role.Leader),
        new(AnswerInstructions, "接收、答复批示", Role.Clerk, Role.Reviewer, Role.OutpostCadre),
        new(ReadSignals, "查看虚高苗头", Role.Reviewer, Role.Leader, Role.Auditor),
        new(JudgeSignals, "核查、核实虚高苗头", Role.Reviewer, Role.Auditor),
        new(SetSignalRules, "设定核查规则（限市局）", Role.Reviewer),
        new(MakeReports, "生成报告", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor),
        new(WriteReports, "起草、修改报告", Role.Clerk, Role.Reviewer),
        new(ReviewReports, "复核、发布报告", Role.Reviewer),
        new(ReadFunds, "查看凭证", Role.Clerk, Role.Reviewer, Role.Leader, Role.Auditor),
        new(WriteFunds, "登记、提交凭证", Role.Clerk, Role.Reviewer),
        new(ReviewFunds, "审核、认定凭证", Role.Reviewer),
        new(Restore, "恢复已删除记录", Role.Clerk, Role.Reviewer),
        new(ManageUnits, "管理单位", Role.Reviewer, Role.SystemAdministrator),
        new(ManageUsers, "管理账号", Role.SecurityAdministrator),
        new(ReadTrail, "查看审计轨迹", Role.Auditor, Role.AuditAdministrator),
    ];

    /// <summary>Every permission there is.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Table.Select(g => g.Permission)];

    /// <summary>Whether a role carries a permission.</summary>
    public static bool Grants(this Role role, string permission) =>
        permission == SignedIn || Array.Exists(Table, g => g.Permission == permission && g.Roles.Contains(role));

    /// <summary>Whether a role is one of the three administrators (三员).</summary>
    public static bool IsAdministrator(this Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>The permissions of a role, in the fixed order.</summary>
    public static IEnumerable<string> Of(Role role) => All.Where(permission => role.Grants(permission));

    /// <summary>What a permission allows, in a few words.</summary>
    public static string About(string permission) => Array.Find(Table, g => g.Permission == permission)?.About ?? "登录";

    private sealed record Grant(string Permission, string About, params Role[] Roles);
}
