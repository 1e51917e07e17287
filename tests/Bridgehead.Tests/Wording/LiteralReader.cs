using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Wording;

/// <summary>Finds the texts of a C# file, those inside the holes of others included; comments and characters are passed over.</summary>
public sealed partial class LiteralReader(string source)
{
    private readonly List<Literal> found = [];

    /// <summary>Every text of a C# file, by where it begins.</summary>
    public static IReadOnlyList<Literal> Read(string source)
    {
        var reader = new LiteralReader(source);
        reader.Code(0, inHole: false);
        return [.. reader.found.OrderBy(l => l.Start)];
    }

    /// <summary>The text that begins at a place, and those within it.</summary>
    public static IReadOnlyList<Literal> ReadAt(string source, int start)
    {
        var reader = new LiteralReader(source);
        reader.Text(Opening().Match(source, start));
        return reader.found;
    }

    private int Code(int at, bool inHole)
    {
        var depth = 0;
        while (at < source.Length)
        {
            var letter = source[at];
            if (letter == '/' && Follows(at, "//")) at = After("\n", at);
            else if (letter == '/' && Follows(at, "/*")) at = After("*/", at);
            else if (letter == '\'' && Character().Match(source, at) is { Success: true, Index: var i } character && i == at) at += character.Length;
            else if (letter is '"' or '$' or '@' && Opening().Match(source, at) is { Success: true } opening && opening.Index == at) at = Text(opening);
            else
            {
                if (inHole && depth == 0 && (letter is '}' or ',' or ':')) return at;
                if (letter is '(' or '[' or '{') depth++;
                if (letter is ')' or ']' or '}') depth--;
                at++;
            }
        }
        return at;
    }

    private int Text(Match opening)
    {
        var quotes = opening.Groups["quotes"].Value;
        var sign = opening.Groups["sign"].Value;
        var (isRaw, isVerbatim, holes) = (quotes.Length >= 3, sign.Contains('@', StringComparison.Ordinal), sign.Count(c => c == '$'));
        var text = new StringBuilder();
        var (at, hole) = (opening.Index + opening.Length, 0);
        while (at < source.Length)
        {
            if (Follows(at, quotes) && !(isVerbatim && Follows(at, "\"\""))) break;
            if (isVerbatim && Follows(at, "\"\"")) (text, at) = (text.Append('"'), at + 2);
            else if (!isRaw && !isVerbatim && source[at] == '\\') at = Escape(text, at);
            else if (holes > 0 && !isRaw && (Follows(at, "{{") || Follows(at, "}}"))) (text, at) = (text.Append(source, at, 2), at + 2);
            else if (holes > 0 && Follows(at, new string('{', holes))) at = Hole(text, at + holes, hole++, holes);
            else text.Append(source[at++]);
        }
        var end = Math.Min(at + quotes.Length, source.Length);
        found.Add(new Literal(opening.Index, end, holes > 0, text.ToString()));
        return end;
    }

    private int Hole(StringBuilder text, int at, int number, int braces)
    {
        var end = Code(at, inHole: true);
        var close = source.IndexOf('}', end);
        text.Append(CultureInfo.InvariantCulture, $"{{{number}").Append(source, end, close - end).Append('}');
        return close + braces;
    }

    private int Escape(StringBuilder text, int at)
    {
        var length = source[at + 1] == 'u' ? 6 : 2;
        text.Append(Regex.Unescape(source.Substring(at, length)));
        return at + length;
    }

    private bool Follows(int at, string what) => string.CompareOrdinal(source, at, what, 0, what.Length) == 0;

    private int After(string what, int at) => source.IndexOf(what, at + 1, StringComparison.Ordinal) is >= 0 and var end ? end + what.Length : source.Length;

    [GeneratedRegex("""(?<sign>[$@]*)(?<quotes>"{3,}|")""")]
    private static partial Regex Opening();

    [GeneratedRegex("""'(\\[^']+|\\'|[^'\\])'""")]
    private static partial Regex Character();
}
