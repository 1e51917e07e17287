using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The meeting of a review.</summary>
public sealed class MeetingInput
{
    /// <summary>The day.</summary>
    public DateOnly? MeetingOn { get; set; }
    /// <summary>Who chairs it.</summary>
    [MaxLength(60)] public string? Chair { get; set; }
    /// <summary>Who attends.</summary>
    [MaxLength(500)] public string? Attendees { get; set; }
}
