using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>What is stated about a project.</summary>
public sealed record ProjectFacts
{
    /// <summary>The name, up to 80 characters.</summary>
    public string Name { get; init; } = "";
    /// <summary>The district (or park, or the city) that owns it and that it counts for.</summary>
    public Guid UnitId { get; init; }
    /// <summary>The park it lands in.</summary>
    public Guid? ParkId { get; init; }
    /// <summary>The outpost or unit the lead came from.</summary>
    public Guid? SourceUnitId { get; init; }
    /// <summary>The investor's name.</summary>
    public string? Investor { get; init; }
    /// <summary>The investor in the enterprise register.</summary>
    public Guid? InvestorId { get; init; }
    /// <summary>The company founded for the project.</summary>
    public string? Company { get; init; }
    /// <summary>The national project code.</summary>
    public ProjectCode? NationalCode { get; init; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; init; }
    /// <summary>The province, city or country the investor comes from.</summary>
    public string? OriginPlace { get; init; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; init; }
    /// <summary>The industry, GB/T 4754.</summary>
    public string? Industry { get; init; }
    /// <summary>The agreed total investment.</summary>
    public Money? Amount { get; init; }
    /// <summary>The currency the agreement is written in.</summary>
    public string Currency { get; init; } = "CNY";
    /// <summary>The day of the agreement.</summary>
    public DateOnly? SignedOn { get; init; }
    /// <summary>The day building started.</summary>
    public DateOnly? StartedOn { get; init; }
    /// <summary>The day production started.</summary>
    public DateOnly? ProducedOn { get; init; }
    /// <summary>Whether an investor who is here already adds to what exists (增资).</summary>
    public bool IsIncrease { get; init; }
    /// <summary>Which kind of start it is.</summary>
    public StartKind? StartKind { get; init; }
    /// <summary>The day the works were completed.</summary>
    public DateOnly? CompletedOn { get; init; }
    /// <summary>Where it finds its place.</summary>
    public LandSupply? LandSupply { get; init; }
    /// <summary>The land it needs.</summary>
    public Land? Land { get; init; }
    /// <summary>Whom to ask.</summary>
    public string? Contact { get; init; }
    /// <summary>What it is.</summary>
    public string? Description { get; init; }
}
