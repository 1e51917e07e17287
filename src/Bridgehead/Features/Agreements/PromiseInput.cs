using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Agreements;

/// <summary>A promise as it is typed, on a page or through the API.</summary>
public sealed class PromiseInput
{
    /// <summary>What is promised: the code of a kind.</summary>
    [Required(ErrorMessage = "请选择承诺类型"), MaxLength(40)] public string Kind { get; set; } = "";
    /// <summary>Who promises; empty for the usual side.</summary>
    public PromiseParty? Party { get; set; }
    /// <summary>How it is held against what is reached; empty for the usual way.</summary>
    public PromiseOperator? Operator { get; set; }
    /// <summary>How much, in the kind's unit; money may be typed as 1.2亿 or 3500万; nothing for a day.</summary>
    [MaxLength(30)] public string? Promised { get; set; }
    /// <summary>By which day.</summary>
    [Required(ErrorMessage = "请填写承诺期限")] public DateOnly? DueOn { get; set; }
    /// <summary>What proves it; empty for the usual.</summary>
    public EvidenceType? Evidence { get; set; }
    /// <summary>What follows when it is not kept.</summary>
    [MaxLength(300)] public string? Consequence { get; set; }
    /// <summary>The wording or a remark.</summary>
    [MaxLength(300)] public string? Note { get; set; }
    /// <summary>The document the government's support rests on.</summary>
    [MaxLength(120)] public string? BasisName { get; set; }
    /// <summary>That document's number.</summary>
    [MaxLength(60)] public string? BasisNumber { get; set; }
    /// <summary>The article in it.</summary>
    [MaxLength(40)] public string? BasisArticle { get; set; }
    /// <summary>The version that was read, when it is changed.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form from a promise.</summary>
    public static PromiseInput Of(Promise p) => new()
    {
        Kind = p.Kind, Party = p.Party, Operator = p.Operator, Promised = p.Target == 0 ? null : PromiseKind.Of(p.Kind).Write(p.Target).ToString("0.######", CultureInfo.InvariantCulture), DueOn = p.DueOn,
        Evidence = p.Evidence, Consequence = p.Consequence, Note = p.Note, BasisName = p.BasisName, BasisNumber = p.BasisNumber, BasisArticle = p.BasisArticle, Version = p.Version,
    };

    /// <summary>What it says. Refused for an unknown kind and for an amount that cannot be understood.</summary>
    public PromiseTerms Terms()
    {
        var kind = PromiseKind.Called(Kind) ?? throw new Refusal($"没有承诺类型“{Kind}”", nameof(Kind));
        return new PromiseTerms
        {
            Kind = kind.Code, Party = Party ?? kind.Party, Operator = Operator ?? kind.Operator, Target = kind.Read(Promised, nameof(Promised)), DueOn = DueOn ?? default, Evidence = Evidence ?? kind.Evidence,
            Consequence = Consequence, Note = Note, BasisName = BasisName, BasisNumber = BasisNumber, BasisArticle = BasisArticle,
        };
    }
}
