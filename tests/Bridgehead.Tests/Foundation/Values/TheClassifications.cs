namespace Bridgehead.Tests.Foundation.Values;

public sealed class TheClassifications
{
    // the counts are those the standard itself names; the table at hand has 1,381 of the 1,382 classes there are since 2019
    [Fact]
    public void Hold_every_industry_of_the_standard()
    {
        Assert.Equal((20, 97, 473), (Count(IndustryLevel.Section), Count(IndustryLevel.Division), Count(IndustryLevel.Group)));
        Assert.InRange(Count(IndustryLevel.Class), 1380, 1382);
        Assert.All(Industry.All.Where(i => i.Level <= IndustryLevel.Division), i => Assert.DoesNotContain(i.EnglishName, c => c > 0x2FFF));
        static int Count(IndustryLevel level) => Industry.All.Count(i => i.Level == level);
    }

    [Theory]
    [InlineData("C", "制造业", Branch.Secondary)]
    [InlineData("C36", "汽车制造业", Branch.Secondary)]
    [InlineData("36", "汽车制造业", Branch.Secondary)]
    [InlineData("0111", "稻谷种植", Branch.Primary)]
    [InlineData("05", "农、林、牧、渔专业及辅助性活动", Branch.Tertiary)]
    [InlineData("11", "开采专业及辅助性活动", Branch.Tertiary)]
    [InlineData("c43", "金属制品、机械和设备修理业", Branch.Tertiary)]
    [InlineData("47", "房屋建筑业", Branch.Secondary)]
    [InlineData("65", "软件和信息技术服务业", Branch.Tertiary)]
    public void Find_an_industry_by_code_with_its_branch(string code, string name, Branch branch)
    {
        var industry = Industry.Find(code);
        Assert.Equal((name, branch), (industry?.Name, industry?.Branch));
        Assert.Equal(name, Industry.Named(name)?.Name);
    }

    [Fact]
    public void Know_what_an_industry_is_part_of()
    {
        Assert.Equal("C3611 汽柴油车整车制造", Industry.Find("3611")?.ToString());
        Assert.True(Industry.Find("3611")!.IsWithin(Industry.Find("C")!));
        Assert.False(Industry.Find("3611")!.IsWithin(Industry.Find("37")!));
        Assert.Null(Industry.Find("A36"));
        Assert.Null(Industry.Find("98"));
        Assert.Null(Industry.Named("炼金业"));
    }

    [Theory]
    [InlineData("511402", "四川省眉山市东坡区", "Dongpo", DivisionLevel.County)]
    [InlineData("5114", "四川省眉山市", "Meishan", DivisionLevel.Prefecture)]
    [InlineData("510000", "四川省", "Sichuan", DivisionLevel.Province)]
    [InlineData("61", "陕西省", "Shaanxi", DivisionLevel.Province)]
    [InlineData("500103", "重庆市渝中区", "Yuzhong", DivisionLevel.County)]
    [InlineData("429004", "湖北省仙桃市", "Xiantao", DivisionLevel.County)]
    [InlineData("81", "香港特别行政区", "Hong Kong", DivisionLevel.Province)]
    public void Find_a_division_by_code(string code, string name, string english, DivisionLevel level)
    {
        var division = Division.Find(code);
        Assert.Equal((name, english, level), (division?.FullName, division?.EnglishName, division?.Level));
        Assert.Same(division, Assert.Single(Division.Named(name)));
    }

    [Fact]
    public void Name_every_division_a_name_fits()
    {
        Assert.Equal("511400", Assert.Single(Division.Named("眉山")).Code);
        Assert.Equal(["460000", "632500", "150303"], Division.Named("海南").Select(d => d.Code));
        Assert.True(Division.Named("朝阳区").Count >= 2);
        Assert.Empty(Division.Named("桃花源"));
        Assert.Null(Division.Find("999999"));
        Assert.Null(Division.Find(null));
        Assert.Equal(34, Division.All.Count(d => d.Level == DivisionLevel.Province));
        Assert.Equal(333, Division.All.Count(d => d.Level == DivisionLevel.Prefecture));
    }
}
