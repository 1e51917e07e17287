using System.Security.Cryptography;
using System.Text;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Headings that a person paired with columns before: for the very same table first, then for any table of the unit.</summary>
/// <param name="ByTable">By signature of the heading and text of one column's heading, the column's key; empty for a column left out.</param>
/// <param name="Anywhere">By text of the heading alone.</param>
public sealed record RememberedHeadings(IReadOnlyDictionary<(string Signature, string Heading), string> ByTable, IReadOnlyDictionary<string, string> Anywhere)
{
    /// <summary>Nothing remembered.</summary>
    public static RememberedHeadings None { get; } = new(new Dictionary<(string, string), string>(), new Dictionary<string, string>());

    /// <summary>Only headings, whatever table they stand in.</summary>
    public static RememberedHeadings Only(IReadOnlyDictionary<string, string> headings) => None with { Anywhere = headings };

    /// <summary>The key remembered for a heading; null when none is.</summary>
    public string? KeyOf(string signature, string heading) => ByTable.TryGetValue((signature, heading), out var key) || Anywhere.TryGetValue(heading, out key) ? key : null;

    /// <summary>What tables with the same headings in the same order share: 32 hexadecimal digits.</summary>
    public static string Signature(IEnumerable<SheetHeading> headings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings.Select(heading => HeaderText.Of(heading.Text).Plain)))))[..32];
}
