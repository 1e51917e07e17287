namespace Bridgehead.Features.Reports;

/// <summary>A project that the report names.</summary>
/// <param name="Code">Its code, part of the figure's address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Investor">Who invests; null when it is not recorded.</param>
/// <param name="Amount">The agreed investment in 分; null when it is not known.</param>
/// <param name="Stage">Where it stands, in the city's word for the stage.</param>
public sealed record NamedProject(string Code, string Name, string? Investor, long? Amount, string Stage)
{
    /// <summary>The day by which it is to start or to produce, where one is agreed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The project's page.</summary>
    public string? Address { get; init; }
}
