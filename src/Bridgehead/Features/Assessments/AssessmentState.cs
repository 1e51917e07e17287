namespace Bridgehead.Features.Assessments;

/// <summary>Where an assessment stands.</summary>
public enum AssessmentState
{
    /// <summary>Numbers are being given; nothing is fixed.</summary>
    [Label("填报中")] Draft,
    /// <summary>Figures and scores are frozen, not yet shown to the units.</summary>
    [Label("已冻结")] Frozen,
    /// <summary>Shown to all units, who may appeal.</summary>
    [Label("公示中")] Publicity,
    /// <summary>It stands.</summary>
    [Label("已生效")] Final,
    /// <summary>Another one that refers to it stands instead.</summary>
    [Label("已由重新计分取代")] Superseded,
}
