using System.Text;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Lays two reports side by side. Numbers are the same where their bindings are, of another year where the years of the reports differ;
/// sentences are the same where their words are, whatever their numbers and years.
/// </summary>
public static class CompareReports
{
    private const int Words = 14;

    /// <summary>The differences from an older report to a newer one.</summary>
    public static ReportDifference Run(WorkReport before, WorkReport after) => new(Numbers(before, after), [.. Sentences(before, after)]);

    private static List<NumberDifference> Numbers(WorkReport before, WorkReport after)
    {
        var shift = after.From.Year - before.From.Year;
        var old = new Dictionary<string, BoundFigure>();
        foreach (var (figure, _) in Told(before)) old.TryAdd(figure.Key.InYear(figure.Key.From.Year + shift).Text, figure);
        var told = new HashSet<string>();
        var found = new List<NumberDifference>();
        foreach (var (figure, context) in Told(after))
        {
            // the same number may be told twice; it is compared once. Months may differ: a full year is laid beside the year so far
            if (!told.Add(figure.Key.Text)) continue;
            var same = old.GetValueOrDefault(figure.Key.Text) ?? old.Values.FirstOrDefault(other => SameBut(other, figure, shift));
            found.Add(same is null ? new NumberDifference(DifferenceKind.Added, null, figure, context)
                : new NumberDifference(same.Value == figure.Value && same.Display == figure.Display ? DifferenceKind.Same : DifferenceKind.Changed, same, figure, context));
        }
        var matched = found.Select(difference => difference.Before).OfType<BoundFigure>().ToHashSet();
        found.AddRange(Told(before).Where(one => old.ContainsValue(one.Figure) && !matched.Contains(one.Figure)).DistinctBy(one => one.Figure.Key.Text)
            .Select(one => new NumberDifference(DifferenceKind.Removed, one.Figure, null, one.Context)));
        return found;
    }

    private static bool SameBut(BoundFigure old, BoundFigure now, int shift) =>
        old.Key with { To = default } == now.Key with { To = default, From = now.Key.From.AddYears(-shift) } && old.Key.From.Month == 1 && old.Key.To.Year + shift == now.Key.To.Year;

    private static IEnumerable<(BoundFigure Figure, string Context)> Told(WorkReport report)
    {
        var words = new StringBuilder();
        foreach (var block in report.Parts.SelectMany(part => part.Blocks).Prepend(report.Opening))
        {
            words.Clear();
            foreach (var run in block.Runs)
            {
                if (run is BoundFigure figure)
                {
                    var text = words.ToString();
                    yield return (figure, text.Length > Words ? text[^Words..] : text);
                }
                words.Append(run.Text);
            }
        }
    }

    private static IEnumerable<SentenceDifference> Sentences(WorkReport before, WorkReport after)
    {
        for (var part = 0; part <= 4; part++)
        {
            var (old, now) = (Of(before, part), Of(after, part));
            foreach (var (left, right) in Aligned(old, now))
                yield return new SentenceDifference(part, left is null ? DifferenceKind.Added : right is null ? DifferenceKind.Removed : left.Text == right.Text ? DifferenceKind.Same : DifferenceKind.Changed, left?.Text ?? "", right?.Text ?? "");
        }
    }

    private static List<Sentence> Of(WorkReport report, int part)
    {
        IEnumerable<Block> blocks = part == 0 ? [report.Opening] : report.Parts[part - 1].Blocks;
        return [.. blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => paragraph.Sentences.Select(sentence => new Sentence(sentence.ToString(), Shape(sentence))),
            SectionHeading heading => [new Sentence(heading.Title, heading.Title)],
            _ => [],
        })];
    }

    /// <summary>The words of a sentence without its numbers and years.</summary>
    private static string Shape(Phrase sentence) =>
        new([.. string.Concat(sentence.Select(run => run is BoundFigure or FactRun ? "*" : run.Text)).Where(c => !char.IsDigit(c))]);

    /// <summary>The longest common run of sentences of one shape; between two of them, what is left is paired by likeness.</summary>
    private static IEnumerable<(Sentence? Old, Sentence? Now)> Aligned(List<Sentence> old, List<Sentence> now)
    {
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = old[i].Shape == now[j].Shape ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var (gone, come, a, b) = (new List<Sentence>(), new List<Sentence>(), 0, 0);
        while (a < old.Count || b < now.Count)
        {
            if (a < old.Count && b < now.Count && old[a].Shape == now[b].Shape)
            {
                foreach (var pair in Paired(gone, come)) yield return pair;
                yield return (old[a++], now[b++]);
            }
            else if (b >= now.Count || (a < old.Count && longest[a + 1, b] >= longest[a, b + 1])) gone.Add(old[a++]);
            else come.Add(now[b++]);
        }
        foreach (var pair in Paired(gone, come)) yield return pair;
    }

    private static List<(Sentence? Old, Sentence? Now)> Paired(List<Sentence> gone, List<Sentence> come)
    {
        var pairs = new List<(Sentence?, Sentence?)>();
        foreach (var now in come)
        {
            var alike = gone.MaxBy(old => Likeness(old.Shape, now.Shape));
            if (alike is not null && Likeness(alike.Shape, now.Shape) >= 0.5m) gone.Remove(alike);
            else alike = null;
            pairs.Add((alike, now));
        }
        pairs.AddRange(gone.Select(old => ((Sentence?)old, (Sentence?)null)));
        gone.Clear();
        come.Clear();
        return pairs;
    }

    /// <summary>The share of pairs of characters that two texts have in common.</summary>
    private static decimal Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2) return one == other ? 1 : 0;
        var pairs = Pairs(one).ToHashSet();
        var common = Pairs(other).Distinct().Count(pairs.Contains);
        return 2m * common / (pairs.Count + Pairs(other).Distinct().Count());
    }

    private static IEnumerable<(char, char)> Pairs(string text) => Enumerable.Range(0, text.Length - 1).Select(at => (text[at], text[at + 1]));

    private sealed record Sentence(string Text, string Shape);
}
