using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Agreements;

/// <summary>An agreement as it is typed, on a page or through the API.</summary>
public sealed class AgreementInput
{
    /// <summary>What kind it is.</summary>
    public AgreementKind Kind { get; set; }
    /// <summary>Its number.</summary>
    [MaxLength(60)] public string? Number { get; set; }
    /// <summary>甲方: the government's side.</summary>
    [Required(ErrorMessage = "请填写甲方（政府一方）"), MaxLength(120)] public string Government { get; set; } = "";
    /// <summary>乙方: the enterprise's side.</summary>
    [Required(ErrorMessage = "请填写乙方（企业一方）"), MaxLength(120)] public string Enterprise { get; set; } = "";
    /// <summary>A remark.</summary>
    [MaxLength(500)] public string? Note { get; set; }
    /// <summary>For a new one: the branch of the economy whose usual promises are proposed; null for none.</summary>
    public Branch? Template { get; set; }
    /// <summary>The version that was read, when it is changed.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form from an agreement.</summary>
    public static AgreementInput Of(Agreement a) => new() { Kind = a.Kind, Number = a.Number, Government = a.Government, Enterprise = a.Enterprise, Note = a.Note, Version = a.Version };

    /// <summary>What it says.</summary>
    public AgreementFacts Facts() => new() { Kind = Kind, Number = Number, Government = Government, Enterprise = Enterprise, Note = Note };
}
