using System.Globalization;
using System.Xml.Linq;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>The text of an OFD page with the place of each letter, in millimetres from the upper left corner.</summary>
internal static class OfdPage
{
    private const int MostObjects = 5_000;

    /// <summary>The texts by the identity of their object.</summary>
    public static IEnumerable<(string Id, string Text)> Texts(XElement page) =>
        Objects(page, "TextObject").Select(o => (o.Attribute("ID")?.Value ?? "", string.Concat(o.Elements().Where(e => e.Name.LocalName == "TextCode").Select(e => e.Words()))));

    /// <summary>The runs of text.</summary>
    public static IEnumerable<TextRun> Runs(XElement page)
    {
        foreach (var text in Objects(page, "TextObject"))
            foreach (var (code, x, y) in Places(text))
                if (code.Trim().Length > 0) yield return new TextRun(x[0], y[0], Number(text, "Size", 3.175m), code);
    }

    /// <summary>Objects of a kind on the page, in the order they are painted.</summary>
    public static IEnumerable<XElement> Objects(XElement page, string kind) =>
        page.Child("Content")?.Descendants().Where(e => e.Name.LocalName == kind).Take(MostObjects) ?? [];

    /// <summary>Each piece of a text object with the place of every letter.</summary>
    public static IEnumerable<(string Text, decimal[] X, decimal[] Y)> Places(XElement text)
    {
        var box = Numbers(text.Attribute("Boundary")?.Value);
        if (box.Length < 2) yield break;
        foreach (var code in text.Elements().Where(e => e.Name.LocalName == "TextCode"))
        {
            var letters = code.Words();
            if (letters.Length is 0 or > 2_000) continue;
            yield return (letters, Along(box[0] + Number(code, "X", 0), code.Attribute("DeltaX")?.Value, letters.Length), Along(box[1] + Number(code, "Y", 0), code.Attribute("DeltaY")?.Value, letters.Length));
        }
    }

    /// <summary>The numbers of an attribute, separated by blanks.</summary>
    public static decimal[] Numbers(string? text) => text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).TakeWhile(n => n is not null).Select(n => n!.Value)];

    /// <summary>One number of an attribute.</summary>
    public static decimal Number(XElement element, string name, decimal otherwise) => Parse(element.Attribute(name)?.Value ?? "") ?? otherwise;

    // "g 10 6.5": ten steps of 6.5
    private static decimal[] Along(decimal from, string? steps, int count)
    {
        var places = new decimal[count];
        var (at, next, words, known) = (from, 0, (steps ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), 0m);
        var repeat = 0;
        for (var i = 0; i < count; i++)
        {
            places[i] = at;
            if (repeat == 0 && next < words.Length)
            {
                if (words[next] == "g" && next + 2 < words.Length && int.TryParse(words[next + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var times))
                {
                    (repeat, known, next) = (Math.Clamp(times, 0, 2_000), Parse(words[next + 2]) ?? 0, next + 3);
                }
                else
                {
                    (repeat, known, next) = (1, Parse(words[next]) ?? 0, next + 1);
                }
            }
            else if (repeat == 0 && words.Length != 1 && words.Length > 0)
            {
                known = 0;
            }
            at = Math.Clamp(at + (steps is null ? 0 : known), -10_000, 10_000);
            if (repeat > 0) repeat--;
        }
        return places;
    }

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > -10_000 and < 10_000 ? number : null;
}

/// <summary>A run of text at its place.</summary>
/// <param name="X">From the left edge.</param>
/// <param name="Y">From the upper edge, of the baseline.</param>
/// <param name="Size">The height of the letters, in the same unit.</param>
/// <param name="Text">The text.</param>
/// <param name="End">Where it ends; when it is not known, after as many letters.</param>
internal sealed record TextRun(decimal X, decimal Y, decimal Size, string Text, decimal? End = null);

/// <summary>Puts runs of text together to the rows a reader sees.</summary>
internal static class PageRows
{
    public static IReadOnlyList<string> Of(IReadOnlyCollection<TextRun> runs)
    {
        var rows = new List<List<TextRun>>();
        foreach (var run in runs.OrderBy(r => r.Y).ThenBy(r => r.X))
            if (rows.Count > 0 && Math.Abs(rows[^1][0].Y - run.Y) <= Math.Max(rows[^1][0].Size, run.Size) * 0.45m) rows[^1].Add(run);
            else rows.Add([run]);
        return [.. rows.Select(Joined).Where(r => r.Length > 0)];
    }

    private static string Joined(List<TextRun> row)
    {
        var text = new System.Text.StringBuilder();
        decimal? end = null;
        foreach (var run in row.OrderBy(r => r.X))
        {
            if (end is { } before && run.X - before > run.Size * 0.3m) text.Append(' ');
            text.Append(run.Text);
            end = run.End ?? run.X + run.Size * run.Text.Sum(c => c < 256 ? 0.5m : 1m);
        }
        return ReadText.Clean(text.ToString());
    }
}
