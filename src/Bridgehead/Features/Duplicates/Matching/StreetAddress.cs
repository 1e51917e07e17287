namespace Bridgehead.Features.Duplicates;

/// <summary>An address as it is compared: street and house number, without the region before and the floor after them.</summary>
public static class StreetAddress
{
    private static readonly char[] RegionEnds = ['区', '县', '市'];

    /// <summary>The street with its number; empty when it says no house number.</summary>
    public static string Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return "";
        var plain = string.Concat(MatchName.Folded(address).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var number = plain.IndexOf('号', StringComparison.Ordinal);
        if (number < 3 || !char.IsAsciiDigit(plain[number - 1])) return "";
        var street = plain[..(number + 1)];
        var region = street.LastIndexOfAny(RegionEnds, Math.Max(0, number - 3));
        return region >= 0 && street.Length - region > 4 ? street[(region + 1)..] : street;
    }
}
