using Bridgehead.Features.Duplicates;

namespace Bridgehead.Tests.Features.Duplicates;

/// <summary>The names as the bureau compares them, and the four levels with their near misses (domain rule 6.4).</summary>
public sealed class HowNamesAreCompared
{
    private static readonly DuplicateRules Rules = new();

    [Theory]
    [InlineData("通威股份有限公司", "通威有限责任公司")]
    [InlineData("通威集团股份有限公司", "通威集团")]
    [InlineData("ＡＢＣ电子有限公司", "abc 电子有限公司")]
    [InlineData("四川金象赛瑞化工股份有限公司", "金象赛瑞化工股份有限公司")]
    [InlineData("金象赛瑞化工（四川）有限公司", "四川金象赛瑞化工有限公司")]
    [InlineData("锂电池负极材料生产基地建设项目", "锂电池负极材料生产基地")]
    [InlineData("锂电池负极材料生产基地（一期）", "锂电池负极材料生产基地第二期项目")]
    [InlineData("華電新能源", "华电新能源")]
    [InlineData("眉山市东坡区冷链物流园", "冷链物流园")]
    public void Are_the_same_when_only_form_region_phase_or_script_differ(string one, string other) => Assert.True(MatchName.Of(one).Is(MatchName.Of(other)), $"{MatchName.Of(one)} {MatchName.Of(other)}");

    [Theory]
    [InlineData("成都新材料科技有限公司", "上海新材料科技有限公司")]
    [InlineData("东坡区冷链物流园", "彭山区冷链物流园")]
    [InlineData("锂电池正极材料生产基地", "锂电池负极材料生产基地")]
    [InlineData("项目", "公司")]
    public void Are_not_the_same_when_the_place_or_the_thing_differs(string one, string other) => Assert.False(MatchName.Of(one).Is(MatchName.Of(other)), $"{MatchName.Of(one)} {MatchName.Of(other)}");

    [Fact]
    public void Sound_alike_when_written_with_other_characters() =>
        Assert.Equal(MatchName.Of("辰星光电产业园").Sound, MatchName.Of("晨兴光电产业园").Sound);

    // of 50 characters 7 changed leave 86 %, 8 changed leave 84 %; of 20 characters 3 changed leave 85 % exactly
    [Theory]
    [InlineData(50, 7, 2)]
    [InlineData(50, 8, null)]
    [InlineData(20, 3, 2)]
    [InlineData(20, 4, null)]
    public void Make_level_2_from_85_per_cent_on_with_the_same_investor(int length, int changed, int? level)
    {
        var (one, other) = (Text(length, 0), Text(length, changed));
        Assert.Equal((length - changed) * 100 / length, Likeness.Percent(one, other));
        Assert.Equal(level, Suspicion.Of(Project(one, "甲公司"), Project(other, "甲公司"), Rules)?.Level);
        Assert.Null(Suspicion.Of(Project(one, "甲公司"), Project(other, "乙公司"), Rules));
    }

    [Theory]
    [InlineData(11_990, 3)] // 19.9 % more than 10,000
    [InlineData(12_010, null)] // 20.1 %
    [InlineData(12_000, null)] // the bound is not within it
    [InlineData(8_010, 3)]
    [InlineData(7_990, null)]
    [InlineData(0, null)]
    public void Make_level_3_with_the_same_investor_and_industry_and_amounts_less_than_20_per_cent_apart(int wan, int? level)
    {
        var (later, earlier) = (Project("柑橘分选线", "甲公司") with { Industry = "食品制造业", AmountFen = Money.FromWan(wan).Fen }, Project("泡菜包装厂", "甲公司") with { Industry = "食品制造业", AmountFen = Money.FromWan(10_000).Fen });
        Assert.Equal(level, Suspicion.Of(later, earlier, Rules)?.Level);
        Assert.Null(Suspicion.Of(later with { Industry = "纺织业" }, earlier, Rules));
        Assert.Null(Suspicion.Of(later with { Investor = "乙公司" }, earlier, Rules));
    }

    [Fact]
    public void Make_level_1_by_name_or_code_alone()
    {
        Assert.Equal(1, Suspicion.Of(Project("泡菜产业园项目", null), Project("泡菜产业园", "甲公司"), Rules)?.Level);
        Assert.Equal(1, Suspicion.Of(Project("甲", null) with { NationalCode = "2203-511402-04-01-123456" }, Project("乙", null) with { NationalCode = "2203-511402-04-01-123456" }, Rules)?.Level);
        Assert.Null(Suspicion.Of(Project("甲", null) with { NationalCode = "2203-511402-04-01-123456" }, Project("乙", null) with { NationalCode = "2203-511402-04-01-123457" }, Rules));
        Assert.Equal(1, Suspicion.Of(Enterprise("甲公司") with { CreditCode = "A" }, Enterprise("乙公司") with { CreditCode = "A" }, Rules)?.Level);
        Assert.Equal(1, Suspicion.Of(Enterprise("泽禾农科"), Enterprise("泽禾农业") with { OtherNames = ["泽禾农科"] }, Rules)?.Level);
    }

    [Fact]
    public void Are_a_hint_for_telephones_addresses_and_enterprises_with_other_codes()
    {
        var hint = Suspicion.Of(Project("甲项目园", null) with { PhoneText = "王 138-0000-1234" }, Project("乙材料厂", null) with { PhoneText = "联系：+86 13800001234" }, Rules);
        Assert.Equal((4, MatchReasons.Phone), (hint?.Level, hint?.Why));
        Assert.Null(Suspicion.Of(Project("甲项目园", null) with { PhoneText = "13800001234" }, Project("乙材料厂", null) with { PhoneText = "13800001235" }, Rules));
        hint = Suspicion.Of(Enterprise("甲公司") with { Address = "临澜区滨江路18号2幢" }, Enterprise("乙公司") with { Address = "青岚市临澜区滨江路18号" }, Rules);
        Assert.Equal((4, MatchReasons.Address), (hint?.Level, hint?.Why));
        Assert.Null(Suspicion.Of(Enterprise("甲公司") with { Address = "临澜区滨江路18号" }, Enterprise("乙公司") with { Address = "临澜区滨江路16号" }, Rules));
        Assert.Equal(4, Suspicion.Of(Enterprise("蓝天化工有限公司") with { CreditCode = "A" }, Enterprise("蓝天化工股份有限公司") with { CreditCode = "B" }, Rules)?.Level);
    }

    private static RecordFacts Project(string name, string? investor) => new(RecordKind.Project, Guid.CreateVersion7(), name) { Investor = investor };

    private static RecordFacts Enterprise(string name) => new(RecordKind.Enterprise, Guid.CreateVersion7(), name);

    private static string Text(int length, int changed) => string.Concat(Enumerable.Range(0, length).Select(i => (char)((i < changed ? 'А' : 'α') + i % 24)));
}
