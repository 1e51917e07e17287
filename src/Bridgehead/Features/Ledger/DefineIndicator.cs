using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>An indicator as it is typed.</summary>
public sealed class IndicatorInput
{
    /// <summary>The code; the code of one that exists makes its next version.</summary>
    [Required(ErrorMessage = "请填写指标代码"), MaxLength(40, ErrorMessage = "指标代码最多40位")] public string Code { get; set; } = "";
    /// <summary>The name.</summary>
    [Required(ErrorMessage = "请填写指标名称"), MaxLength(80, ErrorMessage = "指标名称最多80个字")] public string Name { get; set; } = "";
    /// <summary>The English name.</summary>
    [MaxLength(120)] public string? EnglishName { get; set; }
    /// <summary>The unit it is shown in; it decides what is counted.</summary>
    [Required(ErrorMessage = "请选择计量单位"), MaxLength(8)] public string Display { get; set; } = "个";
    /// <summary>How months come together.</summary>
    public Aggregation Aggregation { get; set; }
    /// <summary>What it includes.</summary>
    [MaxLength(2000)] public string? Scope { get; set; }
    /// <summary>Whose it is.</summary>
    [MaxLength(80)] public string? Authority { get; set; }
    /// <summary>Other names, one a line.</summary>
    [MaxLength(500)] public string? Aliases { get; set; }
    /// <summary>The first day it holds.</summary>
    public DateOnly? ValidFrom { get; set; }
}

/// <summary>Defines an indicator or the next version of one; the same for page and API. Nothing old is overwritten.</summary>
public sealed class DefineIndicator(BridgeheadDb db)
{
    /// <summary>Defines it. Refused for an unknown unit of measure, a next version that counts something else, or one without its first day.</summary>
    public async Task<Indicator> Run(IndicatorInput input, CancellationToken cancel = default)
    {
        var measure = Enum.GetValues<Measure>().Cast<Measure?>().FirstOrDefault(m => UnitOfMeasure.Fits(input.Display, m!.Value))
            ?? throw new Refusal($"不认识的计量单位“{input.Display}”，可用：个、家、项、元、万元、亿元、美元、万美元、亿美元", nameof(input.Display));
        var newest = await db.Set<Indicator>().AsNoTracking().Where(i => i.Code == input.Code).OrderByDescending(i => i.ScopeVersion).FirstOrDefaultAsync(cancel);
        Refusal.When(newest is not null && newest.Measure != measure, $"新版本的计量方式应与原版本一致", nameof(input.Display));
        Refusal.When(newest is not null && input.ValidFrom is null, $"指标“{newest?.Name}”已有第{newest?.ScopeVersion}版，请填写新版本的启用日期", nameof(input.ValidFrom));
        var order = newest?.Order ?? 1000 + await db.Set<Indicator>().CountAsync(cancel);
        var indicator = new Indicator(input.Code, (newest?.ScopeVersion ?? 0) + 1, input.Name, measure, input.Aggregation, input.Display, order);
        indicator.Describe(input.EnglishName ?? "", input.Scope ?? "", input.Authority ?? "", input.Aliases ?? "");
        indicator.Hold(input.ValidFrom, null);
        db.Add(indicator);
        await db.SaveChangesAsync(cancel);
        return indicator;
    }
}
