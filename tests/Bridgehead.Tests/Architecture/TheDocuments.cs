using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Architecture;

public sealed partial class TheDocuments
{
    [Fact]
    public void Say_the_same_in_both_languages()
    {
        var (english, chinese) = (Read("README.md"), Read("README.zh-CN.md"));
        var headings = Shape(english);
        Assert.True(headings.Count > 6, "no headings found");
        Assert.Equal(headings, Shape(chinese));
        Assert.Equal(Pictures(english), Pictures(chinese));
        Assert.Equal(Commands(english), Commands(chinese));
    }

    [Fact]
    public void Link_to_pages_that_are_there()
    {
        var links = Directory.EnumerateFiles(Sources.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Sources.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .SelectMany(f => Link().Matches(File.ReadAllText(f)).Select(m => (File: f, To: m.Groups[1].Value))).ToList();
        Assert.True(links.Count > 20, $"only {links.Count} links found");
        Assert.Empty(links.Where(l => !Path.Exists(Path.Combine(Path.GetDirectoryName(l.File)!, Uri.UnescapeDataString(l.To)))).Select(l => $"{l.File} → {l.To}"));
    }

    [Fact]
    public void Give_each_decision_its_problem_decision_and_consequences()
    {
        var decisions = Directory.GetFiles(Path.Combine(Sources.Root, "docs", "decisions"), "*.md");
        Assert.True(decisions.Length >= 9);
        Assert.DoesNotContain(decisions, d => !new[] { "**Problem.**", "**Decision.**", "**Consequences.**" }.All(File.ReadAllText(d).Contains));
    }

    [Fact]
    public void Name_every_verb_of_the_command_line()
    {
        var verbs = Sources.Files("Verb.cs").SelectMany(f => Verb().Matches(Sources.Text(f)).Take(1)).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains("verify", verbs);
        var manual = Read("docs/manual/命令行.md");
        Assert.DoesNotContain(verbs, v => !Regex.IsMatch(manual, $@"`(\w+ )?{v}\b"));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file));

    private static List<int> Shape(string text) => [.. Heading().Matches(text).Select(m => m.Groups[1].Length)];

    private static List<string> Pictures(string text) => [.. Picture().Matches(text).Select(m => m.Groups[1].Value)];

    private static List<string> Commands(string text) => [.. Code().Matches(text).Select(m => m.Groups[1].Value).Where(c => c.All(char.IsAsciiLetterLower)).Distinct()];

    [GeneratedRegex("^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("""new(?: Command)?\("([a-z]+)", "[^"]*[\u3400-\u9fff]""")]
    private static partial Regex Verb();
}
