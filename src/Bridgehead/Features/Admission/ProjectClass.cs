namespace Bridgehead.Features.Admission;

/// <summary>The class of a project, which decides the bodies that decide on it (domain rule 6.7).</summary>
public enum ProjectClass
{
    /// <summary>政策类: it asks for policy support.</summary>
    [Label("政策类")] Policy,
    /// <summary>供地类: it asks for land.</summary>
    [Label("供地类")] Land,
    /// <summary>大额投资: public capital invests.</summary>
    [Label("大额投资")] LargeInvestment,
    /// <summary>其他: neither.</summary>
    [Label("其他类")] Other,
}

/// <summary>The bodies that decide, by class, in their order. The list is data.</summary>
public static class DecisionNodes
{
    private static readonly Dictionary<ProjectClass, string[]> Bodies = new()
    {
        [ProjectClass.Policy] = ["投委会", "常务会"], [ProjectClass.Land] = ["投委会", "常务会", "供地会"], [ProjectClass.LargeInvestment] = ["国企投决会", "投委会", "常务会"], [ProjectClass.Other] = ["投委会"],
    };

    /// <summary>The bodies of a class.</summary>
    public static IReadOnlyList<string> Of(ProjectClass kind) => Bodies[kind];

    /// <summary>Every body there is.</summary>
    public static IEnumerable<string> All => Bodies.Values.SelectMany(b => b).Distinct();
}
