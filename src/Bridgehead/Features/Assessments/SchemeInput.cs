using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Assessments;

/// <summary>A group as it is typed; an empty one is left out.</summary>
public sealed class SchemeGroupInput
{
    /// <summary>What it is called.</summary>
    [MaxLength(40)] public string? Name { get; set; }
    /// <summary>All units of this kind.</summary>
    public UnitKind? Kind { get; set; }
    /// <summary>The codes of single units, parted by commas or blanks.</summary>
    [MaxLength(2000)] public string? Units { get; set; }
}

/// <summary>An item as it is typed; an empty one is left out.</summary>
public sealed class SchemeItemInput
{
    /// <summary>What is judged.</summary>
    [MaxLength(60)] public string? Name { get; set; }
    /// <summary>How it becomes points.</summary>
    public ScoreMethod Method { get; set; }
    /// <summary>The points.</summary>
    [Range(0, 1000, ErrorMessage = "分值应在0到1000之间")] public decimal? Weight { get; set; }
    /// <summary>The percentage counted at most, or the most that is taken off.</summary>
    [Range(0, 1000, ErrorMessage = "上限应在0到1000之间")] public decimal? Cap { get; set; }
    /// <summary>Tiers: the points taken off for each one short.</summary>
    [Range(0, 1000, ErrorMessage = "每档扣分应在0到1000之间")] public decimal? Step { get; set; }
    /// <summary>Efficacy: whether all get full marks when all are equal.</summary>
    public bool EqualIsFull { get; set; }
    /// <summary>The numbers it is scored by, one a line: "签约个数率：完成率 signed-projects ×50%".</summary>
    [MaxLength(2500)] public string? Inputs { get; set; }
}

/// <summary>A version of a scheme as it is typed.</summary>
public sealed class SchemeInput
{
    /// <summary>Its code; one that is there gets another version.</summary>
    [Required(ErrorMessage = "请填写方案代码"), MaxLength(40)] public string Code { get; set; } = "";
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "请填写方案名称，最多80个字"), MaxLength(80)] public string Name { get; set; } = "";
    /// <summary>The document it comes from.</summary>
    [MaxLength(200)] public string? Document { get; set; }
    /// <summary>The digits of a total after the point.</summary>
    [Range(0, 4, ErrorMessage = "总分的小数位数应在0到4之间")] public int Digits { get; set; } = 2;
    /// <summary>The groups.</summary>
    public List<SchemeGroupInput> Groups { get; set; } = [];
    /// <summary>The items.</summary>
    public List<SchemeItemInput> Items { get; set; } = [];

    /// <summary>What it says. Refused when a line is not understood.</summary>
    public SchemeDefinition Definition() => new(
        [.. Groups.Where(g => !string.IsNullOrWhiteSpace(g?.Name)).Select(g => new SchemeGroup(g.Name!.Trim(), g.Kind, (g.Units ?? "").Split([',', '，', ' ', '\n', '\r', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))],
        [.. Items.Where(i => !string.IsNullOrWhiteSpace(i?.Name)).Select(i => new SchemeItem(i.Name!.Trim(), i.Method, i.Weight ?? 0, i.Cap, i.Step, i.EqualIsFull, ItemInput.Read(i.Inputs)))],
        Digits);

    /// <summary>A version as it would be typed.</summary>
    public static SchemeInput Of(Scheme scheme) => new()
    {
        Code = scheme.Code, Name = scheme.Name, Document = scheme.Document, Digits = scheme.Definition.Digits,
        Groups = [.. scheme.Definition.Groups.Select(g => new SchemeGroupInput { Name = g.Name, Kind = g.Kind, Units = string.Join(' ', g.Units) })],
        Items = [.. scheme.Definition.Items.Select(i => new SchemeItemInput { Name = i.Name, Method = i.Method, Weight = i.Weight, Cap = i.Cap, Step = i.Step, EqualIsFull = i.EqualIsFull, Inputs = string.Join('\n', i.Inputs.Select(n => n.Line(i.Method))) })],
    };
}
