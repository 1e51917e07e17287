namespace Bridgehead.Tests.Foundation;

public sealed class SearchingByPinyin
{
    [Theory]
    [InlineData("重庆长安汽车", "chongqing")]
    [InlineData("重庆长安汽车", "changan")]
    [InlineData("长沙银行股份有限公司", "yinhang")]
    [InlineData("厦门厦大科技", "xiamen")]
    [InlineData("乐山市五通桥区", "leshan")]
    [InlineData("六安瓜片", "luan")]
    [InlineData("蚌埠玻璃", "bengbu")]
    [InlineData("单县牧业", "shanxian")]
    [InlineData("绿色能源", "lvse")]
    [InlineData("东坡区", "dongpoqu")]
    [InlineData("经济委员会", "weiyuanhui")]
    [InlineData("乐山五通桥", "lswtq")]
    [InlineData("台州银行", "taizhou")]
    [InlineData("解建国", "xiejianguo")]
    [InlineData("曾强", "zengqiang")]
    [InlineData("单雄", "shanxiong")]
    [InlineData("单位", "danwei")]
    [InlineData("仇英", "qiuying")]
    [InlineData("区小明", "ouxiaoming")]
    [InlineData("区域", "quyu")]
    [InlineData("房地产开发", "fangdichan")]
    [InlineData("长安汽车", "caqc")]
    [InlineData("亳州古井", "bozhou")]
    [InlineData("朝阳重型机械", "chaoyangzhongxing")]
    [InlineData("𠮷野家银行", "yinhang")]
    [InlineData("通威太阳能（眉山）有限公司", "tyn")]
    [InlineData("通威太阳能（眉山）有限公司", "ms")]
    [InlineData("通威太阳能（眉山）有限公司", "太阳能")]
    [InlineData("联系电话 0833-2301234", "1234")]
    [InlineData("91510100MA6C8ABC1X", "91510100ma6c8")]
    [InlineData("91510100MA6C8ABC1X", "ma6c8abc1")]
    [InlineData("2203-511402-04-01-123456", "511402")]
    [InlineData("中泰", "泰")]
    [InlineData("中泰智能", "泰")]
    public void Finds_a_name_by_what_people_type(string text, string typed)
    {
        var index = SearchTokens.ForIndex(text);
        Assert.All(SearchTokens.ForQuery(typed), term =>
            Assert.Contains(index, token => token == term.Token || (term.IsPrefix && token.StartsWith(term.Token, StringComparison.Ordinal))
                || (term.Ending is { } ending && token.StartsWith(ending, StringComparison.Ordinal))));
    }

    [Fact]
    public void Does_not_find_by_the_wrong_reading()
    {
        Assert.DoesNotContain(SearchTokens.ForIndex("重庆长安汽车"), t => t.StartsWith("zhongqing", StringComparison.Ordinal));
        Assert.DoesNotContain(SearchTokens.ForIndex("长沙银行"), t => t.StartsWith("yinxing", StringComparison.Ordinal));
    }

    [Fact]
    public void Holds_only_letters_digits_and_characters() =>
        Assert.All(SearchTokens.ForIndex("A&B 'x' \"y\" * 𠮷野家\ud800 ｆｕｌｌ Ｗｉｄｔｈ é"), t => Assert.All(t.EnumerateRunes(), r =>
            Assert.True(r.IsAscii ? System.Text.Rune.IsLetterOrDigit(r) : r.Value > 0x3000)));

    [Fact]
    public void Does_not_spell_what_every_company_is_called() =>
        Assert.DoesNotContain(SearchTokens.ForIndex("通威太阳能有限公司"), t => t.StartsWith("yxgs", StringComparison.Ordinal) || t == "gs");
}
