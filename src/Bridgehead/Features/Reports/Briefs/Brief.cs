namespace Bridgehead.Features.Reports.Briefs;

/// <summary>A number at the head of a brief.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number as it is printed, with its unit; a dash when it is not known.</param>
/// <param name="Address">The page it opens on; null for none.</param>
public sealed record BriefFigure(string Label, string Value, string? Address = null);

/// <summary>A stage on the way.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">passed, now or ahead.</param>
public sealed record BriefStage(string Name, BriefStageState State);

/// <summary>Where a stage lies.</summary>
public enum BriefStageState
{
    /// <summary>Behind.</summary>
    [Label("已过")] Passed,
    /// <summary>Here.</summary>
    [Label("现在")] Now,
    /// <summary>Ahead.</summary>
    [Label("未到")] Ahead,
}

/// <summary>A section of a brief.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Lines">Its lines, the most important first.</param>
public sealed record BriefSection(string Heading, IReadOnlyList<string> Lines);

/// <summary>What a leader needs to know of one project, enterprise or unit, on one page of A4.</summary>
/// <param name="Title">The name.</param>
/// <param name="Subtitle">What stands below it.</param>
/// <param name="Figures">The few numbers, at most five.</param>
/// <param name="Way">The stages; empty for what has none.</param>
/// <param name="Sections">What is said, fitted to the page.</param>
/// <param name="Foot">Where it comes from and as of when.</param>
/// <param name="Address">The page of the record itself.</param>
public sealed record Brief(string Title, string Subtitle, IReadOnlyList<BriefFigure> Figures, IReadOnlyList<BriefStage> Way, IReadOnlyList<BriefSection> Sections, string Foot, string Address)
{
    /// <summary>Characters of 五号 in a line of 170 mm.</summary>
    public const int Line = 44;

    /// <summary>Lines of text the page takes below the figures and the way.</summary>
    public const int Lines = 29;

    /// <summary>The longest a single line of a section may run, in printed lines.</summary>
    private const int LongestLine = 3;

    /// <summary>The same brief on one page: long lines are cut, and of the longest section the last lines give way and are counted.</summary>
    public Brief Fitted(Words words)
    {
        var sections = Sections.Where(s => s.Lines.Count > 0).Select(s => (s.Heading, Lines: s.Lines.Select(Cut).ToList(), Left: 0)).ToList();
        while (sections.Sum(s => 1 + s.Lines.Sum(Printed) + (s.Left > 0 ? 1 : 0)) > Lines)
        {
            var at = Enumerable.Range(0, sections.Count).Where(i => sections[i].Lines.Count > 1).MaxBy(i => sections[i].Lines.Sum(Printed));
            if (sections[at].Lines.Count <= 1) break;
            sections[at].Lines.RemoveAt(sections[at].Lines.Count - 1);
            sections[at] = sections[at] with { Left = sections[at].Left + 1 };
        }
        return this with { Sections = [.. sections.Select(s => new BriefSection(s.Heading, s.Left == 0 ? s.Lines : [.. s.Lines, words.Say($"另有{s.Left}条，见系统")]))] };
    }

    /// <summary>How many lines a text takes in print.</summary>
    public static int Printed(string text) => Math.Max(1, (int)Math.Ceiling(TitleLines.Width(text) / Line));

    private static string Cut(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Printed(plain) <= LongestLine) return plain;
        var (width, end) = (0.0, 0);
        while (end < plain.Length && width < Line * LongestLine - 3) width += TitleLines.Width(plain[end++].ToString());
        return plain[..end] + "…";
    }
}
