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
    [MaxLength(120, ErrorMessage = "英文名称最多120个字符")] public string? EnglishName { get; set; }
    /// <summary>The unit it is shown in; it decides what is counted.</summary>
    [Required(ErrorMessage = "请选择计量单位"), MaxLength(8)] public string Display { get; set; } = "个";
    /// <summary>How months come together.</summary>
    public Aggregation Aggregation { get; set; }
    /// <summary>Which way is better.</summary>
    public Direction Direction { get; set; }
    /// <summary>What it includes.</summary>
    [MaxLength(2000, ErrorMessage = "口径最多2000个字")] public string? Scope { get; set; }
    /// <summary>Whose it is.</summary>
    [MaxLength(80, ErrorMessage = "主管部门最多80个字")] public string? Authority { get; set; }
    /// <summary>Other names, one a line.</summary>
    [MaxLength(500, ErrorMessage = "别名最多500个字")] public string? Aliases { get; set; }
    /// <summary>The first day it holds.</summary>
    public DateOnly? ValidFrom { get; set; }
    /// <summary>The code of the indicator whose entries it takes; none for one entered by itself.</summary>
    [MaxLength(40)] public string? Base { get; set; }
    /// <summary>Only projects of at least this agreed investment, in 万元.</summary>
    [Range(0, 1e9, ErrorMessage = "金额应在0到10亿万元之间")] public decimal? AmountFromWan { get; set; }
    /// <summary>Only projects below this agreed investment, in 万元.</summary>
    [Range(0, 1e9, ErrorMessage = "金额应在0到10亿万元之间")] public decimal? AmountBelowWan { get; set; }
    /// <summary>Only these origins, by key; all when empty.</summary>
    [MaxLength(5)] public string[]? Origins { get; set; }
    /// <summary>Only these branches, by key; all when empty.</summary>
    [MaxLength(3)] public string[]? Branches { get; set; }
    /// <summary>Only this field of business, by code.</summary>
    [MaxLength(40)] public string? Field { get; set; }
    /// <summary>The series growth is computed on where the scope has changed: a code, or code@version.</summary>
    [MaxLength(60)] public string? ComparableTo { get; set; }
    /// <summary>The code of the indicator it follows in name.</summary>
    [MaxLength(40)] public string? Succeeds { get; set; }
    /// <summary>Whether it is an official statistic; otherwise departmental management data.</summary>
    public bool IsOfficial { get; set; }
    /// <summary>表号.</summary>
    [MaxLength(40, ErrorMessage = "表号最多40个字")] public string? FormNumber { get; set; }
    /// <summary>制定机关.</summary>
    [MaxLength(80, ErrorMessage = "制定机关最多80个字")] public string? FormBody { get; set; }
    /// <summary>批准文号.</summary>
    [MaxLength(80, ErrorMessage = "批准文号最多80个字")] public string? FormApproval { get; set; }
    /// <summary>有效期至.</summary>
    public DateOnly? FormValidTo { get; set; }

    /// <summary>Fills the form with a definition, to write the next version.</summary>
    public static IndicatorInput Of(Indicator i) => new()
    {
        Code = i.Code, Name = i.Name, EnglishName = i.EnglishName, Display = i.Display, Aggregation = i.Aggregation, Direction = i.Direction, Scope = i.Scope, Authority = i.Authority, Aliases = i.Aliases,
        Base = i.BaseCode, AmountFromWan = i.AmountFromFen is { } from ? new Money(from).Wan : null, AmountBelowWan = i.AmountBelowFen is { } below ? new Money(below).Wan : null,
        Origins = [.. Indicator.Keys(i.Origins)], Branches = [.. Indicator.Keys(i.Branches)], Field = i.FieldCode, ComparableTo = i.ComparableTo, Succeeds = i.Succeeds, IsOfficial = i.IsOfficial,
        FormNumber = i.FormNumber, FormBody = i.FormBody, FormApproval = i.FormApproval, FormValidTo = i.FormValidTo,
    };
}

/// <summary>Defines an indicator or the next version of one; the same for page and API. Nothing old is overwritten; a derived one takes the entries of the open months at once.</summary>
public sealed class DefineIndicator(BridgeheadDb db, RecordEntries record)
{
    /// <summary>Defines it.</summary>
    public async Task<Indicator> Run(IndicatorInput input, CancellationToken cancel = default)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        var indicator = await Read(input, cancel);
        if (indicator.BaseCode is not null)
        {
            var books = await ClosedBooks.Of(db, cancel);
            Refusal.Unless(indicator.ValidFrom is { Day: 1 }, $"取自其他指标的，请填写启用日期，并从某月1日起", "Input.ValidFrom");
            Refusal.When(books.Has(Months.Of(indicator.ValidFrom!.Value)) || Months.Of(indicator.ValidFrom.Value) <= books.To, $"启用日期所在月份已关账，最早可从{Months.Text(Math.Max(books.FirstOpen, 199001))}起", "Input.ValidFrom");
        }
        db.Add(indicator);
        await db.SaveChangesAsync(cancel);
        if (indicator.BaseCode is not null) await record.Derive(indicator, cancel);
        return indicator;
    }

    /// <summary>Understands a definition without keeping it. Refused for an unknown unit of measure, a next version that counts something else or has no first day, a base that is none or itself derived.</summary>
    internal async Task<Indicator> Read(IndicatorInput input, CancellationToken cancel)
    {
        var measure = Enum.GetValues<Measure>().Cast<Measure?>().FirstOrDefault(m => UnitOfMeasure.Fits(input.Display, m!.Value))
            ?? throw new Refusal($"不认识的计量单位“{input.Display}”，可用：个、家、项、元、万元、亿元、美元、万美元、亿美元", nameof(input.Display));
        var newest = await Newest(input.Code, cancel);
        Refusal.When(newest is not null && newest.Measure != measure, $"新版本的计量方式应与原版本一致", nameof(input.Display));
        Refusal.When(newest is not null && input.ValidFrom is null, $"指标“{newest?.Name}”已有第{newest?.ScopeVersion}版，请填写新版本的启用日期", nameof(input.ValidFrom));
        Refusal.When(newest is not null && (newest.BaseCode is null) != string.IsNullOrWhiteSpace(input.Base), $"新版本取数的方式应与原版本一致", "Input.Base");
        var order = newest?.Order ?? 1000 + await db.Set<Indicator>().CountAsync(cancel);
        var indicator = new Indicator(input.Code, (newest?.ScopeVersion ?? 0) + 1, input.Name, measure, input.Aggregation, input.Display, order);
        indicator.Describe(input.EnglishName ?? "", input.Scope ?? "", input.Authority ?? "", input.Aliases ?? "");
        indicator.Hold(input.ValidFrom, null);
        indicator.Compare(input.Direction, await Known(input.ComparableTo, "Input.ComparableTo", cancel), await Known(input.Succeeds, "Input.Succeeds", cancel));
        indicator.Form(input.IsOfficial, input.FormNumber, input.FormBody, input.FormApproval, input.FormValidTo);
        if (string.IsNullOrWhiteSpace(input.Base)) return indicator;
        var from = await Newest(input.Base.Trim(), cancel);
        Refusal.When(from is null || from.BaseCode is not null || from.Measure != measure || from.Code == input.Code, $"“{input.Base}”不能作为取数的指标：须是直接入账、计量方式相同的另一指标", "Input.Base");
        var field = string.IsNullOrWhiteSpace(input.Field) ? null : input.Field.Trim();
        Refusal.When(field is not null && !await db.Set<IndustryField>().AnyAsync(f => f.Code == field, cancel), $"没有领域“{input.Field}”，可在“领域”中新增", "Input.Field");
        indicator.Derive(from!.Code, Fen(input.AmountFromWan), Fen(input.AmountBelowWan), input.Origins ?? [], input.Branches ?? [], field);
        return indicator;
    }

    private async Task<string?> Known(string? code, string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        Refusal.When(await Newest(code.Trim().Split('@')[0], cancel) is null, $"没有指标“{code}”，可在“指标”中新增", field);
        return code.Trim();
    }

    private Task<Indicator?> Newest(string code, CancellationToken cancel) => db.Set<Indicator>().AsNoTracking().Where(i => i.Code == code).OrderByDescending(i => i.ScopeVersion).FirstOrDefaultAsync(cancel);

    private static long? Fen(decimal? wan) => wan is { } amount ? Money.FromWan(amount).Fen : null;
}
