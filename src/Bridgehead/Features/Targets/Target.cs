using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Targets;

/// <summary>The annual task of a unit on an indicator, in whole or for one group.</summary>
public sealed class Target : IVersioned, IAudited
{
    private Target() { }

    /// <summary>Sets a target.</summary>
    /// <param name="indicatorId">On which indicator.</param>
    /// <param name="unitId">Whose task.</param>
    /// <param name="year">For which year, 1990 to 2100.</param>
    /// <param name="dimension">By which side, or the whole.</param>
    /// <param name="key">For which group; empty for the whole.</param>
    /// <param name="setBy">Who set it.</param>
    /// <param name="value">How much, in the indicator's smallest unit; above 0.</param>
    /// <param name="source">The document it comes from.</param>
    public Target(Guid indicatorId, Guid unitId, int year, Dimension dimension, string key, TargetSetter setBy, long value, string source)
    {
        Refusal.Unless(year is >= 1990 and <= 2100, $"目标年度{year}不在1990年至2100年之间", nameof(Year));
        (Id, IndicatorId, UnitId, Year, Dimension, Key, SetBy) = (Guid.CreateVersion7(), indicatorId, unitId, year, dimension, key, setBy);
        Change(value, source);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>On which indicator.</summary>
    public Guid IndicatorId { get; private set; }
    /// <summary>Whose task.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>For which year.</summary>
    public int Year { get; private set; }
    /// <summary>By which side.</summary>
    public Dimension Dimension { get; private set; }
    /// <summary>For which group.</summary>
    public string Key { get; private set; } = "";
    /// <summary>Who set it.</summary>
    public TargetSetter SetBy { get; private set; }
    /// <summary>How much, in the indicator's smallest unit.</summary>
    public long Value { get; private set; }
    /// <summary>The document it comes from.</summary>
    public string Source { get; private set; } = "";
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets another amount, from another document.</summary>
    public void Change(long value, string source)
    {
        Refusal.Unless(value > 0, $"目标数值必须大于0", nameof(Value));
        (Value, Source) = (value, source.Trim());
    }
}
