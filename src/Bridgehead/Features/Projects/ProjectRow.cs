using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>A project as it is listed, in whichever view.</summary>
public sealed record ProjectRow(
    Guid Id, string Number, string Name, Guid UnitId, Guid? ParkId, Guid? SourceUnitId, string? Investor, Origin? Origin, string? OriginPlace, Branch? Branch, string? Industry, string? Company,
    ProjectCode? NationalCode, long AmountFen, DateOnly? SignedOn, DateOnly? StartedOn, DateOnly? ProducedOn, Land? Land, string? Contact, string? Description,
    int StageOrder, DateOnly StageSince, DateOnly LastProgressOn, Health Health, DateOnly? DueOn, int? PendingOrder, bool LateEntry, long Version)
{
    /// <summary>The stage it is at.</summary>
    public Stage Stage => Stage.Of(StageOrder);

    /// <summary>The agreed total investment.</summary>
    public Money Amount => new(AmountFen);
}
