using System.Collections.Frozen;
using System.Globalization;

namespace Bridgehead;

/// <summary>
/// An administrative division by its GB/T 2260 code, from province to county, as of January 2025. Special districts of a single city
/// (development zones and the like) have no code of their own in the standard.
/// </summary>
public sealed class Division
{
    private static readonly Division[] Everything = Load();
    private static readonly FrozenDictionary<string, Division> ByCode = Everything.ToFrozenDictionary(d => d.Code);
    private static readonly ILookup<string, Division> ByName = Everything
        .SelectMany(d => new[] { d.Name, d.ShortName, d.FullName }.Distinct().Select(name => (name, d))).ToLookup(pair => pair.name, pair => pair.d);

    private Division(string[] cells, Division? parent)
    {
        (Code, Name, Parent) = (cells[0].PadRight(6, '0'), cells[1], parent);
        ShortName = cells[2].Length > 0 ? cells[2] : cells[1];
        Pinyin = cells[3];
        EnglishName = cells.ElementAtOrDefault(4) ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Pinyin.Replace(" ", "", StringComparison.Ordinal).Replace('v', 'ü'));
    }

    /// <summary>All of them by code.</summary>
    public static IReadOnlyList<Division> All => Everything;

    /// <summary>The six digits: "511402".</summary>
    public string Code { get; }

    /// <summary>Its name: "东坡区".</summary>
    public string Name { get; }

    /// <summary>Its name in speech: "东坡".</summary>
    public string ShortName { get; }

    /// <summary>The syllables of its short name: "dong po".</summary>
    public string Pinyin { get; }

    /// <summary>Its name in English, without the kind: "Dongpo".</summary>
    public string EnglishName { get; }

    /// <summary>The division above; none for a province. A municipality's districts stand directly under it.</summary>
    public Division? Parent { get; }

    /// <summary>Names from the province down: "四川省眉山市东坡区".</summary>
    public string FullName => Parent?.FullName + Name;

    /// <summary>Province, prefecture or county.</summary>
    public DivisionLevel Level => Code.EndsWith("0000", StringComparison.Ordinal) ? DivisionLevel.Province : Code.EndsWith("00", StringComparison.Ordinal) ? DivisionLevel.Prefecture : DivisionLevel.County;

    /// <summary>A division by its code of two, four or six digits. None when there is no such code.</summary>
    public static Division? Find(string? code) =>
        code?.Trim() is { Length: 2 or 4 or 6 } digits && ByCode.TryGetValue(digits.PadRight(6, '0'), out var division) ? division : null;

    /// <summary>Divisions of a name, in full, as written or as spoken: "四川省眉山市", "眉山市", "眉山"; the higher level first. Many counties share a name.</summary>
    public static IReadOnlyList<Division> Named(string? name) =>
        name is null ? [] : [.. ByName[new string([.. name.Where(c => !char.IsWhiteSpace(c))])].OrderBy(d => d.Level).ThenBy(d => d.Code, StringComparer.Ordinal)];

    /// <summary>Whether it is the other or lies in it.</summary>
    public bool IsWithin(Division other) => this == other || Parent?.IsWithin(other) == true;

    /// <summary>The full name.</summary>
    public override string ToString() => FullName;

    private static Division[] Load()
    {
        var known = new Dictionary<string, Division>();
        foreach (var cells in ReferenceTable.Read("divisions").OrderBy(cells => cells[0].Length))
        {
            var code = cells[0];
            var parent = code.Length == 2 ? null : known.GetValueOrDefault(code[..^2]) ?? known[code[..2]];
            known[code] = new Division(cells, parent);
        }
        return [.. known.Values.OrderBy(d => d.Code, StringComparer.Ordinal)];
    }
}
