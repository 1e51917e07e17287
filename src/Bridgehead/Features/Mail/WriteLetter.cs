using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Mail;

/// <summary>Writes letters to people who have confirmed an address; they are sent after the transaction that wrote them.</summary>
public sealed class WriteLetter(BridgeheadDb db, MailSettings settings, TimeProvider clock)
{
    /// <summary>Whether letters are written at all.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Writes a letter; nothing when the person has no confirmed address or there is no mail server.</summary>
    /// <param name="user">To whom.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="text">What it says; the link is added below.</param>
    /// <param name="path">The page it leads to, without the site.</param>
    /// <param name="about">What it tells of.</param>
    /// <param name="file">The file that may go along, where the settings let files out.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task To(Guid user, string subject, string text, string path, Guid? about = null, (string Digest, string Name)? file = null, CancellationToken cancel = default)
    {
        if (!settings.IsOn || await db.Set<MailAddress>().Where(a => a.UserId == user && a.Address != null).Select(a => a.Address).FirstOrDefaultAsync(cancel) is not { } to) return;
        var letter = new Letter(user, to, subject.Length > 250 ? subject[..250] : subject, $"{text}\n\n{new Uri(settings.Site, path.TrimStart('/'))}\n", clock.GetUtcNow().UtcDateTime) { AboutId = about };
        if (settings.Attach && file is { } sent) (letter.FileDigest, letter.FileName) = sent;
        db.Add(letter);
        await db.SaveChangesAsync(cancel);
    }
}
