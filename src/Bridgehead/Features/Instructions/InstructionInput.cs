using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Instructions;

/// <summary>An instruction as it is written: on one thing, to a unit or person, by a day.</summary>
public sealed class InstructionInput
{
    /// <summary>The project it is written on.</summary>
    public Guid? Project { get; set; }
    /// <summary>The report it is written on.</summary>
    public Guid? Report { get; set; }
    /// <summary>The paragraph of the report.</summary>
    public Guid? Block { get; set; }
    /// <summary>The figure it is written on: the indicator's code.</summary>
    [MaxLength(60)] public string? Indicator { get; set; }
    /// <summary>The unit of the figure: its code.</summary>
    [MaxLength(60)] public string? Unit { get; set; }
    /// <summary>The first month of the figure, 2026-01.</summary>
    [MaxLength(10)] public string? From { get; set; }
    /// <summary>The last month of the figure, 2026-09.</summary>
    [MaxLength(10)] public string? To { get; set; }
    /// <summary>The group of the figure; empty for the whole.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>What is to be done.</summary>
    [Required(ErrorMessage = "请写明批示内容"), MaxLength(1000, ErrorMessage = "批示内容最多1000个字")] public string? Text { get; set; }
    /// <summary>The unit that answers: its code; may be left out where a person is named.</summary>
    [MaxLength(100)] public string? ToUnit { get; set; }
    /// <summary>The one person who answers.</summary>
    public Guid? ToPerson { get; set; }
    /// <summary>By which day.</summary>
    [Required(ErrorMessage = "请填写办理期限")] public DateOnly? DueOn { get; set; }
}

/// <summary>The answer to an instruction.</summary>
public sealed class AnswerInput
{
    /// <summary>What was done.</summary>
    [Required(ErrorMessage = "请写明办理情况"), MaxLength(2000, ErrorMessage = "办理情况最多2000个字")] public string? Text { get; set; }
}

/// <summary>Why an answer is given back.</summary>
public sealed class ReturnInput
{
    /// <summary>Why.</summary>
    [Required(ErrorMessage = "请写明退回的原因"), MaxLength(500, ErrorMessage = "原因最多500个字")] public string? Text { get; set; }
    /// <summary>Another day; empty to leave it.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>A word with which an instruction is closed.</summary>
public sealed class ClosingInput
{
    /// <summary>The word; asked for where there is no answer.</summary>
    [MaxLength(500, ErrorMessage = "说明最多500个字")] public string? Text { get; set; }
}
