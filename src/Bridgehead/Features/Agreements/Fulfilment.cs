namespace Bridgehead.Features.Agreements;

/// <summary>A record that a promise was kept or partly kept: the day, how much, by which document, who entered it. Wrong ones are withdrawn, never changed.</summary>
public sealed class Fulfilment : IVersioned, IAudited
{
    private Fulfilment() { }

    /// <summary>Records something.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="on">The day it happened; not ahead and not before the promise was in force.</param>
    /// <param name="value">How much, in fen or ten-thousandths of the unit; 0 for a day.</param>
    /// <param name="document">The document that proves it, up to 200 characters.</param>
    /// <param name="today">Today, in the city.</param>
    /// <param name="by">Who enters it; null for the operator.</param>
    /// <param name="who">The name the person has now.</param>
    /// <param name="now">Now (UTC).</param>
    public Fulfilment(StandingPromise promise, DateOnly on, long value, string? document, DateOnly today, Guid? by, string who, DateTime now)
    {
        Refusal.When(promise.DroppedOn is not null, $"这条承诺已被补充协议取消，不再登记兑现");
        Refusal.When(on > today, $"兑现日期{on}晚于今天，请核对", nameof(On));
        Refusal.When(on < promise.Since, $"兑现日期{on}早于协议签订日期{promise.Since}，请核对", nameof(On));
        Refusal.When(string.IsNullOrWhiteSpace(document), $"请写明证明材料的名称或编号", nameof(Document));
        (Id, LineId, ProjectId, On, Value, Document) = (Guid.CreateVersion7(), promise.Id, promise.ProjectId, on, value, document!.Trim());
        (ById, By, At) = (by, who, now);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The promise.</summary>
    public Guid LineId { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The day it happened.</summary>
    public DateOnly On { get; private set; }
    /// <summary>How much, in fen or ten-thousandths of the unit; 0 for a day.</summary>
    public long Value { get; private set; }
    /// <summary>The document that proves it.</summary>
    public string Document { get; private set; } = "";
    /// <summary>Who entered it.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string By { get; private set; } = "";
    /// <summary>When it was entered (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; private set; }
    /// <summary>Who withdrew it.</summary>
    public string? WithdrawnBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it no longer counts.</summary>
    public bool IsWithdrawn => WithdrawnReason is not null;

    /// <summary>Takes it back; it stays to be read. Needs a reason.</summary>
    public void Withdraw(string? reason, string who)
    {
        Refusal.When(IsWithdrawn, $"这条兑现记录已经撤回");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"撤回兑现记录必须写明理由", "Reason");
        (WithdrawnReason, WithdrawnBy) = (reason!.Trim(), who);
    }
}
