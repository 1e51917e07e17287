using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The opening of a round of review.</summary>
public sealed class ReviewInput
{
    /// <summary>The usual departments asked.</summary>
    public const string UsualDepartments = "发展改革\n工业和信息化\n自然资源\n生态环境\n应急管理\n财政\n税务\n司法";

    /// <summary>The class of the project.</summary>
    public ProjectClass Class { get; set; }
    /// <summary>The departments asked for an opinion, one a line.</summary>
    [Required(ErrorMessage = "请填写征求意见的部门，每行一个"), MaxLength(600)] public string Departments { get; set; } = UsualDepartments;
    /// <summary>The day of the meeting.</summary>
    public DateOnly? MeetingOn { get; set; }
    /// <summary>Who chairs it.</summary>
    [MaxLength(60)] public string? Chair { get; set; }
}
