using Bridgehead.Features.Access;

namespace Bridgehead.Features.Shared;

/// <summary>The navigation by work, not by table. Each person sees only what the person may use and what this installation has.</summary>
public sealed class Navigation(Asker asker, Addresses addresses)
{
    private static readonly Place[] Places =
    [
        new("工作", "驾驶舱", "home", "/", Permission.ReadFigures),
        new("工作", "批示", "inbox", "/instructions", Permission.ReadFigures),
        new("工作", "项目", "briefcase", "/projects", Permission.ReadProjects),
        new("工作", "阶段审批", "circle-check", "/stages/requests", Permission.ApproveStages),
        new("工作", "资金", "coins", "/funds", Permission.ReadFunds),
        new("工作", "进度", "chart-line", "/progress", Permission.ReadProjects),
        new("工作", "评审", "gavel", "/reviews", Permission.ReadProjects),
        new("工作", "承诺", "file-certificate", "/agreements", Permission.ReadProjects),
        new("工作", "企业", "building", "/enterprises", Permission.ReadEnterprises),
        new("工作", "查重", "copy", "/duplicates", Permission.ReadEnterprises),
        new("工作", "报告", "file-text", "/reports", Permission.MakeReports),
        new("数据", "台账", "chart-bar", "/figures", Permission.ReadFigures),
        new("数据", "目标", "target-arrow", "/targets", Permission.ReadFigures),
        new("数据", "考核", "gavel", "/assessments", Permission.ReadFigures),
        new("数据", "苗头核查", "alert-triangle", "/signals", Permission.ReadSignals),
        new("数据", "指标", "list", "/indicators", Permission.ReadFigures),
        new("数据", "导入", "upload", "/imports", Permission.Import),
        new("数据", "公开数据", "world", "/open", Permission.SignedIn),
        new("管理", "组织单位", "building-community", "/organisations", Permission.ManageUnits),
        new("管理", "阶段与门槛", "list", "/stages", Permission.ConfigureStages),
        new("管理", "账号", "users", "/access/users", Permission.ManageUsers),
        new("管理", "回收站", "trash", "/trash", Permission.Restore),
        new("管理", "审计", "shield-check", "/audit", Permission.ReadTrail),
    ];

    private Place[]? open;

    /// <summary>Where the asker may go, by group.</summary>
    public IEnumerable<IGrouping<string, Place>> Groups => Open.GroupBy(p => p.Group);

    /// <summary>The first places, for the bar at the foot of a phone.</summary>
    public IEnumerable<Place> Foot => Open.Take(4);

    private Place[] Open => open ??= [.. Places.Where(p => asker.May(p.Permission) && Exists(p.Address))];

    /// <summary>Whether an address leads somewhere.</summary>
    public bool Exists(string address) => addresses.Exists(address);

    /// <summary>Whether a page belongs to a place.</summary>
    public static bool IsHere(Place place, string path) =>
        place.Address == "/" ? path == "/" : path.StartsWith(place.Address, StringComparison.OrdinalIgnoreCase);
}
