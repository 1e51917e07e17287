namespace Bridgehead.Features.Progress;

/// <summary>Where it is known from that a side of a project was looked at.</summary>
public enum LookedBy
{
    /// <summary>A monthly report that says something.</summary>
    [Label("月报")] Report,
    /// <summary>A visit, check or call recorded here.</summary>
    [Label("走访核查")] Look,
    /// <summary>An arrival in the ledger of figures.</summary>
    [Label("到资入账")] Arrival,
    /// <summary>A step from one stage to the next.</summary>
    [Label("阶段变动")] Step,
}

/// <summary>The last look at one side.</summary>
/// <param name="On">When.</param>
/// <param name="By">Where it is known from.</param>
/// <param name="Who">The person, where there is one.</param>
public sealed record LastLook(DateOnly On, LookedBy By, string Who);

/// <summary>
/// When each side of a project was last looked at, one record for each project, kept from what was recorded: made again whenever something new is,
/// never added up for a page. Its order is that of waiting: who has not been looked at for longest comes first.
/// </summary>
public sealed class Coverage
{
    private Coverage() { }

    /// <summary>Begins the record of a project.</summary>
    public Coverage(Guid projectId) => Id = projectId;

    /// <summary>The project's identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Since when the side that waits longest has waited: its last look, or the signing. A project not signed stands at the end of time.</summary>
    public DateOnly WaitingSince { get; private set; } = DateOnly.MaxValue;
    /// <summary>When performance was last looked at.</summary>
    public DateOnly? PerformanceOn { get; private set; }
    /// <summary>Known from where.</summary>
    public LookedBy? PerformanceBy { get; private set; }
    /// <summary>By whom.</summary>
    public string? PerformanceWho { get; private set; }
    /// <summary>When construction was last looked at.</summary>
    public DateOnly? ConstructionOn { get; private set; }
    /// <summary>Known from where.</summary>
    public LookedBy? ConstructionBy { get; private set; }
    /// <summary>By whom.</summary>
    public string? ConstructionWho { get; private set; }
    /// <summary>When money was last looked at.</summary>
    public DateOnly? MoneyOn { get; private set; }
    /// <summary>Known from where.</summary>
    public LookedBy? MoneyBy { get; private set; }
    /// <summary>By whom.</summary>
    public string? MoneyWho { get; private set; }
    /// <summary>When operation was last looked at.</summary>
    public DateOnly? OperationOn { get; private set; }
    /// <summary>Known from where.</summary>
    public LookedBy? OperationBy { get; private set; }
    /// <summary>By whom.</summary>
    public string? OperationWho { get; private set; }

    /// <summary>The last look at a side; null when there was none.</summary>
    public LastLook? Of(Side side) => side switch
    {
        Side.Performance => Made(PerformanceOn, PerformanceBy, PerformanceWho),
        Side.Construction => Made(ConstructionOn, ConstructionBy, ConstructionWho),
        Side.Money => Made(MoneyOn, MoneyBy, MoneyWho),
        _ => Made(OperationOn, OperationBy, OperationWho),
    };

    /// <summary>Whether a side has to be looked at in a stage: performance and money from signing on, construction until it produces, operation from then on.</summary>
    public static bool IsDue(Side side, int stage) => stage is >= ProgressStages.Signed and < ProgressStages.Side && side switch
    {
        Side.Construction => stage < ProgressStages.Producing,
        Side.Operation => stage >= ProgressStages.Producing,
        _ => true,
    };

    /// <summary>States everything anew.</summary>
    /// <param name="looks">The last look at each side that had one.</param>
    /// <param name="stage">The stage the project is at.</param>
    /// <param name="signedOn">The day it was signed.</param>
    public void State(IReadOnlyDictionary<Side, LastLook> looks, int stage, DateOnly? signedOn)
    {
        (PerformanceOn, PerformanceBy, PerformanceWho) = Parts(looks, Side.Performance);
        (ConstructionOn, ConstructionBy, ConstructionWho) = Parts(looks, Side.Construction);
        (MoneyOn, MoneyBy, MoneyWho) = Parts(looks, Side.Money);
        (OperationOn, OperationBy, OperationWho) = Parts(looks, Side.Operation);
        WaitingSince = Enum.GetValues<Side>().Where(s => IsDue(s, stage)).Select(s => looks.GetValueOrDefault(s)?.On ?? signedOn ?? DateOnly.MinValue).DefaultIfEmpty(DateOnly.MaxValue).Min();
    }

    private static LastLook? Made(DateOnly? on, LookedBy? by, string? who) => on is { } day && by is { } known ? new LastLook(day, known, who ?? "") : null;

    private static (DateOnly?, LookedBy?, string?) Parts(IReadOnlyDictionary<Side, LastLook> looks, Side side) =>
        looks.GetValueOrDefault(side) is { } look ? (look.On, look.By, look.Who) : (null, null, null);
}
