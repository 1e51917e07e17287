using Bridgehead.Features.Access;

namespace Bridgehead.Features.Enterprises;

/// <summary>A page about one side of an enterprise, reached from every other by the tabs under its name.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Part">The last part of its address; empty for the overview.</param>
public sealed record EnterpriseTab(string Name, string Part)
{
    /// <summary>Every side, in order.</summary>
    public static IReadOnlyList<EnterpriseTab> All { get; } =
        [new("概况", ""), new("股权与集团", "owners"), new("资质", "classes"), new("联系人", "contacts"), new("尽调", "diligence"), new("经过", "history")];

    /// <summary>The tabs the asker may open, with their addresses.</summary>
    public static IEnumerable<(EnterpriseTab Tab, string Address)> For(Guid enterprise, Asker asker) =>
        asker.May(Permission.ReadEnterprises) ? All.Select(tab => (tab, $"/enterprises/{enterprise}{(tab.Part.Length == 0 ? "" : "/" + tab.Part)}")) : [];
}
