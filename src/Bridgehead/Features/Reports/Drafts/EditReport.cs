using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Reports.Bulletins;
using Microsoft.EntityFrameworkCore;
using Names = Bridgehead.Features.Projects.ListProjects;

namespace Bridgehead.Features.Reports;

/// <summary>The text of a block as it is typed.</summary>
public sealed class BlockInput
{
    /// <summary>The text with its marks.</summary>
    [Required(ErrorMessage = "请填写内容；不需要这一段可以删去"), MaxLength(ReportBlock.Longest, ErrorMessage = "一段最多20000个字，请分段")] public string Text { get; set; } = "";
}

/// <summary>A new block.</summary>
public sealed class NewBlockInput
{
    /// <summary>In which part, 1 to 4.</summary>
    [Range(1, 5, ErrorMessage = "报告没有这一部分")] public int Part { get; set; } = 1;
    /// <summary>After which block of the part; at its end when left out.</summary>
    public Guid? After { get; set; }
    /// <summary>What it is: a heading or a paragraph.</summary>
    public BlockKind Kind { get; set; } = BlockKind.Paragraph;
    /// <summary>The text with its marks.</summary>
    [Required(ErrorMessage = "请填写内容；不需要这一段可以删去"), MaxLength(ReportBlock.Longest, ErrorMessage = "一段最多20000个字，请分段")] public string Text { get; set; } = "";
}

/// <summary>A figure to put into a block.</summary>
public sealed class BindingInput
{
    /// <summary>The indicator: code, name, alias, or code@version.</summary>
    [Required(ErrorMessage = "请选择指标"), MaxLength(100)] public string Indicator { get; set; } = "";
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The first month, 2026-01.</summary>
    [Required(ErrorMessage = "请填写起始月份"), MaxLength(10)] public string From { get; set; } = "";
    /// <summary>The last month, 2026-12.</summary>
    [Required(ErrorMessage = "请填写截止月份"), MaxLength(10)] public string To { get; set; } = "";
    /// <summary>What of the figure is told.</summary>
    public FigureMeasure Measure { get; set; }
    /// <summary>Only this group, as "origin:OtherProvince"; the whole when left out.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>The text with [[+]] where the figure is to stand; at the end of the block as it is when left out.</summary>
    [MaxLength(ReportBlock.Longest, ErrorMessage = "一段最多20000个字，请分段")] public string? Text { get; set; }
}

/// <summary>Edits the text of a report while it is being written: blocks, new figures, figures taken over anew.</summary>
public sealed class EditReport(BridgeheadDb db, FindReports find, CurrentFigures current, Bridgehead.Features.Ledger.Figures figures, Names projects, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Where a new figure is put.</summary>
    public const string Caret = "[[+]]";

    /// <summary>A block of a report to change; null when it is not there.</summary>
    public Task<ReportBlock?> Block(ReportDraft draft, Guid id, CancellationToken cancel = default) => db.Set<ReportBlock>().FirstOrDefaultAsync(b => b.Id == id && b.DraftId == draft.Id, cancel);

    /// <summary>Writes a block's text. Refused when a mark is broken, typed over or not the report's.</summary>
    public async Task Write(ReportDraft draft, ReportBlock block, BlockInput input, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        var text = input.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(Caret, "", StringComparison.Ordinal);
        await Check(draft, block.Kind, text, cancel);
        block.Write(block.Kind is BlockKind.Table or BlockKind.Chart ? text : text.Replace('\n', ' '));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Adds a heading or a paragraph.</summary>
    public async Task<ReportBlock> Add(ReportDraft draft, NewBlockInput input, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        Refusal.Unless(input.Kind is BlockKind.Heading or BlockKind.Paragraph, $"只能添加小标题或段落；表格和图表由数据生成", nameof(NewBlockInput.Kind));
        var text = input.Text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        await Check(draft, input.Kind, text, cancel);
        var before = await db.Set<ReportBlock>().Where(b => b.DraftId == draft.Id && b.Part == input.Part).OrderBy(b => b.Position).ToListAsync(cancel);
        // a ranking nobody showed to the units does not come in by hand
        Refusal.When(input.Part == 5 && draft.Kind == ReportDraft.Work || input.Part == BulletinParts.Ranking + 1 && draft.Kind == ReportDraft.Bulletin && before.Count == 0, $"报告没有这一部分", nameof(NewBlockInput.Part));
        var at = input.After is { } after ? before.FindIndex(b => b.Id == after) + 1 : before.Count;
        Refusal.When(input.After is not null && at == 0, $"没有这一段，可能已被他人删去", nameof(NewBlockInput.After));
        var block = new ReportBlock(draft.Id, input.Part, at, input.Kind, text);
        before.Insert(at, block);
        db.Add(block);
        Order(before);
        await db.SaveChangesAsync(cancel);
        return block;
    }

    /// <summary>Moves a block up or down by one place of its part; at the end it stays.</summary>
    public async Task Move(ReportDraft draft, ReportBlock block, bool up, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        var part = await db.Set<ReportBlock>().Where(b => b.DraftId == draft.Id && b.Part == block.Part).OrderBy(b => b.Position).ToListAsync(cancel);
        var (at, to) = (part.IndexOf(block), part.IndexOf(block) + (up ? -1 : 1));
        Refusal.When(to < 0 || to >= part.Count, $"已经在这一部分的开头或末尾，不能再移动");
        (part[at], part[to]) = (part[to], part[at]);
        Order(part);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Removes a block.</summary>
    public async Task Remove(ReportDraft draft, ReportBlock block, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        Refusal.When(block.Part == 0, $"开头一段不能删去，可以改写");
        db.Remove(block);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Words what stands around the text.</summary>
    public async Task Word(ReportDraft draft, ReportHead head, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        draft.Word(head);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Puts a figure of the books into a block. Refused for an unknown indicator, unit or month, and for a text whose marks are broken.</summary>
    public async Task<ReportFigure> Insert(ReportDraft draft, ReportBlock block, BindingInput input, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        Refusal.Unless(block.Kind == BlockKind.Paragraph, $"数据只能插入段落");
        var span = Months.Read(input.From, input.To);
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(BindingInput.Unit));
        var indicator = await figures.Named(input.Indicator, Months.LastDay(span.To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", nameof(BindingInput.Indicator));
        Refusal.When(input.Measure is FigureMeasure.Count or FigureMeasure.Rank, $"这一项不能单独插入，请选择数值、目标、完成率、同比等", nameof(BindingInput.Measure));
        var key = new FigureKey(indicator!.Code, unit!.Code, new DateOnly(span.From / 100, span.From % 100, 1), Months.LastDay(span.To), input.Measure, string.IsNullOrWhiteSpace(input.Group) ? null : input.Group.Trim(), null, indicator.ScopeVersion);
        var (bound, after) = Shaped(key, indicator, await current.Value(key, cancel));
        var number = (await db.Set<ReportFigure>().Where(f => f.DraftId == draft.Id).MaxAsync(f => (int?)f.Number, cancel) ?? 0) + 1;
        var figure = new ReportFigure(draft.Id, number, bound, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)));
        db.Add(figure);
        await db.SaveChangesAsync(cancel);
        var mark = string.Create(CultureInfo.InvariantCulture, $"[[{number}:{bound.Display}]]{after}");
        var text = (input.Text ?? block.Text).Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        var at = text.IndexOf(Caret, StringComparison.Ordinal);
        text = at < 0 ? text + mark : string.Concat(text.AsSpan(0, at), mark, text.AsSpan(at + Caret.Length)).Replace(Caret, "", StringComparison.Ordinal);
        await Check(draft, block.Kind, text, cancel);
        block.Write(text);
        await db.SaveChangesAsync(cancel);
        return figure;
    }

    /// <summary>Takes numbers over as the books know them today: the text shows the new ones, a direction word turns with its number.</summary>
    /// <param name="draft">The report.</param>
    /// <param name="numbers">Which; null for all that changed.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> TakeOver(ReportDraft draft, IReadOnlyCollection<int>? numbers, CancellationToken cancel = default)
    {
        draft.Touch(asker.UserId, clock.GetUtcNow().UtcDateTime);
        var stale = (await current.Stale(await find.Whole(draft, cancel), cancel)).Where(s => numbers is null || numbers.Contains(s.Was.Number)).ToDictionary(s => s.Was.Number);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var changed = stale.Keys.ToList();
        foreach (var figure in await db.Set<ReportFigure>().Where(f => f.DraftId == draft.Id && changed.Contains(f.Number)).ToListAsync(cancel)) figure.Take(stale[figure.Number].Now.Value, today);
        foreach (var block in await db.Set<ReportBlock>().Where(b => b.DraftId == draft.Id).ToListAsync(cancel))
        {
            var text = MarkedText.Figures(block.Text).Distinct().Where(stale.ContainsKey).Aggregate(block.Text, (shown, number) => MarkedText.Show(shown, stale[number].Was, stale[number].Now));
            if (block.Part == 0 && numbers is null && stale.Count > 0) text = text.Replace(PeriodWords.Day(draft.AsOf).Text, PeriodWords.Day(today).Text, StringComparison.Ordinal);
            if (text != block.Text) block.Write(text);
        }
        if (numbers is null && stale.Count > 0) draft.StandAt(today);
        await db.SaveChangesAsync(cancel);
        return stale.Count;
    }

    /// <summary>A figure in the unit its size asks for, and the word of the unit.</summary>
    private static (BoundFigure Figure, string After) Shaped(FigureKey key, Indicator indicator, decimal? value)
    {
        if (key.Measure is FigureMeasure.Completion or FigureMeasure.Yoy or FigureMeasure.Share) return (Of(new NumberShape(1, 2)), "%");
        if (key.Measure is FigureMeasure.Pace) return (Of(new NumberShape(1, 2)), "个百分点");
        var unit = indicator.Measure switch { Measure.Yuan => MeasureUnit.Yuan, Measure.Usd => MeasureUnit.Dollar, _ => MeasureUnit.Piece };
        var minor = indicator.Measure == Measure.Count ? 1m : 100m;
        var scale = Scale.Of(value is { } known ? (long)(known * minor) : null, unit, new NumberStyle());
        return (Of(new NumberShape(scale.Divisor / minor, 2)), scale.Word);

        BoundFigure Of(NumberShape shape) => new(key, value, value is { } exact ? shape.Print(exact) : BoundFigure.Star, key.Address) { Shape = shape };
    }

    /// <summary>A name with digits must be one of the records: otherwise a number could be passed off as a name.</summary>
    private async Task Check(ReportDraft draft, BlockKind kind, string text, CancellationToken cancel)
    {
        var bound = (await db.Set<ReportFigure>().AsNoTracking().Where(f => f.DraftId == draft.Id).ToListAsync(cancel)).ToDictionary(f => f.Number, f => f.Bound());
        var block = MarkedText.Read(kind, text, 1, bound);
        foreach (var name in block.Runs.OfType<NameRun>().Where(name => name.Text.Any(char.IsDigit)))
        {
            if (await db.Set<ReportBlock>().AnyAsync(b => b.DraftId == draft.Id && b.Text.Contains(":" + name.Text + "]]"), cancel)) continue;
            var known = await (await projects.Visible(cancel)).AnyAsync(p => p.Name == name.Text || p.Investor == name.Text || p.Company == name.Text, cancel);
            Refusal.Unless(known, $"登记册中没有名称“{name.Text}”；名称中有数字时，应与登记的名称一致", "Text");
        }
    }

    private static void Order(List<ReportBlock> blocks)
    {
        for (var at = 0; at < blocks.Count; at++) blocks[at].Place(at);
    }
}
