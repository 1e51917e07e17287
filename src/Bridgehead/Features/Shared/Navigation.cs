using Bridgehead.Features.Access;

namespace Bridgehead.Features.Shared;

/// <summary>A place one can go to.</summary>
/// <param name="Group">The work it belongs to.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Icon">The icon's name in the sprite.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Permission">Who may go there.</param>
public sealed record Place(string Group, string Name, string Icon, string Address, string Permission);

/// <summary>The navigation by work, not by table; each person sees only what the person may use.</summary>
public static class Navigation
{
    private static readonly Place[] Places =
    [
        new("工作", "驾驶舱", "home", "/", Permission.ReadFigures),
        new("工作", "项目", "briefcase", "/projects", Permission.ReadProjects),
        new("工作", "企业", "building", "/enterprises", Permission.ReadEnterprises),
        new("数据", "数据", "chart-bar", "/figures", Permission.ReadFigures),
        new("数据", "目标", "target-arrow", "/targets", Permission.ReadFigures),
        new("数据", "指标", "list", "/indicators", Permission.ReadFigures),
        new("数据", "报告", "file-text", "/reports/work", Permission.MakeReports),
        new("资料", "导入", "upload", "/imports", Permission.Import),
        new("资料", "回收站", "trash", "/trash", Permission.Restore),
        new("管理", "单位", "building-community", "/organisations", Permission.ManageUnits),
        new("管理", "账号", "users", "/access/users", Permission.ManageUsers),
        new("管理", "审计", "shield-check", "/audit", Permission.ReadTrail),
    ];

    /// <summary>Where the asker may go, by group.</summary>
    public static IEnumerable<IGrouping<string, Place>> For(Asker asker) => Places.Where(p => asker.May(p.Permission)).GroupBy(p => p.Group);

    /// <summary>The first places, for the bar at the foot of a phone.</summary>
    public static IEnumerable<Place> Foot(Asker asker) => Places.Where(p => asker.May(p.Permission)).Take(4);

    /// <summary>Whether a page belongs to a place.</summary>
    public static bool IsHere(Place place, string path) => place.Address == "/" ? path == "/" : path.StartsWith(place.Address, StringComparison.OrdinalIgnoreCase);
}
