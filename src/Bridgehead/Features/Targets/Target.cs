using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Targets;

/// <summary>
/// The annual task of a unit, or of one person in it, on an indicator, in whole or for one group: what has to be reached (基本) and what is striven for (奋斗).
/// Every setting is kept as a revision; a figure of a past day is measured against the one in force that day.
/// </summary>
public sealed class Target : IVersioned, IAudited
{
    private readonly List<TargetRevision> revisions = [];

    private Target() { }

    /// <summary>Sets a target.</summary>
    /// <param name="indicatorId">On which indicator.</param>
    /// <param name="unitId">Whose task.</param>
    /// <param name="year">For which year, 1990 to 2100.</param>
    /// <param name="dimension">By which side, or the whole.</param>
    /// <param name="key">For which group; empty for the whole.</param>
    /// <param name="setBy">Who set it.</param>
    /// <param name="first">The amounts and the paper they come from.</param>
    /// <param name="personId">The person of the unit whose share of its task it is; null for the unit itself.</param>
    public Target(Guid indicatorId, Guid unitId, int year, Dimension dimension, string key, TargetSetter setBy, TargetSetting first, Guid? personId = null)
    {
        Refusal.Unless(year is >= 1990 and <= 2100, $"目标年度{year}不在1990年至2100年之间", nameof(Year));
        (Id, IndicatorId, UnitId, Year, Dimension, Key, SetBy, PersonId) = (Guid.CreateVersion7(), indicatorId, unitId, year, dimension, key, setBy, personId);
        Keep(first);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>On which indicator.</summary>
    public Guid IndicatorId { get; private set; }
    /// <summary>Whose task.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The person whose share of the unit's task it is; null for the unit itself.</summary>
    public Guid? PersonId { get; private set; }
    /// <summary>For which year.</summary>
    public int Year { get; private set; }
    /// <summary>By which side.</summary>
    public Dimension Dimension { get; private set; }
    /// <summary>For which group.</summary>
    public string Key { get; private set; } = "";
    /// <summary>Who set it.</summary>
    public TargetSetter SetBy { get; private set; }
    /// <summary>基本目标: what has to be reached, in the indicator's smallest unit; 0 once it is withdrawn.</summary>
    public long Value { get; private set; }
    /// <summary>奋斗目标: what is striven for, never below the basic one; null when there is none.</summary>
    public long? Stretch { get; private set; }
    /// <summary>The document it comes from.</summary>
    public string Source { get; private set; } = "";
    /// <summary>Whether it was withdrawn: kept to be read, and in force no more.</summary>
    public bool Withdrawn { get; private set; }
    /// <summary>How often it was set, the first time included.</summary>
    public int Settings { get; private set; }
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Every setting, the first first.</summary>
    public IReadOnlyList<TargetRevision> Revisions => revisions;

    /// <summary>Sets other amounts. Refused without a document and a reason, and when nothing would be different.</summary>
    public void Revise(TargetSetting to)
    {
        Explained(to);
        Refusal.When(!Withdrawn && to.Value == Value && to.Stretch == Stretch, $"所填数值与现行目标相同，没有需要调整的", nameof(Value));
        Keep(to);
    }

    /// <summary>Withdraws it: it stays readable and is in force no more. Refused without a document and a reason, and when it is withdrawn already.</summary>
    public void Withdraw(TargetSetting with)
    {
        Explained(with);
        Refusal.When(Withdrawn, $"这项目标已经撤销");
        (Value, Stretch, Source, Withdrawn) = (0, null, with.Document, true);
        revisions.Add(new TargetRevision(Id, ++Settings, with with { Value = 0, Stretch = null }));
    }

    /// <summary>Shows it as it was set then; only for reading.</summary>
    internal Target As(TargetRevision then)
    {
        (Value, Stretch, Source, Withdrawn) = (then.Value, then.Stretch, then.Document, then.Value == 0);
        return this;
    }

    private static void Explained(TargetSetting to)
    {
        Refusal.When(to.Document.Length == 0, $"调整目标须写明依据的文件（文号）", nameof(Source));
        Refusal.When(to.Reason.Length == 0, $"调整目标须写明理由", nameof(TargetSetting.Reason));
    }

    private void Keep(TargetSetting to)
    {
        Refusal.Unless(to.Value > 0, $"目标数值必须大于0", nameof(Value));
        Refusal.When(to.Stretch < to.Value, $"奋斗目标不能低于基本目标", nameof(Stretch));
        (Value, Stretch, Source, Withdrawn) = (to.Value, to.Stretch, to.Document, false);
        revisions.Add(new TargetRevision(Id, ++Settings, to));
    }
}
