using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A move to another stage together with what its gate still lacks.</summary>
public sealed class MoveInput
{
    /// <summary>The stage's code.</summary>
    [Required(ErrorMessage = "请选择阶段"), MaxLength(20)] public string To { get; set; } = "";
    /// <summary>Why, when it goes back or aside.</summary>
    [MaxLength(500, ErrorMessage = "理由最多500个字")] public string? Reason { get; set; }
    /// <summary>The investor, when the gate lacks it.</summary>
    [MaxLength(120, ErrorMessage = "投资方最多120个字")] public string? Investor { get; set; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; set; }
    /// <summary>The agreed total investment, as it is typed.</summary>
    [MaxLength(30)] public string? Amount { get; set; }
    /// <summary>The day of the agreement.</summary>
    public DateOnly? SignedOn { get; set; }
    /// <summary>The company founded for it.</summary>
    [MaxLength(120, ErrorMessage = "项目公司最多120个字")] public string? Company { get; set; }
    /// <summary>The day building started.</summary>
    public DateOnly? StartedOn { get; set; }
    /// <summary>The day production started.</summary>
    public DateOnly? ProducedOn { get; set; }
    /// <summary>Which kind of start it is.</summary>
    public StartKind? StartKind { get; set; }
    /// <summary>Where it finds its place.</summary>
    public LandSupply? LandSupply { get; set; }
    /// <summary>The industry.</summary>
    [MaxLength(60, ErrorMessage = "行业最多60个字")] public string? Industry { get; set; }
    /// <summary>The national project code.</summary>
    [MaxLength(40)] public string? NationalCode { get; set; }
    /// <summary>The day the works were completed.</summary>
    public DateOnly? CompletedOn { get; set; }
    /// <summary>Whom to ask.</summary>
    [MaxLength(80, ErrorMessage = "联系人最多80个字")] public string? Contact { get; set; }
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }

    /// <summary>What is stated about the project with the gaps filled; what it has already stays.</summary>
    public ProjectFacts Fill(ProjectFacts facts) => facts with
    {
        Investor = facts.Investor ?? Investor, Origin = facts.Origin ?? Origin, Branch = facts.Branch ?? Branch, Amount = facts.Amount ?? ProjectInput.ReadAmount(Amount),
        SignedOn = facts.SignedOn ?? SignedOn, Company = facts.Company ?? Company, StartedOn = facts.StartedOn ?? StartedOn, ProducedOn = facts.ProducedOn ?? ProducedOn,
        StartKind = facts.StartKind ?? StartKind, LandSupply = facts.LandSupply ?? LandSupply, Industry = facts.Industry ?? Industry, CompletedOn = facts.CompletedOn ?? CompletedOn, Contact = facts.Contact ?? Contact,
        NationalCode = facts.NationalCode ?? (string.IsNullOrWhiteSpace(NationalCode) ? null : ProjectCode.Create(NationalCode)),
    };
}
