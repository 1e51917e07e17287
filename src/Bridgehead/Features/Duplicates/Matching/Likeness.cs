using System.Numerics;

namespace Bridgehead.Features.Duplicates;

/// <summary>
/// How alike two names are: the share of the longer one that stays when one is turned into the other by the fewest insertions, deletions and
/// replacements of a character (edit distance after Levenshtein). Of twenty characters three may differ at 85 per cent.
/// </summary>
public static class Likeness
{
    private const int Longest = 256;

    /// <summary>Whether two names are at least so alike.</summary>
    /// <param name="one">A name as it is compared.</param>
    /// <param name="other">The other.</param>
    /// <param name="percent">0 to 100.</param>
    public static bool AtLeast(string one, string other, int percent)
    {
        var longer = Math.Max(one.Length, other.Length);
        if (longer == 0) return false;
        var most = longer * (100 - percent) / 100;
        return Math.Abs(one.Length - other.Length) <= most && Distance(one, other) <= most;
    }

    /// <summary>How alike, in whole per cent, rounded down.</summary>
    public static int Percent(string one, string other)
    {
        var longer = Math.Max(one.Length, other.Length);
        return longer == 0 ? 0 : (longer - Distance(one, other)) * 100 / longer;
    }

    /// <summary>The characters of a name as a set of 64 bits: what is in one set and not in the other needs a change each.</summary>
    public static ulong Signature(string name)
    {
        var bits = 0UL;
        foreach (var c in name) bits |= 1UL << (c & 63);
        return bits;
    }

    /// <summary>Whether two names can be so alike at all, told from their lengths and signatures alone.</summary>
    public static bool MayBe(int length, ulong signature, int otherLength, ulong otherSignature, int percent)
    {
        var longer = Math.Max(length, otherLength);
        var most = longer * (100 - percent) / 100;
        return Math.Abs(length - otherLength) <= most && BitOperations.PopCount(signature & ~otherSignature) <= most && BitOperations.PopCount(otherSignature & ~signature) <= most;
    }

    private static int Distance(string one, string other)
    {
        var a = one.AsSpan(0, Math.Min(one.Length, Longest));
        var b = other.AsSpan(0, Math.Min(other.Length, Longest));
        // what both begin and end with costs nothing, and of the names of one investor it is nearly all
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        var alike = 0;
        while (alike < Math.Min(a.Length, b.Length) && a[^(alike + 1)] == b[^(alike + 1)]) alike++;
        a = a[..^alike];
        b = b[..^alike];
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
