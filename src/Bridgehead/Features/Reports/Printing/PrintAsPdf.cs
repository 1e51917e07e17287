using System.ComponentModel;
using System.Diagnostics;

namespace Bridgehead.Features.Reports;

/// <summary>Sets a Word file as PDF with the LibreOffice of this machine, where there is one.</summary>
public sealed class PrintAsPdf
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // one at a time: each takes a few hundred megabytes
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Whether there is one.</summary>
    public bool IsThere => Program is not null;

    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")).FirstOrDefault(File.Exists);

    /// <summary>The PDF. Refused where LibreOffice is not installed or cannot set the file.</summary>
    public async Task<byte[]> Run(byte[] docx, CancellationToken cancel = default)
    {
        Refusal.When(Program is null, $"服务器没有安装LibreOffice，不能生成PDF；请下载Word文件后另存为PDF，或用浏览器打印");
        await Turn.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("bridgehead-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.docx");
            await File.WriteAllBytesAsync(file, docx, cancel);
            using var process = Process.Start(new ProcessStartInfo(Program!, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.FullName, file])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            await Wait(process, patience.Token);
            var pdf = Path.ChangeExtension(file, ".pdf");
            Refusal.Unless(File.Exists(pdf), $"LibreOffice没有生成PDF，请下载Word文件后另存为PDF");
            return await File.ReadAllBytesAsync(pdf, cancel);
        }
        finally
        {
            Turn.Release();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Wait(Process process, CancellationToken cancel)
    {
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
            {
                // it ended by itself a moment ago
            }
        }
    }
}
