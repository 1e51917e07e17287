namespace Bridgehead.Features.Progress;

/// <summary>A step of a template: what it is called, how many days after signing it is due, and the stage that proves it.</summary>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Days">Days from signing.</param>
/// <param name="Stage">The stage whose day stands for it; null when no stage does.</param>
public sealed record TemplateStep(string Name, int Days, string? Stage = null);

/// <summary>
/// What a project of one kind goes through after signing, with the days it usually takes: the standard milestones per sector by which a delay is
/// foreseen at a step (peers.md 2.13). The list is data; a plan starts from it and may change every day of it.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Steps">Its steps in order.</param>
public sealed record MilestoneTemplate(string Code, string Name, IReadOnlyList<TemplateStep> Steps)
{
    /// <summary>Every template.</summary>
    public static IReadOnlyList<MilestoneTemplate> All { get; } =
    [
        new("plant", "制造业·新建厂房",
        [
            new("公司注册", 30, "registered"), new("备案", 45), new("拿地", 120), new("施工许可", 165), new("开工", 180, "started"), new("主体封顶", 330),
            new("设备进场", 420), new("竣工", 480, "completed"), new("试产", 540), new("投产", 600, "producing"),
        ]),
        new("leased", "制造业·租用标准厂房",
        [
            new("公司注册", 20, "registered"), new("备案", 30), new("开工", 60, "started"), new("设备进场", 120), new("竣工", 150, "completed"), new("试产", 170), new("投产", 200, "producing"),
        ]),
        new("agriculture", "农业",
        [
            new("公司注册", 30, "registered"), new("备案", 45), new("拿地", 90), new("开工", 120, "started"), new("竣工", 360, "completed"), new("投产", 450, "producing"),
        ]),
        new("services", "物流与服务业",
        [
            new("公司注册", 30, "registered"), new("备案", 45), new("拿地", 120), new("施工许可", 165), new("开工", 180, "started"), new("主体封顶", 330), new("竣工", 420, "completed"), new("投产", 480, "producing"),
        ]),
        new("headquarters", "总部经济",
        [
            new("公司注册", 20, "registered"), new("开工", 60, "started"), new("竣工", 120, "completed"), new("投产", 150, "producing"),
        ]),
    ];

    /// <summary>The template of a code; null when there is none.</summary>
    public static MilestoneTemplate? Called(string? code) => All.FirstOrDefault(t => t.Code == code);

    /// <summary>The template a branch of the economy usually follows.</summary>
    public static MilestoneTemplate For(Branch? branch) => branch switch { Branch.Primary => All[2], Branch.Tertiary => All[3], _ => All[0] };
}
