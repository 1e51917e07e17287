using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>A measure as it is typed.</summary>
public sealed class MeasureInput
{
    /// <summary>What is to be done.</summary>
    [Required(ErrorMessage = "请写明举措"), MaxLength(200, ErrorMessage = "举措最多200个字")] public string Text { get; set; } = "";
    /// <summary>Who answers for it.</summary>
    [Required(ErrorMessage = "请写明责任单位"), MaxLength(60, ErrorMessage = "责任单位最多60个字")] public string Owner { get; set; } = "";
    /// <summary>By when.</summary>
    [Required(ErrorMessage = "请填写完成时限")] public DateOnly? Due { get; set; }
    /// <summary>Where it stands.</summary>
    public MeasureState State { get; set; }
    /// <summary>What was done, or why it was given up.</summary>
    [MaxLength(500, ErrorMessage = "进展说明最多500个字")] public string? Note { get; set; }
}

/// <summary>Keeps the measures of a report: worded while it is written, followed after its release.</summary>
public sealed class KeepMeasures(BridgeheadDb db)
{
    /// <summary>A measure to change; null when it is not there.</summary>
    public Task<ReportMeasure?> Find(ReportDraft draft, Guid id, CancellationToken cancel = default) => db.Set<ReportMeasure>().FirstOrDefaultAsync(m => m.Id == id && m.DraftId == draft.Id, cancel);

    /// <summary>Changes it. What a released report promised is not reworded: only where it stands may change.</summary>
    public async Task Change(ReportDraft draft, ReportMeasure measure, MeasureInput input, CancellationToken cancel = default)
    {
        var same = measure.Text == input.Text.Trim() && measure.Owner == input.Owner.Trim() && measure.Due == input.Due;
        Refusal.Unless(same || draft.State == ReportState.Writing, $"报告已提交或发布，举措的内容不能再改，只能登记进展");
        if (!same) measure.Word(input.Text, input.Owner, input.Due ?? measure.Due);
        measure.Stand(input.State, input.Note);
        await db.SaveChangesAsync(cancel);
    }
}
