using System.Collections.Frozen;

namespace Bridgehead;

/// <summary>
/// An industry of the national classification (GB/T 4754-2017): 20 sections, 97 divisions, 473 groups and their classes.
/// A project's industry follows what the project makes, not what its company does elsewhere.
/// </summary>
public sealed class Industry
{
    /// <summary>Divisions that count as services though their section does not (三次产业划分规定, National Bureau of Statistics, 2018).</summary>
    private static readonly FrozenSet<string> SupportDivisions = FrozenSet.ToFrozenSet(["05", "11", "43"]);

    private static readonly Industry[] Everything = Load();
    private static readonly FrozenDictionary<string, Industry> ByCode = Everything.ToFrozenDictionary(i => i.Code);
    private static readonly FrozenDictionary<string, Industry> ByName = Everything.OrderBy(i => i.Level).DistinctBy(i => Plain(i.Name)).ToFrozenDictionary(i => Plain(i.Name));

    private Industry(string code, string name, string? english, Industry? parent) => (Code, Name, EnglishName, Parent) = (code, name, english ?? parent?.EnglishName ?? name, parent);

    /// <summary>All of them in the order of the standard.</summary>
    public static IReadOnlyList<Industry> All => Everything;

    /// <summary>A letter for a section, then two, three or four digits: "C", "36", "361", "3612".</summary>
    public string Code { get; }

    /// <summary>Its Chinese name: "汽车制造业".</summary>
    public string Name { get; }

    /// <summary>Its English name; below the divisions, that of its division.</summary>
    public string EnglishName { get; }

    /// <summary>What it is part of; none for a section.</summary>
    public Industry? Parent { get; }

    /// <summary>How deep it stands.</summary>
    public IndustryLevel Level => char.IsAsciiLetter(Code[0]) ? IndustryLevel.Section : (IndustryLevel)(Code.Length - 1);

    /// <summary>The section it belongs to.</summary>
    public Industry Section => Parent?.Section ?? this;

    /// <summary>Primary (farming), secondary (mining, making, supplying, building) or tertiary (services).</summary>
    public Branch Branch => Level > IndustryLevel.Section && SupportDivisions.Contains(Code[..2]) ? Branch.Tertiary : Section.Code[0] switch
    {
        'A' => Branch.Primary,
        >= 'B' and <= 'E' => Branch.Secondary,
        _ => Branch.Tertiary,
    };

    /// <summary>An industry by its code, with or without the letter of its section before the digits: "36", "C36", "C3612". None when there is no such code.</summary>
    public static Industry? Find(string? code)
    {
        var plain = code?.Trim().ToUpperInvariant() ?? "";
        if (ByCode.TryGetValue(plain, out var industry)) return industry;
        return plain.Length > 2 && ByCode.TryGetValue(plain[1..], out industry) && industry.Section.Code == plain[..1] ? industry : null;
    }

    /// <summary>An industry by its full name, the widest where a name occurs at several levels; punctuation does not matter. None when there is no such name.</summary>
    public static Industry? Named(string? name) => name is not null && ByName.TryGetValue(Plain(name), out var industry) ? industry : null;

    /// <summary>Whether it is the other or a part of it.</summary>
    public bool IsWithin(Industry other) => this == other || Parent?.IsWithin(other) == true;

    /// <summary>Code and name: "C36 汽车制造业".</summary>
    public override string ToString() => $"{(Level == IndustryLevel.Section ? "" : Section.Code)}{Code} {Name}";

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit)]);

    private static Industry[] Load()
    {
        var known = new Dictionary<string, Industry>();
        var section = "";
        foreach (var cells in ReferenceTable.Read("industry"))
        {
            var code = cells[0];
            if (char.IsAsciiLetter(code[0])) section = code;
            var parent = char.IsAsciiLetter(code[0]) ? null : known[code.Length == 2 ? section : code[..^1]];
            known[code] = new Industry(code, cells[1], cells.ElementAtOrDefault(2), parent);
        }
        return [.. known.Values];
    }
}
