using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Bridgehead.Features.Reports.Bulletins;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>What is decided about a report.</summary>
public enum ReportDecision
{
    /// <summary>It is handed in.</summary>
    [Label("提交复核")] Submit,
    /// <summary>It is given back.</summary>
    [Label("退回修改")] Return,
    /// <summary>A second person finds it right.</summary>
    [Label("复核通过")] Approve,
    /// <summary>It is released.</summary>
    [Label("发布")] Release,
}

/// <summary>A decision about a report.</summary>
public sealed class ReportDecisionInput
{
    /// <summary>Which.</summary>
    public ReportDecision Decision { get; set; }
    /// <summary>Why it is given back.</summary>
    [MaxLength(500, ErrorMessage = "原因最多500个字")] public string? Reason { get; set; }
}

/// <summary>Hands a report in, gives it back, approves it, releases it. A release freezes text and figures and keeps both files with their digests.</summary>
public sealed class DecideReport(BridgeheadDb db, FindReports find, WordDocument word, FormOfCity forms, AttachmentStore store, HandleRanks ranks, Asker asker, TimeProvider clock)
{
    /// <summary>Carries the decision out.</summary>
    public async Task Run(ReportDraft draft, ReportDecisionInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(Enum.IsDefined(input.Decision), $"决定不在选项之内", nameof(input.Decision));
        switch (input.Decision)
        {
            case ReportDecision.Submit:
                draft.Submit(asker.UserId, asker.Name, Loose(await find.Whole(draft, cancel)));
                break;
            case ReportDecision.Return:
                draft.Return(input.Reason);
                await ranks.Withdraw(draft, cancel);
                break;
            case ReportDecision.Approve:
                draft.Approve(asker.UserId, asker.Name);
                break;
            default:
                await Release(draft, asker.Name, cancel);
                break;
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The first number of a report that has neither figure nor source; null for none.</summary>
    public static LooseNumber? Loose(KeptParts parts)
    {
        foreach (var run in parts.Document.Runs.Where(run => run is TextRun or NoteRun))
            if (LooseNumbers.In(run.Text).FirstOrDefault() is { Number: { } number } found)
            {
                var from = Math.Max(0, found.At - 12);
                return new LooseNumber(number, run.Text[from..Math.Min(run.Text.Length, found.At + number.Length + 12)]);
            }
        return null;
    }

    /// <summary>Releases a reviewed report: its text and figures are frozen, both files kept.</summary>
    public async Task Release(ReportDraft draft, string by, CancellationToken cancel = default)
    {
        await ranks.RefuseUnlessSettled(draft, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var report = (await find.Whole(draft, cancel)).Document;
        var form = await forms.Read(cancel);
        draft.Release(by, now);
        var (full, masked) = (word.Write(report, form), word.Write(Mask.Of(report), form));
        var release = new ReportRelease(draft.Id, KeptReport.Write(report), form.Text(), await Keep(full, report.Title, now, cancel), await Keep(masked, report.Title, now, cancel), full.LongLength, now);
        db.Add(release);
        db.Note(new FieldChange(nameof(ReportRelease), draft.Id, "Sha256", null, release.FileDigest));
    }

    private async Task<string> Keep(byte[] file, string title, DateTime now, CancellationToken cancel)
    {
        using var content = new MemoryStream(file);
        var kept = await store.Keep(content, title + ".docx", now, cancel);
        if (kept.Digest != Convert.ToHexStringLower(SHA256.HashData(file))) throw new InvalidOperationException(kept.Digest);
        await db.BeginWrite(cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "StoredFiles" ("Digest", "Size", "MediaType", "FirstSeenAt") VALUES ({kept.Digest}, {kept.Size}, {kept.MediaType}, {kept.FirstSeenAt})
            ON CONFLICT DO NOTHING
            """, cancel);
        return kept.Digest;
    }
}
