using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Wording;

/// <summary>A word or sentence people see, and where it stands.</summary>
/// <param name="Chinese">The Chinese, holes numbered.</param>
/// <param name="Place">File and line.</param>
public sealed partial record ScreenWord(string Chinese, string Place)
{
    // what these write is Chinese for everyone: official documents, the fictional city, lines of a terminal; their refusals are for people
    private static readonly string[] ChineseByNature = ["Features/Reports/", "Features/Demo/", "Commands/"];

    /// <summary>Every word on screen in a C# file.</summary>
    public static IEnumerable<ScreenWord> InCode(string file, string source) =>
        from literal in LiteralReader.Read(source)
        where literal.IsChinese && IsShown(literal, source, file)
        select new ScreenWord(literal.Format, At(file, source, literal.Start));

    /// <summary>Every word on screen in a page: each Chinese text in its code.</summary>
    public static IEnumerable<ScreenWord> InPage(string file, string source)
    {
        var page = WithoutComments(source);
        return from literal in TextsOf(page)
               where literal.IsChinese && literal.Format != "中文"
               select new ScreenWord(literal.Format, At(file, page, literal.Start));
    }

    /// <summary>Chinese that stands in a page outside its code, so that nobody can read it in English.</summary>
    public static IEnumerable<ScreenWord> BareInPage(string file, string source)
    {
        var page = WithoutComments(source).ToCharArray();
        foreach (var text in TextsOf(new string(page))) Array.Fill(page, '"', text.Start, text.End - text.Start);
        var bare = new string(page);
        return BareChinese().Matches(bare).Select(m => new ScreenWord(m.Value, At(file, bare, m.Index)));
    }

    private static IEnumerable<Literal> TextsOf(string page)
    {
        var end = 0;
        foreach (var start in TextInPage().Matches(page).Select(m => m.Index))
        {
            if (start < end) continue;
            foreach (var literal in LiteralReader.ReadAt(page, start).OrderBy(l => l.Start))
            {
                yield return literal;
                end = Math.Max(end, literal.End);
            }
        }
    }

    private static bool IsShown(Literal literal, string source, string file)
    {
        var before = source[Math.Max(0, literal.Start - 200)..literal.Start];
        if (Said().IsMatch(before)) return true;
        if (!literal.IsInterpolated || before.EndsWith("InvariantCulture, ", StringComparison.Ordinal)) return false;
        return !ChineseByNature.Any(f => file.StartsWith(f, StringComparison.Ordinal)) || Refused().IsMatch(before);
    }

    private static string WithoutComments(string page) => PageComment().Replace(page, m => Blank(m.Value));

    private static string Blank(string text) => new([.. text.Select(c => c == '\n' ? '\n' : ' ')]);

    private static string At(string file, string source, int index) => $"{file}:{source.AsSpan(0, index).Count('\n') + 1}";

    [GeneratedRegex("""(\b(T|words|Words)\[([^\]"]*\? ("[^"]*" : )?)?|\[Label\(|ErrorMessage = |AddCheck\(|\.Says\((?:"[^"]*", )?|new ImportColumn\("[\w-]+", )$""")]
    private static partial Regex Said();

    [GeneratedRegex("""(Refusal\w*(\.\w+)?\(|words\.Say\()[^;]*$""")]
    private static partial Regex Refused();

    [GeneratedRegex("@\\*.*?\\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex PageComment();

    // an attribute's value follows its equals sign at once and is no text of the code
    [GeneratedRegex("""\$"|(?<=[\[(,{ ?:]\s?)"(?=[^"<>\n]*[\u3400-\u9fff])""")]
    private static partial Regex TextInPage();

    [GeneratedRegex("[\u3400-\u9fff]+")]
    private static partial Regex BareChinese();
}
