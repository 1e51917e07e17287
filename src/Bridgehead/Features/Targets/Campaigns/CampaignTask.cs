namespace Bridgehead.Features.Targets;

/// <summary>What a unit has to reach in a campaign on one indicator; once the campaign is concluded, also what it reached.</summary>
public sealed class CampaignTask : IVersioned, IAudited
{
    private CampaignTask() { }

    /// <summary>Sets a task.</summary>
    /// <param name="campaignId">In which campaign.</param>
    /// <param name="unitId">Whose.</param>
    /// <param name="indicatorId">On which indicator.</param>
    /// <param name="value">How much, in the indicator's smallest unit; above 0.</param>
    public CampaignTask(Guid campaignId, Guid unitId, Guid indicatorId, long value)
    {
        (Id, CampaignId, UnitId, IndicatorId) = (Guid.CreateVersion7(), campaignId, unitId, indicatorId);
        Change(value);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>In which campaign.</summary>
    public Guid CampaignId { get; private set; }
    /// <summary>Whose.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>On which indicator.</summary>
    public Guid IndicatorId { get; private set; }
    /// <summary>How much has to be reached, in the indicator's smallest unit.</summary>
    public long Value { get; private set; }
    /// <summary>What was reached, once the campaign is concluded; null while it runs and where nothing is known.</summary>
    public long? Reached { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets another amount.</summary>
    public void Change(long value)
    {
        Refusal.Unless(value > 0, $"目标数值必须大于0", nameof(Value));
        Value = value;
    }

    /// <summary>Freezes what was reached.</summary>
    internal void Freeze(long? reached) => Reached = reached;
}
