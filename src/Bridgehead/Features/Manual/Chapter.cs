namespace Bridgehead.Features.Manual;

/// <summary>A chapter of the user manual, one file of docs/manual.</summary>
/// <param name="File">The file's name without its ending; also its address.</param>
/// <param name="English">Its title in English; the text is Chinese.</param>
/// <param name="Places">The pages it explains, as beginnings of addresses; a star stands for one part.</param>
public sealed record Chapter(string File, string English, params string[] Places)
{
    /// <summary>All chapters, in the order a newcomer reads them.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("登录与账号", "Signing in and your account", "/access"),
        new("权限", "Who may do what", "/organisations", "/access/users"),
        new("驾驶舱", "Cockpit and instructions", "/instructions", "/compare", "/funnel", "/projects/*/instructions"),
        new("项目与企业", "Projects and enterprises", "/projects", "/trash", "/search", "/audit"),
        new("项目视图", "Views of the projects", "/projects/board", "/projects/calendar", "/projects/gantt", "/projects/map", "/projects/bulk", "/views"),
        new("阶段与门槛", "Stages and gates", "/stages", "/projects/*/move"),
        new("凭证与认定", "Vouchers and recognition", "/funds", "/projects/*/money"),
        new("进度与全覆盖", "Progress and full coverage", "/progress", "/projects/*/progress"),
        new("准入评审", "Admission review", "/reviews", "/projects/*/review"),
        new("企业", "Enterprises", "/enterprises"),
        new("协议与承诺", "Agreements and promises", "/agreements", "/promises", "/projects/*/agreement"),
        new("数据与目标", "Figures and targets", "/figures", "/indicators", "/evidence"),
        new("关账", "Closing a month", "/figures/close", "/figures/official", "/figures/rates"),
        new("目标与考核", "Targets and assessments", "/targets", "/campaigns", "/assessments"),
        new("苗头核查", "Signals of inflated figures", "/signals"),
        new("导入", "Import", "/imports"),
        new("查重与合并", "Duplicates and merging", "/duplicates"),
        new("报告", "Reports", "/reports"),
        new("通报与台账", "Bulletins and ledgers", "/reports/bulletins", "/reports/ledgers", "/reports/briefs", "/reports/schedules", "/reports/slides", "/open"),
        new("命令行", "Command line"),
    ];

    /// <summary>The chapter that explains a page; null where none does. The longest of those that fit.</summary>
    public static Chapter? About(string path)
    {
        if (path == "/") return All.First(c => c.File == "驾驶舱");
        var parts = path.Split('/');
        return (from chapter in All
                from place in chapter.Places
                let asked = place.Split('/')
                where asked.Length <= parts.Length && asked.Zip(parts).All(pair => pair.First == "*" || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase))
                orderby asked.Length descending, place.Count(c => c == '*')
                select chapter).FirstOrDefault();
    }

    /// <summary>Its address.</summary>
    public string Address => "/manual/" + Uri.EscapeDataString(File);
}
