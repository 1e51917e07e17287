namespace Bridgehead.Features.Reports;

/// <summary>Gives a kept report out as a file: the frozen one as it was released, byte for byte, a draft as it stands.</summary>
public sealed class GiveOut(WordDocument word, PrintAsPdf print, FormOfCity forms, AttachmentStore store, UnitOfWork work)
{
    /// <summary>The Word file; entered in the trail.</summary>
    public async Task<(byte[] Content, string Name)> Word(KeptParts parts, bool masked, CancellationToken cancel = default)
    {
        var name = parts.Draft.TitleLine + (masked ? "（脱密版）" : "") + (parts.Release is null ? "（草稿）" : "");
        work.Subject = parts.Draft.Id;
        work.Reason = masked ? "masked" : null;
        await work.Commit("reports.word", cancel: cancel);
        if (parts.Release is { } release) return (await File.ReadAllBytesAsync(store.PathOf(masked ? release.MaskedDigest : release.FileDigest), cancel), name);
        var document = parts.Document;
        return (word.Write(masked ? Mask.Of(document) : document, await forms.Read(cancel)), name);
    }

    /// <summary>The same set as PDF.</summary>
    public async Task<(byte[] Content, string Name)> Pdf(KeptParts parts, bool masked, CancellationToken cancel = default)
    {
        Refusal.Unless(print.IsThere, $"服务器没有安装LibreOffice，不能生成PDF；请下载Word文件后另存为PDF，或用浏览器打印");
        var (content, name) = await Word(parts, masked, cancel);
        return (await print.Run(content, cancel), name);
    }
}
