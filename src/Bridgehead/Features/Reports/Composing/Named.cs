namespace Bridgehead.Features.Reports;

/// <summary>Names that the masked edition hides.</summary>
public static class Named
{
    /// <summary>A unit's name.</summary>
    public static NameRun Unit(string name) => new(name, NameKind.Unit);

    /// <summary>A project's name.</summary>
    public static NameRun Project(string name) => new(name, NameKind.Project);

    /// <summary>An enterprise's name.</summary>
    public static NameRun Enterprise(string name) => new(name, NameKind.Enterprise);
}
