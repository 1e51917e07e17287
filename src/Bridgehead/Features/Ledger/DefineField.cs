using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>A field of business as it is typed.</summary>
public sealed class FieldInput
{
    /// <summary>The code; that of one that exists makes its next version.</summary>
    [Required(ErrorMessage = "请填写领域代码"), MaxLength(40, ErrorMessage = "领域代码最多40位")] public string Code { get; set; } = "";
    /// <summary>The name.</summary>
    [Required(ErrorMessage = "请填写领域名称"), MaxLength(60, ErrorMessage = "领域名称最多60个字")] public string Name { get; set; } = "";
    /// <summary>The English name.</summary>
    [MaxLength(100, ErrorMessage = "英文名称最多100个字符")] public string? EnglishName { get; set; }
    /// <summary>The codes of GB/T 4754, parted by blanks.</summary>
    [Required(ErrorMessage = "请填写行业代码，如C39、I65"), MaxLength(2000, ErrorMessage = "行业代码最多2000个字符")] public string Codes { get; set; } = "";
    /// <summary>By which document.</summary>
    [MaxLength(200, ErrorMessage = "依据文件最多200个字")] public string? Basis { get; set; }
    /// <summary>The first day it holds.</summary>
    public DateOnly? ValidFrom { get; set; }
}

/// <summary>A field as the API shows it.</summary>
public sealed record FieldView(Guid Id, string Code, int Number, string Name, string EnglishName, IReadOnlyList<string> Codes, string Basis, DateOnly? ValidFrom)
{
    /// <summary>Shows a field.</summary>
    public static FieldView Of(IndustryField f) => new(f.Id, f.Code, f.Number, f.Name, f.EnglishName, f.Codes.Split(' '), f.Source, f.ValidFrom);
}

/// <summary>Defines fields of business in versions; the same for page and API. Nothing old is overwritten.</summary>
public sealed class DefineField(BridgeheadDb db)
{
    /// <summary>Every version of every field.</summary>
    public async Task<IReadOnlyList<IndustryField>> All(CancellationToken cancel = default) =>
        await db.Set<IndustryField>().AsNoTracking().OrderBy(f => f.Code).ThenByDescending(f => f.Number).ToListAsync(cancel);

    /// <summary>Defines one. Refused for codes that are none, and for a next version without its first day.</summary>
    public async Task<IndustryField> Run(FieldInput input, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        var newest = await db.Set<IndustryField>().AsNoTracking().Where(f => f.Code == input.Code).OrderByDescending(f => f.Number).FirstOrDefaultAsync(cancel);
        Refusal.When(newest is not null && input.ValidFrom is null, $"领域“{newest?.Name}”已有第{newest?.Number}版，请填写新版本的启用日期", "Input.ValidFrom");
        Refusal.When(newest?.ValidFrom >= input.ValidFrom, $"新版本的启用日期应晚于第{newest?.Number}版", "Input.ValidFrom");
        var field = new IndustryField(input.Code, (newest?.Number ?? 0) + 1, input.Name, input.EnglishName ?? "", input.Codes, input.Basis ?? "", input.ValidFrom);
        db.Add(field);
        await db.SaveChangesAsync(cancel);
        return field;
    }
}
