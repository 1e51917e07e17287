using System.Diagnostics;

namespace Bridgehead.Tests.Foundation;

public sealed class PinyinOfPlaces
{
    // the syllables beside the names in the table of divisions come from a gazetteer, not from the transliteration under test
    [Fact]
    public void Agrees_with_the_gazetteer()
    {
        var wrong = Division.All.Select(d => (d.ShortName, Expected: d.Pinyin, Said: string.Join(' ', Pinyin.Of([.. d.ShortName.Select(c => c.ToString())]))))
            .Where(d => d.Said != d.Expected).Select(d => $"{d.ShortName} {d.Expected}, not {d.Said}").Distinct().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} read wrong:\n" + string.Join('\n', wrong));
    }

    [Fact]
    [Trait("speed", "slow")]
    public void Cuts_a_hundred_thousand_names_in_seconds()
    {
        var places = Division.All;
        string[] trades = ["新能源科技有限公司", "重型机械制造股份有限公司", "农业发展集团", "银行股份有限公司", "生物医药研究院"];
        SearchTokens.ForIndex("预热");
        var watch = Stopwatch.StartNew();
        var tokens = Enumerable.Range(0, 100_000).Sum(i => SearchTokens.ForIndex(places[i % places.Count].FullName + trades[i % trades.Length]).Count);
        Assert.True(tokens > 1_000_000, $"only {tokens} tokens");
        TestContext.Current.TestOutputHelper?.WriteLine($"{tokens:N0} tokens in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(watch.Elapsed.TotalSeconds < 30, $"{watch.Elapsed.TotalSeconds:0.0} s");
    }
}
