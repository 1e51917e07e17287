namespace Bridgehead.Features.Duplicates;

/// <summary>
/// The telephone numbers of a record that is checked while it is typed. They come in a header of their own: an address is written down on its way, and a personal
/// number does not belong there (GB/T 35273, 6.3).
/// </summary>
public static class TypedPhones
{
    /// <summary>The header, its value percent-encoded.</summary>
    public const string Header = "Typed-Phones";

    private const int Longest = 1_000;

    /// <summary>The text; null for none or one too long to be telephone numbers.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= Longest } text] ? Uri.UnescapeDataString(text) : null;
}
