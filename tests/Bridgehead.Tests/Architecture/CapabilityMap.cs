using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Architecture;

/// <summary>The map of who uses whom, as drawn in the two READMEs and as it is in the code.</summary>
public sealed partial class CapabilityMap
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Is_drawn_as_it_is(string readme)
    {
        var real = InCode();
        Assert.Contains("Reports --> Ledger", real);
        var text = File.ReadAllText(Path.Combine(Sources.Root, readme));
        var map = Map().Match(text);
        Assert.True(map.Success, $"{readme} has no map between its capabilities marks");
        var drawn = Arrow().Matches(map.Value).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}").ToHashSet();
        Assert.True(real.SetEquals(drawn), $"{readme} should draw:\n    {string.Join("\n    ", real.Order(StringComparer.Ordinal))}\n"
            + $"missing: {string.Join(", ", real.Except(drawn))}; not so in the code: {string.Join(", ", drawn.Except(real))}");
    }

    [Fact]
    public void Has_no_capability_that_knows_the_demo()
    {
        var real = InCode();
        Assert.NotEmpty(real);
        Assert.DoesNotContain(real, edge => edge.EndsWith("--> Demo", StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_the_ledger_free_of_those_who_write_in_it()
    {
        var ledger = InCode().Where(e => e.StartsWith("Ledger -->", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ledger);
        Assert.DoesNotContain(ledger, e => e.EndsWith("Projects", StringComparison.Ordinal) || e.EndsWith("Imports", StringComparison.Ordinal) || e.EndsWith("Reports", StringComparison.Ordinal));
    }

    // Access stands under every page and Shared is the frame around them: an arrow to or from those would say nothing
    private static HashSet<string> InCode()
    {
        var files = Sources.Files(".cs", ".cshtml").Where(f => f.StartsWith("Features/", StringComparison.Ordinal) && f.Count(c => c == '/') > 1).ToList();
        var all = files.Select(Capability).ToHashSet();
        return
        [
            .. from file in files
               from used in Used().Matches(Sources.Text(file)).Select(m => m.Groups[1].Value).Distinct()
               where used != Capability(file) && all.Contains(used) && used is not ("Access" or "Shared") && Capability(file) is not "Shared"
               select $"{Capability(file)} --> {used}",
        ];
    }

    private static string Capability(string file) => file.Split('/')[1];

    [GeneratedRegex(@"\bFeatures\.([A-Z]\w+)")]
    private static partial Regex Used();

    [GeneratedRegex("<!-- capabilities -->.*?<!-- /capabilities -->", RegexOptions.Singleline)]
    private static partial Regex Map();

    [GeneratedRegex(@"^\s*(\w+) --> (\w+)", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
