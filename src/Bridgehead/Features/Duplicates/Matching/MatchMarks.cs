using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Duplicates;

/// <summary>
/// The marks a record carries in the search index so that those it might be a double of are found without looking at all: hashes of how its names sound,
/// of its investor, telephone numbers, address. Nobody can type one: each begins with a character that only separates in what is typed.
/// </summary>
public static class MatchMarks
{
    private const char Lead = '〉';

    /// <summary>The marks of a record; none for a kind that is not checked.</summary>
    public static IEnumerable<string> Of(ISearchable record) => record switch
    {
        Project project => Of(RecordFacts.Of(project)),
        Enterprise enterprise => Of(RecordFacts.Of(enterprise)),
        _ => [],
    };

    /// <summary>The marks of what is typed or stands.</summary>
    public static IReadOnlyList<string> Of(RecordFacts facts)
    {
        var marks = new List<string>(6);
        if (facts.Kind == RecordKind.Project)
        {
            foreach (var name in facts.Names) marks.Add(Mark('n', name.Sound));
            if (!facts.InvestorName.IsEmpty) marks.Add(Mark('i', facts.InvestorName.Core));
            foreach (var name in facts.Identity.Names) marks.Add(Mark('i', name.Core));
            if (facts.InvestorId is { } id) marks.Add(Mark('j', id.ToString()));
            foreach (var known in facts.Identity.Ids) marks.Add(Mark('j', known.ToString()));
            foreach (var phone in facts.Phones) marks.Add(Mark('t', phone));
        }
        else
        {
            foreach (var name in facts.Names) marks.Add(OfEnterpriseName(name));
            foreach (var phone in facts.Phones) marks.Add(Mark('f', phone));
            if (facts.Place.Length > 0) marks.Add(Mark('a', facts.Place));
            if (facts.Representative is { Length: > 0 } person)
                foreach (var name in facts.Names) marks.Add(Mark('r', person + name.Core[0]));
        }
        return [.. marks.Distinct()];
    }

    /// <summary>The mark of an enterprise's name.</summary>
    public static string OfEnterpriseName(MatchName name) => Mark('e', name.Sound);

    /// <summary>Whether a mark is one of a name.</summary>
    public static bool IsOfName(string mark) => mark[1] is 'n' or 'e';

    /// <summary>FNV-1a over the characters: the same on every machine.</summary>
    private static string Mark(char kind, string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = unchecked((hash ^ c) * 1099511628211UL);
        return string.Create(18, (kind, hash), static (mark, of) =>
        {
            (mark[0], mark[1]) = (Lead, of.kind);
            of.hash.TryFormat(mark[2..], out _, "x16", CultureInfo.InvariantCulture);
        });
    }
}
