using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>The form as it is typed.</summary>
public sealed class FormInput
{
    /// <summary>标题.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string TitleFace { get; set; } = "";
    /// <summary>What stands in for it.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string TitleFallback { get; set; } = "";
    /// <summary>正文.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string BodyFace { get; set; } = "";
    /// <summary>What stands in for it.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string BodyFallback { get; set; } = "";
    /// <summary>一、 headings.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string PartFace { get; set; } = "";
    /// <summary>What stands in for it.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string PartFallback { get; set; } = "";
    /// <summary>（一） headings.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string SectionFace { get; set; } = "";
    /// <summary>What stands in for it.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string SectionFallback { get; set; } = "";
    /// <summary>Latin letters and digits.</summary>
    [Required(ErrorMessage = "请填写字体"), MaxLength(31, ErrorMessage = "字体名称最多31个字")] public string NumberFace { get; set; } = "";
    /// <summary>Tables are ruled all round.</summary>
    public bool BoxedTables { get; set; }
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static FormInput Of(FormText t, long version) => new()
    {
        TitleFace = t.TitleFace, TitleFallback = t.TitleFallback, BodyFace = t.BodyFace, BodyFallback = t.BodyFallback, PartFace = t.PartFace, PartFallback = t.PartFallback,
        SectionFace = t.SectionFace, SectionFallback = t.SectionFallback, NumberFace = t.NumberFace, BoxedTables = t.BoxedTables, Version = version,
    };

    internal FormText Text => new()
    {
        TitleFace = TitleFace, TitleFallback = TitleFallback, BodyFace = BodyFace, BodyFallback = BodyFallback, PartFace = PartFace, PartFallback = PartFallback,
        SectionFace = SectionFace, SectionFallback = SectionFallback, NumberFace = NumberFace, BoxedTables = BoxedTables,
    };
}

/// <summary>The form the city's documents are set in.</summary>
public sealed class FormOfCity(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>The form in force; the standard's own until somebody decides otherwise.</summary>
    public async Task<FormText> Read(CancellationToken cancel = default) => (await db.Set<OfficialForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == OfficialForm.Only, cancel))?.Text ?? FormText.Standard;

    /// <summary>Its version, 0 before anybody set it.</summary>
    public async Task<long> Version(CancellationToken cancel = default) => await db.Set<OfficialForm>().Where(f => f.Id == OfficialForm.Only).Select(f => f.Version).FirstOrDefaultAsync(cancel);

    /// <summary>Sets it anew; only for the city: one form holds for all.</summary>
    public async Task Set(FormInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"公文字体全市统一，由市级审核人设定");
        var form = await db.Set<OfficialForm>().FirstOrDefaultAsync(f => f.Id == OfficialForm.Only, cancel);
        if (form is null) db.Add(form = new OfficialForm());
        else db.ReadAt(form, input.Version);
        form.Set(input.Text);
        await db.SaveChangesAsync(cancel);
    }
}
