namespace Bridgehead.Features.Access;

/// <summary>
/// The cookies' names and transport: "__Host-" and Secure behind HTTPS; plain on a loopback address, where browsers would not keep a secure cookie.
/// The setting "https" decides; without it, everything but demo mode and plain loopback addresses without a proxy before them is HTTPS.
/// </summary>
public sealed class CookieNames
{
    /// <summary>Whether cookies travel over HTTPS only.</summary>
    public bool Https { get; set; }
    /// <summary>The name of the session cookie.</summary>
    public string Session => Https ? "__Host-bridgehead" : "bridgehead";
    /// <summary>The name of the anti-forgery cookie.</summary>
    public string Forgery => Https ? "__Host-bridgehead-form" : "bridgehead-form";
    /// <summary>The transport rule.</summary>
    public CookieSecurePolicy Secure => Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
