using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Bridgehead.Features.Mail;

/// <summary>
/// Hands waiting letters to the mail server, on whichever node comes first; a lease says who does. What the server does not take is tried again after 1, 5, 25 minutes, 2 and 10
/// hours, then given up with what it said. A letter done with keeps its outcome for 90 days, and no text.
/// </summary>
public sealed partial class SendLetters(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<SendLetters> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(25), TimeSpan.FromHours(2), TimeSpan.FromHours(10)];
    private readonly string node = Guid.NewGuid().ToString("N");

    /// <summary>Hands over one letter that is due. False when there is none.</summary>
    public async Task<bool> Step(CancellationToken cancel = default)
    {
        if (!settings.IsOn) return false;
        await using var services = scopes.CreateAsyncScope();
        var with = services.ServiceProvider;
        var db = with.GetRequiredService<BridgeheadDb>();
        if (await Claim(db, cancel) is not { } letter) return false;
        with.GetRequiredService<Asker>().BecomesOperator();
        var work = with.GetRequiredService<UnitOfWork>();
        work.Subject = letter.Id;
        var why = await Handed(letter, with.GetRequiredService<AttachmentStore>(), cancel);
        await db.BeginWrite(cancel);
        await Finish(db, letter, why, cancel);
        work.Reason = why;
        await work.Commit("mail.send", why is null ? AuditResult.Done : AuditResult.Failed, cancel);
        return true;
    }

    /// <summary>Forgets letters that were done with 90 days ago.</summary>
    public async Task Forget(CancellationToken cancel = default)
    {
        await using var services = scopes.CreateAsyncScope();
        var (db, before) = (services.ServiceProvider.GetRequiredService<BridgeheadDb>(), clock.GetUtcNow().UtcDateTime.AddDays(-90));
        if (!await db.Set<Letter>().AnyAsync(l => l.At < before, cancel)) return;
        services.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await db.BeginWrite(cancel);
        await db.Set<Letter>().Where(l => l.At < before).ExecuteDeleteAsync(cancel);
        await services.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("mail.forget", cancel: cancel);
    }

    private async Task<Letter?> Claim(BridgeheadDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<Letter>().AsNoTracking().Where(l => (l.State == LetterState.Waiting || l.State == LetterState.Sending) && l.NextAt <= now).OrderBy(l => l.NextAt).FirstOrDefaultAsync(cancel);
        if (open is null) return null;
        var (until, attempts) = (now + Lease, open.Attempts + 1);
        // a lease is a moment before which nobody else comes: the letter's next turn
        var taken = await db.Set<Letter>().Where(l => l.Id == open.Id && l.Attempts == open.Attempts && l.NextAt == open.NextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Sending).SetProperty(l => l.Node, node).SetProperty(l => l.NextAt, until).SetProperty(l => l.Attempts, attempts), cancel);
        open.Attempts = attempts;
        return taken == 1 ? open : null;
    }

    private async Task<string?> Handed(Letter letter, AttachmentStore store, CancellationToken cancel)
    {
        try
        {
            using var message = new MimeMessage();
            message.MessageId = $"{letter.Id:N}@{settings.Site.Host}";
            message.From.Add(settings.From);
            message.To.Add(MailboxAddress.Parse(letter.To));
            message.Subject = letter.Subject;
            message.Date = letter.At;
            message.Headers.Add("Auto-Submitted", "auto-generated");
            var body = new BodyBuilder { TextBody = letter.Text };
            if (letter.FileDigest is { } digest)
                await using (var file = store.Open(digest)) await body.Attachments.AddAsync(letter.FileName!, file, cancel);
            message.Body = body.ToMessageBody();
            using var client = new SmtpClient { Timeout = 30_000 };
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, cancel);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            await client.SendAsync(message, cancel);
            await client.DisconnectAsync(true, cancel);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
            var said = failure.Message.ReplaceLineEndings(" ");
            return said.Length > 400 ? said[..400] : said;
        }
    }

    private Task<int> Finish(BridgeheadDb db, Letter letter, string? why, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = why is null ? LetterState.Sent : letter.Attempts >= Letter.Tries ? LetterState.Failed : LetterState.Waiting;
        var (next, done, text) = state == LetterState.Waiting ? (now + Waits[letter.Attempts - 1], (DateTime?)null, letter.Text) : (now, now, "");
        return db.Set<Letter>().Where(l => l.Id == letter.Id && l.Node == node && l.State == LetterState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state).SetProperty(l => l.NextAt, next).SetProperty(l => l.DoneAt, done).SetProperty(l => l.Text, text).SetProperty(l => l.Why, why), cancel);
    }

    [LoggerMessage(LogLevel.Warning, "The mail server did not take a letter; it is tried again, six times at most.")]
    private static partial void Failed(ILogger logger, Exception failure);
}

/// <summary>Looks every half minute whether letters wait.</summary>
internal sealed class LetterClock(SendLetters send, ILogger<LetterClock> log) : Beat(TimeSpan.FromSeconds(30), log)
{
    protected override async Task Look(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await send.Step(stop))
        {
        }
        await send.Forget(stop);
    }
}
