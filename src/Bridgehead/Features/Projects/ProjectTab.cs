using Bridgehead.Features.Shared;

namespace Bridgehead.Features.Projects;

/// <summary>A page about one side of a project, reached from every other by the tabs under its name.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Part">The last part of its address; empty for the overview.</param>
/// <param name="Permission">Who may open it.</param>
public sealed record ProjectTab(string Name, string Part, string Permission)
{
    /// <summary>Every side there may be, in order. Those without a page in this installation are left out when shown.</summary>
    public static IReadOnlyList<ProjectTab> All { get; } =
    [
        new("概况", "", Access.Permission.ReadProjects),
        new("评审", "review", Access.Permission.ReadProjects),
        new("协议", "agreement", Access.Permission.ReadProjects),
        new("进度", "progress", Access.Permission.ReadProjects),
        new("资金", "money", Access.Permission.ReadFunds),
        new("批示", "instructions", Access.Permission.ReadFigures),
        new("经过", "history", Access.Permission.ReadProjects),
    ];

    /// <summary>The tabs the asker may open, with their addresses.</summary>
    public static IEnumerable<(ProjectTab Tab, string Address)> For(Guid project, Asker asker, Navigation navigation) =>
        from tab in All
        where asker.May(tab.Permission) && navigation.Exists("/projects/{id:guid}" + tab.Suffix)
        select (tab, $"/projects/{project}{tab.Suffix}");

    private string Suffix => Part.Length == 0 ? "" : "/" + Part;
}
