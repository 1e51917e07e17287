using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>A project as it is typed, on a page or through the API. Empty fields are not known.</summary>
public sealed class ProjectInput
{
    /// <summary>The name.</summary>
    [Required(ErrorMessage = "请填写项目名称"), MaxLength(80, ErrorMessage = "项目名称最多80个字")] public string Name { get; set; } = "";
    /// <summary>The unit that owns it.</summary>
    [Required(ErrorMessage = "请选择落地区县")] public Guid? UnitId { get; set; }
    /// <summary>The park.</summary>
    public Guid? ParkId { get; set; }
    /// <summary>The unit the lead came from.</summary>
    public Guid? SourceUnitId { get; set; }
    /// <summary>The investor.</summary>
    [MaxLength(120, ErrorMessage = "投资方最多120个字")] public string? Investor { get; set; }
    /// <summary>The company founded for it.</summary>
    [MaxLength(120, ErrorMessage = "项目公司最多120个字")] public string? Company { get; set; }
    /// <summary>The national project code.</summary>
    [MaxLength(40)] public string? NationalCode { get; set; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; set; }
    /// <summary>The place the investor comes from.</summary>
    [MaxLength(40, ErrorMessage = "来源地最多40个字")] public string? OriginPlace { get; set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; set; }
    /// <summary>The industry.</summary>
    [MaxLength(60, ErrorMessage = "行业最多60个字")] public string? Industry { get; set; }
    /// <summary>The agreed total investment: "1.2亿", "3500万", "12000" in 万元.</summary>
    [MaxLength(30)] public string? Amount { get; set; }
    /// <summary>The day of the agreement.</summary>
    public DateOnly? SignedOn { get; set; }
    /// <summary>The day building started.</summary>
    public DateOnly? StartedOn { get; set; }
    /// <summary>The day production started.</summary>
    public DateOnly? ProducedOn { get; set; }
    /// <summary>Whether an investor who is here already adds to what exists.</summary>
    public bool IsIncrease { get; set; }
    /// <summary>Which kind of start it is.</summary>
    public StartKind? StartKind { get; set; }
    /// <summary>The day the works were completed.</summary>
    public DateOnly? CompletedOn { get; set; }
    /// <summary>Where it finds its place.</summary>
    public LandSupply? LandSupply { get; set; }
    /// <summary>The land in mu.</summary>
    [Range(0d, 15000000d, ErrorMessage = "用地面积应在0到1500万亩之间")] public decimal? LandMu { get; set; }
    /// <summary>Whom to ask.</summary>
    [MaxLength(80, ErrorMessage = "联系人最多80个字")] public string? Contact { get; set; }
    /// <summary>What it is.</summary>
    [MaxLength(4000, ErrorMessage = "简介最多4000个字")] public string? Description { get; set; }
    /// <summary>The stage's code, when it is opened.</summary>
    [MaxLength(20)] public string? Stage { get; set; }
    /// <summary>Why it is held for another project although one like it is registered: 视为新项目.</summary>
    [MaxLength(500, ErrorMessage = "理由最多500个字")] public string? AsNew { get; set; }
    /// <summary>The version that was read, when it is changed.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form from a project.</summary>
    public static ProjectInput Of(Project p) => new()
    {
        Name = p.Name, UnitId = p.UnitId, ParkId = p.ParkId, SourceUnitId = p.SourceUnitId, Investor = p.Investor, Company = p.Company, NationalCode = p.NationalCode?.Value,
        Origin = p.Origin, OriginPlace = p.OriginPlace, Branch = p.Branch, Industry = p.Industry,
        Amount = p.AmountFen == 0 ? null : p.Amount.Wan.ToString("0.######", CultureInfo.InvariantCulture), SignedOn = p.SignedOn, StartedOn = p.StartedOn, ProducedOn = p.ProducedOn,
        IsIncrease = p.Track == Track.CapitalIncrease, StartKind = p.StartKind, CompletedOn = p.CompletedOn, LandSupply = p.LandSupply,
        LandMu = p.Land is { } land ? Math.Round(land.Mu, 2) : null, Contact = p.Contact, Description = p.Description, Stage = p.Stage.Code, Version = p.Version,
    };

    /// <summary>What it says. Refused for an amount or code that cannot be understood.</summary>
    public ProjectFacts Facts(Project? before = null) => new()
    {
        Name = Name, UnitId = UnitId ?? Guid.Empty, ParkId = ParkId, SourceUnitId = SourceUnitId, Investor = Investor, InvestorId = before?.Investor == Investor ? before?.InvestorId : null,
        Company = Company, NationalCode = string.IsNullOrWhiteSpace(NationalCode) ? null : ProjectCode.Create(NationalCode), Origin = Origin, OriginPlace = OriginPlace, Branch = Branch, Industry = Industry,
        Amount = ReadAmount(Amount), SignedOn = SignedOn, StartedOn = StartedOn, ProducedOn = ProducedOn, IsIncrease = IsIncrease, StartKind = StartKind, CompletedOn = CompletedOn, LandSupply = LandSupply,
        // a form shows mu with two decimals and lines as browsers end them: what nobody touched stays to the last square metre and letter
        Land = LandMu is { } mu ? before?.Land is { } land && Math.Round(land.Mu, 2) == mu ? land : Land.FromMu(mu) : null,
        Contact = Contact, Description = Description?.Replace("\r\n", "\n", StringComparison.Ordinal), Currency = before?.Currency ?? "CNY",
    };

    /// <summary>Reads an amount: a bare number is 万元; 亿, 万, 元 may follow.</summary>
    public static Money? ReadAmount(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var amount = TryAmount(text);
        Refusal.When(amount is null, $"看不懂金额“{text}”，可写成1.2亿、3500万或12000（万元）", nameof(Amount));
        return amount;
    }

    /// <summary>Reads an amount that may not be finished yet; null when it cannot be understood.</summary>
    public static Money? TryAmount(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsSurrogate)) return null;
        var clean = text.InForm(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Replace("人民币", "", StringComparison.Ordinal).Trim().TrimEnd('元');
        var (number, unit) = clean switch
        {
            [.. var rest, '亿'] => (rest, 10_000_000_000m),
            [.. var rest, '万'] => (rest, 1_000_000m),
            _ => (clean, text.Trim().EndsWith('元') ? 100m : 1_000_000m),
        };
        return decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000m
            ? Money.FromYuan(value * unit / 100m) : null;
    }
}
