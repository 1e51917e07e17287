using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Wording;

public sealed partial class EveryWordOnScreen
{
    [Fact]
    public void Has_its_English()
    {
        var words = Sources.Files(".cs").SelectMany(f => ScreenWord.InCode(f, Sources.Text(f)))
            .Concat(Sources.Files(".cshtml").SelectMany(f => ScreenWord.InPage(f, Sources.Text(f)))).ToList();
        Assert.True(words.Count > 300, $"only {words.Count} words found: the search is broken");
        Nothing(words.Where(w => !Words.HasEnglish(w.Chinese)), "no English, add it to the catalogue beside the capability");
    }

    [Fact]
    public void Is_said_through_the_words_when_it_stands_in_a_page()
    {
        var pages = Sources.Files(".cshtml");
        Assert.NotEmpty(pages);
        Nothing(pages.SelectMany(f => ScreenWord.BareInPage(f, Sources.Text(f))), "Chinese nobody can read in English, write @T[\"…\"]");
    }

    [Fact]
    public void Has_its_English_when_it_is_a_name_from_a_list()
    {
        var places = (Place[])typeof(Navigation).GetField("Places", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var indicators = (object[])typeof(DefaultIndicators).GetField("Rows", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var fields = (Dictionary<string, string>)typeof(ProjectFields).GetField("Names", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        string[] names =
        [
            .. Stage.All.Select(s => s.Name), .. Groups.All.Select(g => g.Name), .. places.SelectMany(p => new[] { p.Group, p.Name }),
            .. fields.Values, .. indicators.SelectMany(i => new[] { "Name", "Display", "Scope" }.Select(p => (string)i.GetType().GetProperty(p)!.GetValue(i)!)),
        ];
        Assert.True(names.Length > 60, $"only {names.Length} names found");
        Nothing(names.Where(n => !Words.HasEnglish(n)).Select(n => new ScreenWord(n, "name")), "no English");
    }

    [Fact]
    public void Has_one_English_and_the_same_holes_in_it()
    {
        var words = Sources.Files(".en.json")
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(Sources.Text(f))!.Select(w => (File: f, Chinese: w.Key, English: w.Value))).ToList();
        Assert.NotEmpty(words);
        Nothing(words.GroupBy(w => w.Chinese).Where(g => g.Select(w => w.English).Distinct().Count() > 1).SelectMany(g => g)
            .Select(w => new ScreenWord(w.Chinese + " = " + w.English, w.File)), "two English wordings of one word");
        Nothing(words.Where(w => !Holes(w.Chinese).SetEquals(Holes(w.English))).Select(w => new ScreenWord(w.Chinese, w.File)), "the English has other holes");
        Nothing(words.Where(w => w.English.Trim().Length == 0).Select(w => new ScreenWord(w.Chinese, w.File)), "empty English");
    }

    [Theory]
    [InlineData("Refusal.When(x, $\"没有单位“{name}”\");", "没有单位“{0}”")]
    [InlineData("var a = words.Say($\"共{count,6:#,0.##}个{(y ? $\"又{z}\" : \"\")}\");", "共{0,6:#,0.##}个{1}", "又{0}")]
    [InlineData("// T[\"不是\"]\nT[\"是\"]; var alias = \"别名\"; '\"'", "是")]
    [InlineData("[MaxLength(4, ErrorMessage = \"最多4个字\")] [Label(\"经办\")] Clerk", "最多4个字", "经办")]
    [InlineData("Refusal.Unless(a, $$\"\"\"{原样}{{name}}\"\"\");", "{原样}{0}")]
    public void Is_found_in_code(string code, params string[] expected) =>
        Assert.Equal(expected, ScreenWord.InCode("Features/X.cs", code).Select(w => w.Chinese));

    [Theory]
    [InlineData("<p title=\"@T[\"单位\"]\">@T.Say($\"共{Model.Rows.Count(\"x\")}条\")</p>", new[] { "单位", "共{0}条" }, new string[0])]
    [InlineData("<p>裸露 @(a ? T[\"甲\"] : T[\"乙\"])</p> @* 注释 *@", new[] { "甲", "乙" }, new[] { "裸露" })]
    [InlineData("<input placeholder=\"名称\">", new string[0], new[] { "名称" })]
    [InlineData("@foreach (var n in new[] { (\"unit\", \"下级\") })", new[] { "下级" }, new string[0])]
    public void Is_found_in_a_page(string page, string[] words, string[] bare)
    {
        Assert.Equal(words, ScreenWord.InPage("X.cshtml", page).Select(w => w.Chinese));
        Assert.Equal(bare, ScreenWord.BareInPage("X.cshtml", page).Select(w => w.Chinese));
    }

    private static void Nothing(IEnumerable<ScreenWord> wrong, string why)
    {
        var lines = wrong.Select(w => $"{w.Place}  \"{w.Chinese}\"").Distinct().ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} × {why}:\n{string.Join('\n', lines)}");
    }

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();
}
