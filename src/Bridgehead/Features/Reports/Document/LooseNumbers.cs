using System.Text.RegularExpressions;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Tells numbers that speak of facts from the digits that need no figure: years, dates and months, numbering at the head of a
/// paragraph, document numbers such as 〔2023〕1号, the numbers of articles, and class names such as 500强.
/// </summary>
public static partial class LooseNumbers
{
    /// <summary>The numbers in a text that need a figure, with their place.</summary>
    public static IEnumerable<(int At, string Number)> In(string text)
    {
        var free = Free().Matches(text).Select(match => (match.Index, End: match.Index + match.Length)).ToList();
        return Number().Matches(text)
            .Where(match => !free.Any(span => span.Index <= match.Index && match.Index + match.Length <= span.End))
            .Select(match => (match.Index, match.Value));
    }

    /// <summary>The text with a star for every number that needs a figure.</summary>
    public static string Star(string text)
    {
        foreach (var (at, number) in In(text).Reverse().ToList())
            text = string.Concat(text.AsSpan(0, at), BoundFigure.Star, text.AsSpan(at + number.Length));
        return text;
    }

    [GeneratedRegex(@"[0-9０-９]+(?:[.,．，][0-9０-９]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?:19|20)[0-9]{2}(?:[—\-－~至](?:19|20)[0-9]{2})?年(?:度)?(?:[0-9]{1,2}(?:[—\-－~至][0-9]{1,2})?月(?:份)?(?:[0-9]{1,2}(?:[—\-－~至][0-9]{1,2})?日)?)?"
        + @"|[0-9]{1,2}(?:[—\-－~至][0-9]{1,2})?月(?:份|[0-9]{1,2}日)|(?:^|[^0-9.])[1-9][0-9]?(?:[—\-－~至][0-9]{1,2})?月(?:[^0-9]|$)"
        + @"|^[0-9]{1,2}[.．、]|（[0-9]{1,2}）|〔(?:19|20)[0-9]{2}〕[0-9]+号|第[0-9]+(?:条|款|号)|[0-9]{1,3}强",
        RegexOptions.NonBacktracking)]
    private static partial Regex Free();
}
