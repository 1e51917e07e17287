using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Enterprises;

/// <summary>A class of an enterprise as it is typed, on a page or through the API.</summary>
public sealed class ClassInput
{
    /// <summary>The code of the kind.</summary>
    [Required(ErrorMessage = "请选择资质"), MaxLength(40)] public string Class { get; set; } = "";
    /// <summary>The year of the list.</summary>
    [Range(1980, 2100, ErrorMessage = "榜单年度应在1980到2100之间")] public int ListYear { get; set; }
    /// <summary>The place on the list.</summary>
    [Range(1, 100000, ErrorMessage = "名次应在1到100000之间")] public int? Rank { get; set; }
    /// <summary>Who published the list; the kind's usual body when empty.</summary>
    [MaxLength(80)] public string? IssuedBy { get; set; }
    /// <summary>The number of the certificate or document.</summary>
    [MaxLength(80)] public string? Document { get; set; }
    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "请填写有效期起")] public DateOnly? ValidFrom { get; set; }
    /// <summary>The last day; as long as the kind holds when empty.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>A kind of class as it is typed.</summary>
public sealed class ClassKindInput
{
    /// <summary>The name.</summary>
    [Required(ErrorMessage = "请填写资质名称"), MaxLength(40, ErrorMessage = "资质名称最多40个字")] public string Name { get; set; } = "";
    /// <summary>The English name.</summary>
    [MaxLength(80)] public string? EnglishName { get; set; }
    /// <summary>Who usually publishes it.</summary>
    [MaxLength(80)] public string? IssuedBy { get; set; }
    /// <summary>For how many months it holds.</summary>
    [Range(1, 600, ErrorMessage = "有效月数应在1到600之间；长期有效时留空")] public int? ValidMonths { get; set; }
    /// <summary>From which share in percent a subsidiary counts as well.</summary>
    [Range(1, 100, ErrorMessage = "母公司持股比例应在1到100之间；子公司不计入时留空")] public int? ParentShare { get; set; }
    /// <summary>Whether it says that the enterprise is state-owned.</summary>
    public bool IsStateOwned { get; set; }
    /// <summary>The version that was read.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static ClassKindInput Of(ClassKind k) => new() { Name = k.Name, EnglishName = k.EnglishName, IssuedBy = k.IssuedBy, ValidMonths = k.ValidMonths, ParentShare = k.ParentShare, IsStateOwned = k.IsStateOwned, Version = k.Version };

    /// <summary>States it of a kind.</summary>
    public void Describe(ClassKind kind) => kind.Describe(Name, EnglishName ?? "", IssuedBy ?? "", ValidMonths, ParentShare, IsStateOwned);
}
