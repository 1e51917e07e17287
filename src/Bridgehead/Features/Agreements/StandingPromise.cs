namespace Bridgehead.Features.Agreements;

/// <summary>
/// A promise in force, through all versions of its agreement: what holds now, what has been recorded, and whether it was waived. How it stands is
/// never stored: it follows from this and the day asked for.
/// </summary>
public sealed class StandingPromise : IVersioned, IAudited
{
    /// <summary>How many days before its day a promise counts as due.</summary>
    public const int NoticeDays = 30;

    private StandingPromise() { }

    /// <summary>Comes into force with the signing of the version it first stands in.</summary>
    public StandingPromise(Promise promise, DateOnly signedOn)
    {
        (Id, ProjectId, Since) = (promise.LineId, promise.ProjectId, signedOn);
        Amend(promise);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The version of the agreement that holds now.</summary>
    public Guid AgreementId { get; private set; }
    /// <summary>What is promised: a code of <see cref="PromiseKind.All"/>.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>Who promised.</summary>
    public PromiseParty Party { get; private set; }
    /// <summary>How it is held against what is reached.</summary>
    public PromiseOperator Operator { get; private set; }
    /// <summary>How much, in fen or ten-thousandths of the unit; 0 for a day.</summary>
    public long Target { get; private set; }
    /// <summary>By which day.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>Since when it is in force.</summary>
    public DateOnly Since { get; private set; }
    /// <summary>The day a supplementary agreement took it out; null while in force.</summary>
    public DateOnly? DroppedOn { get; private set; }
    /// <summary>What has been reached, as recorded; null while nothing is.</summary>
    public long? Reached { get; private set; }
    /// <summary>The day of the latest record.</summary>
    public DateOnly? LastOn { get; private set; }
    /// <summary>The day since when what is recorded reaches what was promised.</summary>
    public DateOnly? MetOn { get; private set; }
    /// <summary>Why it should be waived; null while nobody asked.</summary>
    public string? WaiverReason { get; private set; }
    /// <summary>Who asked; null for the operator.</summary>
    public Guid? WaiverById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string? WaiverBy { get; private set; }
    /// <summary>The day it was waived.</summary>
    public DateOnly? WaivedOn { get; private set; }
    /// <summary>The second person, who agreed.</summary>
    public string? WaivedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether somebody asked for a waiver and nobody has decided yet.</summary>
    public bool WaiverIsAsked => WaiverReason is not null && WaivedOn is null;

    /// <summary>How many days late it was kept; 0 in time or not kept.</summary>
    public int DaysLate => MetOn > DueOn ? MetOn.Value.DayNumber - DueOn.DayNumber : 0;

    /// <summary>How far it is kept, in percent, exact; null while nothing is recorded. An upper bound is kept in full when it is not exceeded.</summary>
    public decimal? Percent => Reached is not { } reached ? null : PromiseKind.Of(Kind).Measure == PromiseMeasure.Day ? 100m : Operator switch
    {
        PromiseOperator.AtLeast => reached * 100m / Target,
        _ when Keeps(reached) => 100m,
        PromiseOperator.AtMost => Target * 100m / reached,
        _ => Math.Min(reached, Target) * 100m / Math.Max(reached, Target),
    };

    /// <summary>How it stands on a day; null on a day it is not in force.</summary>
    public PromiseState? StateOn(DateOnly day)
    {
        if (day < Since || DroppedOn <= day) return null;
        if (WaivedOn <= day) return PromiseState.Waived;
        if (MetOn <= day) return PromiseState.Met;
        if (day > DueOn) return PromiseState.Missed;
        return day >= DueOn.AddDays(-NoticeDays) ? PromiseState.Due : PromiseState.NotYetDue;
    }

    /// <summary>Takes on the terms of a newly signed version.</summary>
    public void Amend(Promise promise) =>
        (AgreementId, Kind, Party, Operator, Target, DueOn, DroppedOn) = (promise.AgreementId, promise.Kind, promise.Party, promise.Operator, promise.Target, promise.DueOn, null);

    /// <summary>Goes out of force.</summary>
    public void Drop(DateOnly on) => DroppedOn = on;

    /// <summary>Reckons anew what is reached and since when it is kept. Amounts that add up are summed in the order of their days; of the others the latest speaks.</summary>
    /// <param name="records">Every record of it that stands.</param>
    public void Reckon(IEnumerable<Fulfilment> records)
    {
        (Reached, LastOn, MetOn) = (null, null, null);
        var kind = PromiseKind.Of(Kind);
        foreach (var record in records.Where(r => r.LineId == Id && !r.IsWithdrawn).OrderBy(r => r.On).ThenBy(r => r.At).ThenBy(r => r.Id))
        {
            Reached = kind.Adds ? checked((Reached ?? 0) + record.Value) : record.Value;
            LastOn = record.On;
            MetOn = kind.Measure == PromiseMeasure.Day ? MetOn ?? record.On : Keeps(Reached.Value) ? MetOn ?? record.On : null;
        }
    }

    /// <summary>Asks that it need not be kept. Refused when it is kept, waived or asked for already, and without a reason.</summary>
    public void AskWaiver(string? reason, Guid? by, string who)
    {
        Refusal.When(DroppedOn is not null, $"这条承诺已被补充协议取消，无需豁免");
        Refusal.When(MetOn is not null, $"这条承诺已经兑现，无需豁免");
        Refusal.When(WaivedOn is not null, $"这条承诺已经豁免");
        Refusal.When(WaiverReason is not null, $"已有豁免申请，等待另一人审定");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"申请豁免必须写明理由", "Reason");
        (WaiverReason, WaiverById, WaiverBy) = (reason!.Trim(), by, who);
    }

    /// <summary>A second person agrees or does not. Refused for the person who asked.</summary>
    public void DecideWaiver(bool grant, DateOnly today, Guid? by, string who)
    {
        Refusal.Unless(WaiverIsAsked, $"没有待审定的豁免申请");
        Refusal.When(by == WaiverById, $"豁免须由申请人以外的人审定，请换一位审核人办理");
        if (grant) (WaivedOn, WaivedBy) = (today, who);
        else (WaiverReason, WaiverById, WaiverBy) = (null, null, null);
    }

    private bool Keeps(long reached) => Operator switch
    {
        PromiseOperator.AtLeast => reached >= Target,
        PromiseOperator.AtMost => reached <= Target,
        _ => reached == Target,
    };
}
