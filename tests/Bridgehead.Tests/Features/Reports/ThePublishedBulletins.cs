using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>The two published bulletins, written again from their own inputs: every published percentage comes back to its last digit.</summary>
public sealed class ThePublishedBulletins
{
    private static string Prose(WorkReportFacts facts) => string.Join('\n',
        new ComposeWorkReport().Run(facts).Parts.SelectMany(part => part.Blocks).OfType<Paragraph>().Select(paragraph => paragraph.Text));

    [Theory]
    [InlineData("全市累计到位资金100.51亿元，涉及项目422个，同比增长125%。")]
    [InlineData("完成年度目标任务80亿元的125.64%，高于序时进度42.31个百分点。")]
    [InlineData("国内省外41.27亿元，项目113个，占41.06%，完成省定目标任务8.33亿元的495.69%，高于序时进度412.36个百分点；")]
    [InlineData("市外省内17.6亿元，项目79个，占17.51%；")]
    [InlineData("市内县际41.64亿元，项目230个，占41.43%。")]
    [InlineData("农业3.28亿元，项目21个，占3.27%，同比增长82.06%；")]
    [InlineData("工业65.75亿元，项目227个，占65.41%，同比增长131.49%；")]
    [InlineData("三产31.48亿元，项目174个，占31.32%，同比增长121.1%。")]
    [InlineData("亿元以上62.62亿元，项目80个，占62.3%。")]
    public void Come_back_for_Panzhihua_January_to_October_2006(string sentence) => Assert.Contains(sentence, Prose(Facts.Panzhihua), StringComparison.Ordinal);

    [Theory]
    [InlineData("2018年1—6月，全市累计到位资金339.05亿元，同比增长5.95%。完成年度目标任务660亿元的51.37%，")]
    [InlineData("到位省外资金303.94亿元，同比增长13.15%。完成省定目标任务460亿元的66.07%，高于序时进度16.07个百分点；完成市定目标任务590亿元的51.52%，")]
    [InlineData("新签约项目80个，协议总投资3176.61亿元；重大项目21个，协议总投资3071.18亿元；履约项目65个，协议总投资2633.9亿元，履约率81.25%；开工项目12个，协议总投资103.84亿元，开工率15%。")]
    public void Come_back_for_Meishan_first_half_of_2018(string sentence) => Assert.Contains(sentence, Prose(Facts.Meishan), StringComparison.Ordinal);
}
