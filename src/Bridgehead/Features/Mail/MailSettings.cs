using System.Globalization;
using MailKit.Security;
using MimeKit;

namespace Bridgehead.Features.Mail;

/// <summary>The server that takes letters, and how they are signed; from the settings "mail:…" (environment BRIDGEHEAD_MAIL__HOST and so on). Without a host no letters are written.</summary>
/// <param name="Host">The server; null where there is none.</param>
/// <param name="Port">Its port: 587, 465 or 25 by the security, unless set.</param>
/// <param name="Security">starttls (default), tls, or none within a trusted network.</param>
/// <param name="User">Who signs in there; null for nobody.</param>
/// <param name="Password">That one's password.</param>
/// <param name="From">The sender.</param>
/// <param name="Site">Where readers find the site, ending with a slash; links in letters begin with it.</param>
/// <param name="Attach">Whether files go along; otherwise a letter leads to them, behind the sign-in.</param>
public sealed record MailSettings(string? Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From, Uri Site, bool Attach)
{
    /// <summary>Whether letters are written at all.</summary>
    public bool IsOn => Host is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">One of them cannot be; which, and what it should be.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var mail = settings.GetSection("mail");
        var host = mail["host"] is { Length: > 0 } named ? named : null;
        var security = (mail["security"] ?? "starttls").ToLowerInvariant() switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            var other => throw new FormatException($"\"mail:security\": {other} is none of starttls, tls, none."),
        };
        var standard = security switch { SecureSocketOptions.StartTls => 587, SecureSocketOptions.SslOnConnect => 465, _ => 25 };
        if (!int.TryParse(mail["port"] ?? standard.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            throw new FormatException($"\"mail:port\": {mail["port"]} is no port (1 to 65535).");
        if (!MailboxAddress.TryParse(mail["from"] ?? "bridgehead@localhost", out var from) || (host is not null && mail["from"] is null))
            throw new FormatException($"\"mail:from\": \"{mail["from"]}\" is no sender's address; set one, such as Bridgehead <bridgehead@example.gov.cn>.");
        if (!Uri.TryCreate((mail["site"] ?? "http://127.0.0.1:5080").TrimEnd('/') + "/", UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https") || (host is not null && mail["site"] is null))
            throw new FormatException($"\"mail:site\": \"{mail["site"]}\" is no address of the site; set what readers type, such as https://bridgehead.example.gov.cn.");
        return new MailSettings(host, port, security, mail["user"], mail["password"], from, site, mail["attach"] is "true" or "True" or "1");
    }
}
