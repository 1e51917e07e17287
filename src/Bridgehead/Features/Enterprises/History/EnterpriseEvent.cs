namespace Bridgehead.Features.Enterprises;

/// <summary>What kind of thing happened.</summary>
public enum EventKind
{
    /// <summary>What was stated about the enterprise was changed.</summary>
    [Label("信息变更")] Change,
    /// <summary>A check of the due diligence.</summary>
    [Label("尽调")] Check,
    /// <summary>A contact was noted.</summary>
    [Label("联系人")] Contact,
    /// <summary>Money arrived or was declared for one of its projects.</summary>
    [Label("项目数据")] Entry,
    /// <summary>One of its projects moved from stage to stage.</summary>
    [Label("阶段变化")] Move,
    /// <summary>The agreement of one of its projects was signed.</summary>
    [Label("签约")] Signing,
}

/// <summary>Something that happened with an enterprise.</summary>
/// <param name="On">On which day.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Key">Which of its kind.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Who">Who did it, where that is known.</param>
/// <param name="Project">The project it was about.</param>
/// <param name="ProjectName">Its name.</param>
public sealed record EnterpriseEvent(DateOnly On, EventKind Kind, string Key, FormattableString Sentence, string? Who, Guid? Project, string? ProjectName);
