using Bridgehead.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>Takes a ledger in, judges it and keeps what was found. A small file is judged at once, a larger one in the background.</summary>
public sealed class CheckLedger(BridgeheadDb db, Asker asker, TimeProvider clock, UnitOfWork work, JudgeLedger judge, RememberChoices remember, Inbox inbox)
{
    /// <summary>The largest file judged while the person waits, in bytes: well under a second.</summary>
    public const long JudgedAtOnce = 1_000_000;

    /// <summary>Takes a file in. Refused when it is no ledger.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="kind">As what; null to be found out.</param>
    /// <param name="settings">What is decided already.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ImportCheck> Take(IFormFile upload, ImportKind? kind, CheckSettings settings, CancellationToken cancel)
    {
        Refusal.When(upload.Length == 0, $"请选择要导入的文件（xlsx、xls 或 csv）", "Upload");
        var now = clock.GetUtcNow();
        var digest = await inbox.Keep(upload, asker.UserId, now, cancel);
        var kept = inbox.Find(digest, asker.UserId)!;
        ImportKind found;
        await using (var content = kept.Content())
        {
            using var file = LedgerFile.Open(content, kept.Name);
            found = kind ?? judge.KindOf(file);
        }
        var check = new ImportCheck(found, kept.Name, digest, upload.Length, asker.UserId!.Value, asker.Address, now.UtcDateTime);
        check.Decide(found, settings.Write(), asker.Address);
        await Again(check, cancel);
        await Forget(now.UtcDateTime.AddDays(-Inbox.KeptDays), cancel);
        return check;
    }

    /// <summary>Judges it once more after something was decided: at once when it is small, else in the background.</summary>
    public async Task<ImportCheck> Again(ImportCheck check, CancellationToken cancel)
    {
        check.Await();
        if (check.Size <= JudgedAtOnce) await Judge(check, null, cancel);
        if (db.Entry(check).State == EntityState.Detached) db.Add(check);
        work.Subject = check.Id;
        await db.SaveChangesAsync(cancel);
        return check;
    }

    /// <summary>Reads and judges it; what was found is kept on the check, which is saved by the caller.</summary>
    public async Task Judge(ImportCheck check, ImportProgress? progress, CancellationToken cancel)
    {
        await using var content = Content(check);
        using var file = LedgerFile.Open(content, check.File);
        check.Found((await Judged(check, file, progress, cancel)).Report);
    }

    /// <summary>Judges it as it is to be applied.</summary>
    internal async Task<JudgedLedger> Judged(ImportCheck check, LedgerFile file, ImportProgress? progress, CancellationToken cancel)
    {
        var (settings, (headings, words, proposed)) = (CheckSettings.Of(check.Settings), await remember.Read(check.Kind, cancel));
        // before the first reading nobody knows how many rows there are: a row takes about sixty bytes
        progress?.Begin(0, check.Read > 0 ? check.Read : check.Size / 60);
        return await judge.Run(check.Kind, file, settings.Options(words), settings.Choices(headings, proposed), progress, cancel);
    }

    /// <summary>The refused rows of a sheet as a workbook.</summary>
    public async Task GiveBack(ImportCheck check, int sheet, Stream to, Func<FormattableString, string> say, CancellationToken cancel)
    {
        var (settings, (headings, words, proposed)) = (CheckSettings.Of(check.Settings), await remember.Read(check.Kind, cancel));
        await using var content = Content(check);
        using var file = LedgerFile.Open(content, check.File);
        await judge.GiveBack(check.Kind, file, settings.Options(words), settings.Choices(headings, proposed), sheet, to, say, cancel);
    }

    /// <summary>The file's bytes. Refused when it was cleared away.</summary>
    internal Stream Content(ImportCheck check) => (inbox.Find(check.Digest, check.UserId) ?? throw new Refusal($"检查过的文件已不在，请重新上传")).Content();

    private async Task Forget(DateTime before, CancellationToken cancel)
    {
        var user = asker.UserId!.Value;
        if (!await db.Set<ImportCheck>().AnyAsync(c => c.UserId == user && c.At < before, cancel)) return;
        await db.BeginWrite(cancel);
        await db.Set<ImportCheck>().Where(c => c.UserId == user && c.At < before).ExecuteDeleteAsync(cancel);
    }
}
