using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Enterprises;

/// <summary>The result of a check as it is typed, on a page or through the API.</summary>
public sealed class CheckInput
{
    /// <summary>The code of the point.</summary>
    [Required(ErrorMessage = "请选择尽调项目"), MaxLength(40)] public string Item { get; set; } = "";
    /// <summary>How it ended.</summary>
    public DiligenceResult Result { get; set; }
    /// <summary>What it rests on.</summary>
    [MaxLength(1000, ErrorMessage = "依据最多1000个字")] public string? Evidence { get; set; }
    /// <summary>On which day; today when empty.</summary>
    public DateOnly? On { get; set; }
}

/// <summary>The answer to a contradiction.</summary>
public sealed class AnswerInput
{
    /// <summary>Why it is none.</summary>
    [Required(ErrorMessage = "请写明理由"), MaxLength(500, ErrorMessage = "理由最多500个字")] public string Answer { get; set; } = "";
}

/// <summary>A point of the checklist as it is typed.</summary>
public sealed class CheckItemInput
{
    /// <summary>What is checked.</summary>
    [Required(ErrorMessage = "请填写尽调项目"), MaxLength(60, ErrorMessage = "尽调项目最多60个字")] public string Name { get; set; } = "";
    /// <summary>The same in English.</summary>
    [MaxLength(120)] public string? EnglishName { get; set; }
    /// <summary>Where and how to look.</summary>
    [MaxLength(300)] public string? Hint { get; set; }
    /// <summary>The same in English.</summary>
    [MaxLength(400)] public string? EnglishHint { get; set; }
    /// <summary>For how many months a result holds.</summary>
    [Range(1, 60, ErrorMessage = "有效月数应在1到60之间")] public int ValidMonths { get; set; }
    /// <summary>Whether it is still asked for.</summary>
    public bool IsUsed { get; set; }
    /// <summary>The version that was read.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static CheckItemInput Of(CheckItem i) => new() { Name = i.Name, EnglishName = i.EnglishName, Hint = i.Hint, EnglishHint = i.EnglishHint, ValidMonths = i.ValidMonths, IsUsed = i.IsUsed, Version = i.Version };

    /// <summary>States it of a point.</summary>
    public void Describe(CheckItem item) => item.Describe(Name, EnglishName ?? "", Hint ?? "", EnglishHint ?? "", ValidMonths, IsUsed);
}
