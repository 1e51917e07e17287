namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>异议: a unit objects to its place in a ranking while it is shown; the city answers in writing.</summary>
public sealed class RankAppeal : IVersioned, IAudited
{
    private RankAppeal() { }

    /// <summary>Objects. Refused outside the days it is shown.</summary>
    public RankAppeal(BulletinRank rank, Guid unitId, string text, Guid? byId, string by, DateTime at)
    {
        Refusal.Unless(rank.TakesAppeals(DateOnly.FromDateTime(at.AddHours(8))), $"现在不在排名的公示期内，不能提出异议");
        Refusal.When(text.Trim().Length is 0 or > 1000, $"请写明异议的事项和理由，最多1000个字", nameof(Text));
        (Id, DraftId, UnitId, Text, ById, By, At) = (Guid.CreateVersion7(), rank.Id, unitId, text.Trim(), byId, by, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>To the ranking of which bulletin.</summary>
    public Guid DraftId { get; private set; }
    /// <summary>Which unit objects.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>What it objects to and why.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who entered it; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Whether it was upheld; null while it is open.</summary>
    public bool? Upheld { get; private set; }
    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }
    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Decides. Refused twice, without an answer, and for the person who entered it.</summary>
    public void Decide(bool upheld, string answer, Guid? byId, string by)
    {
        Refusal.When(Upheld is not null, $"这件异议已经答复");
        Refusal.When(byId is not null && byId == ById, $"不能答复自己提出的异议，请由他人办理");
        Refusal.When(answer.Trim().Length is 0 or > 1000, $"请写明答复和依据，最多1000个字", nameof(Answer));
        (Upheld, Answer, DecidedBy) = (upheld, answer.Trim(), by);
    }
}
