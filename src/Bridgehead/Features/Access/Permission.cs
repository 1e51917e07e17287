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
    /// <summary>Take lists out as files; apart from reading.</summary>
    public const string Export = "export";
    /// <summary>Read enterprises.</summary>
    public const string ReadEnterprises = "enterprises.read";
    /// <summary>Create and change enterprises.</summary>
    public const string WriteEnterprises = "enterprises.write";
    /// <summary>Read figures, entries and their evidence in scope.</summary>
    public const string ReadFigures = "figures.read";
    /// <summary>Record evidence and entries; reverse them.</summary>
    public const string RecordFigures = "figures.record";
    /// <summary>Set targets.</summary>
    public const string SetTargets = "targets.set";
    /// <summary>Define indicators.</summary>
    public const string DefineIndicators = "indicators.define";
    /// <summary>Import ledgers and undo imports.</summary>
    public const string Import = "imports.run";
    /// <summary>Make reports.</summary>
    public const string MakeReports = "reports.make";
    /// <summary>See and restore what was thrown away.</summary>
    public const string Restore = "trash.restore";
    /// <summary>Change the organisation tree.</summary>
    public const string ManageUnits = "units.manage";
    /// <summary>Give accounts, roles and tokens.</summary>
    public const string ManageUsers = "users.manage";
    /// <summary>Read and verify the audit trail.</summary>
    public const string ReadTrail = "trail.read";

    /// <summary>Every permission there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, ReadProjects, WriteProjects, Export, ReadEnterprises, WriteEnterprises, ReadFigures, RecordFigures, SetTargets,
        DefineIndicators, Import, MakeReports, Restore, ManageUnits, ManageUsers, ReadTrail,
    ];

    /// <summary>Whether a role carries a permission.</summary>
    public static bool Grants(this Role role, string permission) =>
        permission == SignedIn || Granted[role].Contains(permission);

    /// <summary>Whether a role is one of the three administrators (三员).</summary>
    public static bool IsAdministrator(this Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>The permissions of a role, in the fixed order.</summary>
    public static IEnumerable<string> Of(Role role) => All.Where(permission => role.Grants(permission));

    /// <summary>What a permission allows, in a few words.</summary>
    public static string About(string permission) => permission switch
    {
        ReadProjects => "查看项目", WriteProjects => "登记、修改项目", Export => "导出清单", ReadEnterprises => "查看企业", WriteEnterprises => "登记、修改企业",
        ReadFigures => "查看数据", RecordFigures => "记录数据", SetTargets => "下达目标", DefineIndicators => "定义指标", Import => "导入台账", MakeReports => "生成报告",
        Restore => "恢复已删除记录", ManageUnits => "管理单位", ManageUsers => "管理账号", ReadTrail => "查看审计轨迹", _ => "登录",
    };

    private static readonly string[] Reading = [ReadProjects, ReadEnterprises, ReadFigures, MakeReports, Export];

    private static readonly string[] Clerical =
        [.. Reading, WriteProjects, WriteEnterprises, RecordFigures, Import, Restore];

    private static readonly Dictionary<Role, HashSet<string>> Granted = new()
    {
        [Role.Clerk] = [.. Clerical],
        [Role.Reviewer] = [.. Clerical, SetTargets, DefineIndicators, ManageUnits],
        [Role.Leader] = [.. Reading],
        [Role.Auditor] = [.. Reading, ReadTrail],
        [Role.OutpostCadre] = [ReadProjects, WriteProjects, ReadEnterprises, WriteEnterprises, ReadFigures],
        [Role.Enterprise] = [ReadProjects],
        [Role.Agent] = [],
        [Role.Bank] = [],
        [Role.SystemAdministrator] = [ManageUnits],
        [Role.SecurityAdministrator] = [ManageUsers],
        [Role.AuditAdministrator] = [ReadTrail],
    };
}
