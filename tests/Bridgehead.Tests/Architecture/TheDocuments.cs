using System.Text.RegularExpressions;
using Bridgehead.Features.Access;
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

    [Fact]
    public void Tell_who_may_do_what_as_it_is()
    {
        var lines = Read("docs/manual/权限.md").Split('\n');
        var head = Cells(lines.Single(l => l.StartsWith("| 权限 ", StringComparison.Ordinal)));
        var told = lines.SkipWhile(l => !l.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith('|')).Select(Cells)
            .ToDictionary(c => c[0], c => string.Join('、', head.Zip(c).Where(x => x.Second == "✓").Select(x => x.First)));
        var roles = Enum.GetValues<Role>().Where(r => Permission.All.Any(p => p != Permission.SignedIn && r.Grants(p))).ToList();
        Assert.Equal(Permission.All.Where(p => p != Permission.SignedIn).ToDictionary(Permission.About, p => string.Join('、', roles.Where(r => r.Grants(p)).Select(r => LabelAttribute.Of(r)))), told);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];

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
