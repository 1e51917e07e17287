namespace Bridgehead.Features.Assessments;

/// <summary>
/// One run of a scheme: numbers are given, figures and scores are frozen as of a day, shown to all units for some days in which they may appeal (公示),
/// and then stand. A frozen one never changes: scoring again is another run that refers to it.
/// </summary>
public sealed class Assessment : IVersioned, IAudited
{
    private Assessment() { }

    /// <summary>Begins one.</summary>
    /// <param name="schemeId">By which version of which scheme.</param>
    /// <param name="facts">Its name, months and day.</param>
    /// <param name="today">Today in the city.</param>
    /// <param name="replaces">The one it scores again; null for a first one.</param>
    public Assessment(Guid schemeId, AssessmentFacts facts, DateOnly today, Assessment? replaces = null)
    {
        Refusal.When(facts.Name.Trim().Length is 0 or > 80, $"请填写考核名称，最多80个字", nameof(Name));
        Refusal.When(facts.AsOf > today, $"数据截止日{facts.AsOf}还没有到", nameof(AsOf));
        Refusal.When(Months.Of(facts.AsOf) < facts.Span.From, $"数据截止日{facts.AsOf}早于考核的起始月份", nameof(AsOf));
        Refusal.When(facts.Span.From < 199101, $"起始月份应在1991年以后", nameof(FromMonth));
        Refusal.When(facts.Span.Count > 24, $"考核期最长24个月", nameof(ToMonth));
        Refusal.When(replaces is { State: AssessmentState.Draft or AssessmentState.Superseded }, $"只有已冻结、公示中或已生效的考核可以重新计分");
        (Id, SchemeId, Name, FromMonth, ToMonth, AsOf) = (Guid.CreateVersion7(), schemeId, facts.Name.Trim(), facts.Span.From, facts.Span.To, facts.AsOf);
        (ReplacesId, Run) = (replaces?.Id, (replaces?.Run ?? 0) + 1);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The version of the scheme it is made by.</summary>
    public Guid SchemeId { get; private set; }
    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The first month, yyyymm.</summary>
    public int FromMonth { get; private set; }
    /// <summary>The last month, yyyymm.</summary>
    public int ToMonth { get; private set; }
    /// <summary>As of which day figures and targets are read.</summary>
    public DateOnly AsOf { get; private set; }
    /// <summary>Where it stands.</summary>
    public AssessmentState State { get; private set; }
    /// <summary>The one it scores again.</summary>
    public Guid? ReplacesId { get; private set; }
    /// <summary>The how-manieth scoring, from 1.</summary>
    public int Run { get; private set; }
    /// <summary>When it was frozen (UTC).</summary>
    public DateTime? FrozenAt { get; private set; }
    /// <summary>Who froze it.</summary>
    public string? FrozenBy { get; private set; }
    /// <summary>The first day of its publicity.</summary>
    public DateOnly? PublicFrom { get; private set; }
    /// <summary>The last day of its publicity.</summary>
    public DateOnly? PublicTo { get; private set; }
    /// <summary>Who let it stand.</summary>
    public string? ConcludedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The months.</summary>
    public Months Span => new(FromMonth, ToMonth);

    /// <summary>Whether all units may see it.</summary>
    public bool IsPublic => State is AssessmentState.Publicity or AssessmentState.Final or AssessmentState.Superseded && PublicFrom is not null;

    /// <summary>Whether a unit may appeal on a day.</summary>
    public bool TakesAppeals(DateOnly today) => State == AssessmentState.Publicity && today >= PublicFrom && today <= PublicTo;

    /// <summary>Notes that a number was given; refused once it is frozen.</summary>
    public void Fill() => Refusal.Unless(State == AssessmentState.Draft, $"考核已经冻结，不能再填报；确有错误的，请重新计分");

    /// <summary>Fixes figures and scores.</summary>
    public void Freeze(string by, DateTime at)
    {
        Refusal.Unless(State == AssessmentState.Draft, $"考核已经冻结，不能再冻结");
        (State, FrozenBy, FrozenAt) = (AssessmentState.Frozen, by, at);
    }

    /// <summary>Shows it to all units for some days, from today on. Refused before it is frozen, and for less than three days (so that a weekend does not swallow it).</summary>
    public void Publish(DateOnly to, DateOnly today)
    {
        Refusal.Unless(State == AssessmentState.Frozen, $"只有已冻结、未公示的考核可以公示");
        Refusal.When(to < today.AddDays(2), $"公示期至少三天", nameof(PublicTo));
        Refusal.When(to > today.AddDays(90), $"公示期最长90天", nameof(PublicTo));
        (State, PublicFrom, PublicTo) = (AssessmentState.Publicity, today, to);
    }

    /// <summary>Lets it stand. Refused before its publicity is over, with appeals open, and with appeals that were upheld and led to no other scoring.</summary>
    public void Conclude(DateOnly today, int open, int upheld, string by)
    {
        Refusal.Unless(State == AssessmentState.Publicity, $"只有公示中的考核可以生效");
        Refusal.When(today <= PublicTo, $"公示到{PublicTo!.Value}为止，期满后才能生效");
        Refusal.When(open > 0, $"还有{open}件申诉没有答复");
        Refusal.When(upheld > 0, $"有{upheld}件申诉成立，请重新计分，不能按原结果生效");
        (State, ConcludedBy) = (AssessmentState.Final, by);
    }

    /// <summary>Another one stands instead.</summary>
    internal void GiveWay() => State = AssessmentState.Superseded;
}
