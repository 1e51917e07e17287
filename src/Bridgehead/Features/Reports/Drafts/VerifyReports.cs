using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>Proves the released reports: each is there once, and what was frozen gives the same two files again, byte for byte.</summary>
public sealed class VerifyReports(BridgeheadDb db, WordDocument word, AttachmentStore store)
{
    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default)
    {
        var wrong = new List<FormattableString>();
        await foreach (var draft in db.Set<ReportDraft>().AsNoTracking().Where(d => d.State == ReportState.Released && !db.Set<ReportRelease>().Any(r => r.DraftId == d.Id)).AsAsyncEnumerable().WithCancellation(cancel))
            wrong.Add($"报告{draft.TitleLine}（{draft.Id}）已发布，但没有冻结的文稿");
        await foreach (var release in db.Set<ReportRelease>().AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var report = KeptReport.Read(release.Document);
            foreach (var (document, digest) in new[] { (report, release.FileDigest), (Mask.Of(report), release.MaskedDigest) })
            {
                if (!File.Exists(store.PathOf(digest))) wrong.Add($"报告{report.Title}（{release.DraftId}）发布的文件缺失：{digest}");
                // a later writer may set the same report otherwise: then the kept file alone is the release
                if (release.Writer == ReportRelease.CurrentWriter && Digest(document, release) is var now && now != digest) wrong.Add($"报告{report.Title}（{release.DraftId}）重新生成的文件与发布时不一致：发布时{digest}，现为{now}");
            }
        }
        return wrong;
    }

    private string Digest(WorkReport report, ReportRelease release) => Convert.ToHexStringLower(SHA256.HashData(word.Write(report, FormText.Read(release.Form))));
}
