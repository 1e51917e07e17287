namespace Bridgehead.Features.Imports.Reading;

/// <summary>How sure the reading is that it found the heading of a sheet.</summary>
public enum Certainty
{
    /// <summary>表头不确定: what is required is missing, or only likenesses were found.</summary>
    [Label("请核对表头")] Doubtful,

    /// <summary>Everything required is there, some of it by likeness.</summary>
    [Label("较有把握")] Likely,

    /// <summary>Everything required is there by name.</summary>
    [Label("有把握")] Sure,

    /// <summary>A person said so.</summary>
    [Label("人工指定")] Chosen,
}
