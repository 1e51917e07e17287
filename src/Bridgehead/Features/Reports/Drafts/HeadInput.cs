using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Reports;

/// <summary>What stands around the text of a report, as it is typed.</summary>
public sealed class HeadInput
{
    /// <summary>The title; words between which a line may break are parted by spaces.</summary>
    [Required(ErrorMessage = "请填写标题"), MaxLength(100, ErrorMessage = "标题最多100个字")] public string Title { get; set; } = "";
    /// <summary>The line under the title.</summary>
    [MaxLength(100, ErrorMessage = "会议名称最多100个字")] public string? Occasion { get; set; }
    /// <summary>Title and name of who reports.</summary>
    [MaxLength(60, ErrorMessage = "报告人最多60个字")] public string? Reporter { get; set; }
    /// <summary>主送机关 without the colon.</summary>
    [MaxLength(100, ErrorMessage = "称谓最多100个字")] public string? Addressee { get; set; }
    /// <summary>署名.</summary>
    [MaxLength(60, ErrorMessage = "署名最多60个字")] public string? SignedBy { get; set; }
    /// <summary>成文日期.</summary>
    public DateOnly? IssuedOn { get; set; }
    /// <summary>附件, one a line.</summary>
    [MaxLength(1000, ErrorMessage = "附件名称最多1000个字")] public string? Attachments { get; set; }

    /// <summary>Fills the form.</summary>
    public static HeadInput Of(ReportDraft d) => new() { Title = d.Title, Occasion = d.Occasion, Reporter = d.Reporter, Addressee = d.Addressee, SignedBy = d.SignedBy, IssuedOn = d.IssuedOn, Attachments = d.Attachments };

    /// <summary>As the report takes it.</summary>
    public ReportHead Head() => new(Title, Occasion, Reporter, Addressee, SignedBy, IssuedOn, Attachments);
}
