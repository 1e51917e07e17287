namespace Bridgehead.Features.Targets;

/// <summary>
/// 攻坚行动: a push of some months with tasks of its own beside the annual targets, such as 冬季攻坚. It stands as of any day until it is concluded;
/// then its standing is frozen and what is recorded later changes nothing in it.
/// </summary>
public sealed class Campaign : IVersioned, IAudited
{
    private Campaign() { }

    /// <summary>Calls a campaign.</summary>
    /// <param name="unitId">The unit that calls it; those directly below take part.</param>
    /// <param name="facts">What it is called and when it runs.</param>
    /// <param name="indicators">The codes of the indicators it is about, 1 to 12.</param>
    public Campaign(Guid unitId, CampaignFacts facts, IReadOnlyList<string> indicators)
    {
        Refusal.Unless(indicators.Count is >= 1 and <= 12, $"攻坚行动应有1至12项指标", nameof(Indicators));
        (Id, UnitId, Indicators) = (Guid.CreateVersion7(), unitId, string.Join('\n', indicators.Distinct()));
        Describe(facts);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The unit that called it.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Its name: 冬季攻坚.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The first month, yyyymm.</summary>
    public int FromMonth { get; private set; }
    /// <summary>The last month, yyyymm.</summary>
    public int ToMonth { get; private set; }
    /// <summary>The document that calls it.</summary>
    public string Document { get; private set; } = "";
    /// <summary>Whether units are ranked by what they reached; not unless somebody decides so (anti-formalism rule 11.7).</summary>
    public bool Ranked { get; private set; }
    /// <summary>The codes of its indicators, one a line.</summary>
    public string Indicators { get; private set; } = "";
    /// <summary>As of which day its standing is frozen; null while it runs.</summary>
    public DateOnly? ConcludedAsOf { get; private set; }
    /// <summary>Who froze it.</summary>
    public string? ConcludedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The months it runs.</summary>
    public Months Span => new(FromMonth, ToMonth);

    /// <summary>The codes of its indicators.</summary>
    public IReadOnlyList<string> Codes => Indicators.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where it stands on a day.</summary>
    public CampaignState StateOn(DateOnly today) => ConcludedAsOf is not null ? CampaignState.Concluded
        : Months.Of(today) < FromMonth ? CampaignState.Coming : Months.Of(today) > ToMonth ? CampaignState.Over : CampaignState.Running;

    /// <summary>Says anew what it is called and when it runs. Refused once it is concluded.</summary>
    public void Describe(CampaignFacts facts)
    {
        Refusal.When(ConcludedAsOf is not null, $"“{Name}”已经结束并封存，不能再改");
        Refusal.When(facts.Name.Trim().Length is 0 or > 60, $"请填写攻坚行动的名称，最多60个字", nameof(Name));
        Refusal.When(facts.Span.From < 199101, $"起始月份应在1991年以后", nameof(FromMonth));
        Refusal.When(facts.Span.Count > 24, $"攻坚行动最长24个月", nameof(ToMonth));
        (Name, FromMonth, ToMonth, Document, Ranked) = (facts.Name.Trim(), facts.Span.From, facts.Span.To, facts.Document.Trim(), facts.Ranked);
    }

    /// <summary>Freezes its standing. Refused twice, before its last month has begun, and for a day that is still to come.</summary>
    /// <param name="asOf">As of which day.</param>
    /// <param name="today">Today in the city.</param>
    /// <param name="by">Who freezes it.</param>
    public void Conclude(DateOnly asOf, DateOnly today, string by)
    {
        Refusal.When(ConcludedAsOf is not null, $"“{Name}”已经结束并封存，不能再改");
        Refusal.When(asOf > today, $"封存的截止日期{asOf}还没有到", nameof(ConcludedAsOf));
        Refusal.When(Months.Of(asOf) < ToMonth, $"最后一个月{Months.Text(ToMonth)}还没有开始，不能封存", nameof(ConcludedAsOf));
        (ConcludedAsOf, ConcludedBy) = (asOf, by);
    }
}
