using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A requirement that applies only where a condition holds.</summary>
public sealed class ConditionInput
{
    /// <summary>When it applies.</summary>
    public StageCondition? When { get; set; }
    /// <summary>A field's name, or "doc." and a kind of document.</summary>
    [MaxLength(60)] public string? Asks { get; set; }
}

/// <summary>One stage of a set as it is typed.</summary>
public sealed class StageRuleInput
{
    /// <summary>The stage's code.</summary>
    [Required(ErrorMessage = "请写明阶段代码"), MaxLength(20)] public string Stage { get; set; } = "";
    /// <summary>Whether this track has the stage.</summary>
    public bool Used { get; set; } = true;
    /// <summary>What it is called in this set; empty for its own name.</summary>
    [MaxLength(20, ErrorMessage = "阶段名称最多20个字")] public string? Name { get; set; }
    /// <summary>How it is recognised.</summary>
    [MaxLength(500, ErrorMessage = "认定标准最多500个字")] public string? Criteria { get; set; }
    /// <summary>The fields it asks for.</summary>
    public IReadOnlyList<StageNeed>? Fields { get; set; }
    /// <summary>The documents it asks for.</summary>
    public IReadOnlyList<DocumentKind>? Documents { get; set; }
    /// <summary>What it asks for under a condition.</summary>
    public IReadOnlyList<ConditionInput>? Conditions { get; set; }
    /// <summary>Who lets a project in.</summary>
    public Approver Approver { get; set; }
    /// <summary>How many working days one may stay; 0 for no limit.</summary>
    [Range(0, 2000, ErrorMessage = "时限应在0到2000个工作日之间")] public int Days { get; set; }

    /// <summary>A rule as it is typed.</summary>
    public static StageRuleInput Of(Stage stage, StageRule? rule) => new()
    {
        Stage = stage.Code, Used = rule is not null, Name = rule?.Name ?? stage.Name, Criteria = rule?.Criteria, Approver = rule?.Approver ?? Approver.None, Days = rule?.Days ?? 0,
        Fields = [.. (rule?.Requirements ?? []).Where(r => r.When == StageCondition.Always && r.Field is not null).Select(r => r.Field!.Value)],
        Documents = [.. (rule?.Requirements ?? []).Where(r => r.When == StageCondition.Always && r.Document is not null).Select(r => r.Document!.Value)],
        Conditions = [.. (rule?.Requirements ?? []).Where(r => r.When != StageCondition.Always).Select(r => new ConditionInput { When = r.When, Asks = (r with { When = StageCondition.Always }).Token })],
    };

    /// <summary>The rule it says. Refused for a stage or a requirement nobody knows.</summary>
    public StageRule Rule()
    {
        var stage = Projects.Stage.Called(Stage) ?? throw new Refusal($"没有阶段“{Stage}”");
        var conditional = (Conditions ?? []).Where(c => !string.IsNullOrWhiteSpace(c.Asks)).Select(c =>
            (Requirement.Read(c.Asks!) ?? throw new Refusal($"不认识的要求“{c.Asks}”，请从字段或材料种类中选择")) with { When = c.When ?? StageCondition.Always });
        return new StageRule(stage, string.IsNullOrWhiteSpace(Name) ? stage.Name : Name, Criteria ?? "",
            [.. (Fields ?? []).Select(f => Requirement.Of(f)), .. (Documents ?? []).Select(d => Requirement.Of(d)), .. conditional], Approver, Days);
    }
}

/// <summary>A set of stages as it is typed, on the page or through the API.</summary>
public sealed class StageSetInput
{
    /// <summary>For which projects.</summary>
    [Required(ErrorMessage = "请写明项目类别")] public Track? Track { get; set; }
    /// <summary>The first day it is to hold.</summary>
    [Required(ErrorMessage = "请填写施行日期")] public DateOnly? ValidFrom { get; set; }
    /// <summary>What it changes and on whose decision.</summary>
    [MaxLength(500, ErrorMessage = "修改说明最多500个字")] public string? Note { get; set; }
    /// <summary>Its stages; side states left out keep what they have.</summary>
    [Required(ErrorMessage = "请写明各阶段")] public IReadOnlyList<StageRuleInput> Rules { get; set; } = null!;
}
