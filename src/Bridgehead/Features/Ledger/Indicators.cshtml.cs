using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
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

/// <summary>The register of indicators. A changed scope is a new version with a series of its own; nothing old is overwritten.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndicatorsPage(BridgeheadDb db, Asker asker) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public IndicatorInput Input { get; set; } = new();
    /// <summary>Every version of every indicator.</summary>
    public IReadOnlyList<Indicator> Rows { get; private set; } = [];
    /// <summary>Whether the asker may define indicators.</summary>
    public bool MayDefine => asker.May(Permission.DefineIndicators);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Rows = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ThenBy(i => i.ScopeVersion).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Defines an indicator or its next version.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayDefine) return Forbid();
        var measure = Enum.GetValues<Measure>().Cast<Measure?>().FirstOrDefault(m => UnitOfMeasure.Fits(Input.Display, m!.Value)) ?? throw new Refusal($"不认识的计量单位“{Input.Display}”，可用：个、家、项、元、万元、亿元、美元、万美元、亿美元", "Display");
        var newest = Rows.Where(r => r.Code == Input.Code).MaxBy(r => r.ScopeVersion);
        Refusal.When(newest is not null && newest.Measure != measure, $"新版本的计量方式应与原版本一致", "Display");
        Refusal.When(newest is not null && Input.ValidFrom is null, $"指标“{newest?.Name}”已有第{newest?.ScopeVersion}版，请填写新版本的启用日期", "ValidFrom");
        var indicator = new Indicator(Input.Code, (newest?.ScopeVersion ?? 0) + 1, Input.Name, measure, Input.Aggregation, Input.Display, newest?.Order ?? 1000 + Rows.Count);
        indicator.Describe(Input.EnglishName ?? "", Input.Scope ?? "", Input.Authority ?? "", Input.Aliases ?? "");
        indicator.Hold(Input.ValidFrom, null);
        db.Add(indicator);
        await db.SaveChangesAsync(Cancel);
        return RedirectToPage();
    }
}
