namespace Bridgehead.Features.Projects.Stages;

/// <summary>How far a set of stages has come.</summary>
public enum StageSetState
{
    /// <summary>Written down, to be looked at; holds for nobody.</summary>
    [Label("草案")] Proposed,
    /// <summary>Holds from its day on, until a later one does.</summary>
    [Label("施行")] Applied,
    /// <summary>Dropped.</summary>
    [Label("放弃")] Dropped,
}

/// <summary>
/// The stages of one track with their gates, as they hold from a day on. A set that holds is never changed: a change is the next version.
/// A gate is judged by the set in force on the day a project passes it; what was passed stays passed.
/// </summary>
public sealed class StageSet : IVersioned, IAudited
{
    private readonly List<StageRule> rules = [];

    private StageSet() { }

    /// <summary>Writes down a set.</summary>
    /// <param name="track">For which projects.</param>
    /// <param name="number">Its number within the track, from 1.</param>
    /// <param name="validFrom">The first day it is to hold.</param>
    /// <param name="note">What it changes and on whose decision, up to 500 characters.</param>
    /// <param name="rules">Its stages; the first of <see cref="Stage.All"/> is always among them.</param>
    /// <param name="by">The name of the person who wrote it.</param>
    /// <param name="at">When (UTC).</param>
    public StageSet(Track track, int number, DateOnly validFrom, string note, IReadOnlyList<StageRule> rules, string by, DateTime at)
    {
        Refusal.When(note.Length > 500, $"修改说明最多500个字", nameof(Note));
        Refusal.Unless(rules.Any(r => r.Order == 0), $"阶段必须从“{Stage.Of(0).Name}”开始");
        Refusal.Unless(rules.Select(r => r.Order).Distinct().Count() == rules.Count, $"同一阶段只能出现一次");
        (Id, Track, Number, ValidFrom, Note, ByName, At) = (Guid.CreateVersion7(), track, number, validFrom, note.Trim(), by, at);
        foreach (var rule in rules.OrderBy(r => r.Order))
        {
            rule.SetId = Id;
            this.rules.Add(rule);
        }
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>For which projects.</summary>
    public Track Track { get; private set; }
    /// <summary>Its number within the track.</summary>
    public int Number { get; private set; }
    /// <summary>The first day it holds.</summary>
    public DateOnly ValidFrom { get; private set; }
    /// <summary>What it changes and on whose decision.</summary>
    public string Note { get; private set; } = "";
    /// <summary>Who wrote it.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>How far it has come.</summary>
    public StageSetState State { get; private set; }
    /// <summary>Who put it in force, or dropped it.</summary>
    public string? DecidedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Its stages, side states last.</summary>
    public IReadOnlyList<StageRule> Rules => rules;

    /// <summary>The rule of a stage; null when this track has no such stage.</summary>
    public StageRule? Rule(int order) => rules.Find(r => r.Order == order);

    /// <summary>The stage after one; null at the end.</summary>
    public StageRule? After(int order) => rules.Where(r => r.Order > order && r.Order < Stage.SideOrder).MinBy(r => r.Order);

    /// <summary>The stages whose gates lie between two, the first left out and the last included.</summary>
    public IEnumerable<StageRule> Between(int from, int to) => rules.Where(r => r.Order > from && r.Order <= to && r.Order < Stage.SideOrder).OrderBy(r => r.Order);

    /// <summary>Whether the way to a stage leads past somebody's approval.</summary>
    public bool AsksApprovalUpTo(int order)
    {
        foreach (var rule in rules)
            if (rule.Order <= order && rule.Order < Stage.SideOrder && rule.Approver != Approver.None) return true;
        return false;
    }

    /// <summary>Puts it in force. Refused when its day has passed: what was judged by another set cannot be judged again.</summary>
    public void Apply(DateOnly today, string by)
    {
        RefuseUnlessProposed();
        Refusal.When(ValidFrom < today, $"施行日期{ValidFrom}已过，请改为今天或以后的日期重新起草", nameof(ValidFrom));
        (State, DecidedBy) = (StageSetState.Applied, by);
    }

    /// <summary>Holds from ever: the set a new installation begins with.</summary>
    internal void HoldFromTheStart() => State = StageSetState.Applied;

    /// <summary>Drops it.</summary>
    public void Drop(string by)
    {
        RefuseUnlessProposed();
        (State, DecidedBy) = (StageSetState.Dropped, by);
    }

    private void RefuseUnlessProposed() => Refusal.Unless(State == StageSetState.Proposed, $"这一版已经{LabelAttribute.Of(State)}，不能再改；需要调整请另起草一版");
}
