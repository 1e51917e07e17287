using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Terminal;

/// <summary>The verbs through the real process, with the options where people put them.</summary>
[Trait("needs", "process")]
public sealed partial class TheVerbs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridgehead-verbs-");

    [Fact]
    public async Task Take_their_common_options_before_them_as_well()
    {
        var (code, said) = await Started.ToTheEnd("--data", folder.FullName, "unit", "add", "--code", "city", "--name", "某市", "--kind", "City");
        Assert.Equal((0, "已设立：某市（/city/）"), (code, said));
        (code, said) = await Started.ToTheEnd("--json", $"--data={folder.FullName}", "unit", "list");
        Assert.Equal(0, code);
        Assert.Equal("某市", (string)JsonNode.Parse(said)!.AsArray().Single()!["name"]!);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("serve nonsense")]
    [InlineData("serve --prot 5081")]
    [InlineData("serve --demo perhaps")]
    [InlineData("--demo true verify-all")]
    [InlineData("verify --lang fr")]
    public async Task End_with_2_when_they_are_used_wrongly(string typed)
    {
        var (code, said) = await Started.ToTheEnd([.. typed.Split(' '), "--data", folder.FullName]);
        Assert.Equal(2, code);
        Assert.StartsWith("用法有误，见 --help / wrong usage, see --help: ", said, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Speak_English_when_asked()
    {
        var ledger = Path.Combine(folder.FullName, "ledger.csv");
        await File.WriteAllTextAsync(ledger, "项目名称,落地区县,投资方,资金来源\nHarbour Works,临澜区,Harbour Ltd,国内省外\n", TestContext.Current.CancellationToken);
        Assert.Equal("The demo city is filled: 3 projects, 1 years", await English("demo", "--projects", "3", "--years", "1"));
        Assert.Equal("There are units already; the demo city was not filled again", await English("demo", "--if-empty"));
        var figure = await English("figures", "--unit", "city", "--indicator", "signed-projects", "--from", "2026-01", "--to", "2026-06", "--by", "unit");
        Assert.Contains("\tshare ", figure, StringComparison.Ordinal);
        Assert.Contains("Linlan District\t", figure, StringComparison.Ordinal);
        Assert.DoesNotMatch(Han(), figure);
        var opened = await English("user", "add", "--name", "wang", "--display", "Wang", "--role", "Clerk", "--unit", "linlan");
        Assert.StartsWith("Opened: wang (Wang)\nInitial password (shown this once, to be changed at the first sign-in): ", opened, StringComparison.Ordinal);
        Assert.Equal("Closed: wang (Wang)", await English("user", "disable", "--name", "wang"));
        var imported = (await English("import", "projects", ledger, "--unit", "linlan")).Split('\n');
        Assert.EndsWith("Heading in row 1; 1 rows read, 1 added, 0 updated, 0 unchanged, 0 refused", imported[0], StringComparison.Ordinal);
        Assert.Contains("A 项目名称→Name of the project", imported[1], StringComparison.Ordinal);
        var batch = Batch().Match(imported[^1]);
        Assert.True(batch.Success, imported[^1]);
        Assert.Equal("Undone: ledger.csv, 1 rows", await English("undo", batch.Groups[1].Value));
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> English(params string[] arguments)
    {
        var (code, said) = await Started.ToTheEnd([.. arguments, "--data", folder.FullName, "--lang", "en"]);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {code}: {said}");
        return said;
    }

    [GeneratedRegex("[\u3400-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex("^Import ([0-9a-f-]{36}); to undo it: undo \\1$")]
    private static partial Regex Batch();
}
