using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Tests.Features.Imports.Reading;

public sealed class FindingAHeading
{
    private static readonly ImportColumn[] Columns =
    [
        new ImportColumn("name", "项目名称", Required: true).Or("项目"),
        new ImportColumn("unit", "所属县区").Or("县区", "县（市、区）", "区县", "责任单位"),
        new ImportColumn("investor", "投资方").Or("投资单位", "投资企业", "业主单位"),
        new ImportColumn("amount", "协议投资额", ColumnKind.Money).Or("总投资", "投资总额", "合同金额", "签约金额"),
        new ImportColumn("arrived", "到位资金", ColumnKind.Money).Or("到位内资", "本年到位"),
        new ImportColumn("signed", "签约日期", ColumnKind.Date).Or("签约时间", "签订时间"),
        new ImportColumn("phone", "联系电话", ColumnKind.Phone).Or("联系人电话", "电话"),
        new ImportColumn("contact", "联系人").Or("联系人姓名"),
    ];

    public static TheoryData<string, string, int, string, int> Layouts => new()
    {
        { "plain", "项目名称|所属县区|协议投资额（万元）|签约日期\n甲项目|东区|5000|2022-3-5", 1, "name unit amount signed", 1 },
        { "title and unit line above", "2022年签约项目台账\n|||单位：万元\n序号|项目名称|投资方|总投资|签约时间\n1|甲项目|某公司|5000|2022.3.5", 3, "name investor amount signed", 1 },
        { "blank lead rows and column", "\n\n|项目名称|县区|合同金额\n|甲|西区|1亿元", 3, "name unit amount", 1 },
        { "two-line heading", "序号|项目名称|投资额（亿元）||联系人|\n||总投资|到位资金|姓名|电话\n1|甲|5|1.2|王某|13800001234", 2, "name amount arrived contact phone", 1 },
        { "line breaks and stars in headings", "*项目\\n名称|投 资 总 额\\n(万元)|＊签约日期：\n甲|5|2022-1-1", 2, "name amount signed", 1 },
        { "totals and footer below", "项目名称|县区|总投资（万元）\n甲|东区|1\n乙|西区|2\n合 计||3\n填表人：张某|审核人：李某|\n注：以上为快报数||", 1, "name unit amount", 2 },
        { "totals above and subtotals", "项目名称|县区|总投资（万元）\n全市合计||6\n东区小计||3\n甲|东区|3\n西区小计||3\n乙|西区|3", 1, "name unit amount", 2 },
        { "repeated heading", "项目名称|县区|总投资（万元）\n甲|东区|1\n项目名称|县区|总投资（万元）\n乙|西区|2", 1, "name unit amount", 2 },
        { "blank rows between", "项目名称|县区|总投资（万元）\n甲|东区|1\n||\n\n乙|西区|2", 1, "name unit amount", 2 },
        { "full-width heading", "项目名称|县（市、区）|总投资（万元）|签订时间\n甲|东区|1|2022-1-1", 1, "name unit amount signed", 1 },
        { "headings with prefixes", "序号|招商项目名称|项目投资方|计划总投资（亿元）|责任单位\n1|甲|某公司|3|东区", 1, "name investor amount unit", 1 },
        { "long title words before", "附件1\n攀枝花市2022年招商引资签约项目情况统计表\n填报单位：某区投资促进局|||填报日期：2022年3月\n项目名称|所属县区|签约金额(亿元)|签约时间\n甲|东区|3|2022年3月", 4, "name unit amount signed", 1 },
        { "numbering of columns", "序号|项目名称|总投资（万元）|签约日期\n1|甲|100|2022-01-01\n2|乙|200|2022-01-02\n3|||", 1, "name amount signed", 2 },
        { "unit without brackets", "项目名称|协议投资额:万元|县区\n甲|100|东区", 1, "name amount unit", 1 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Sees_through(string layout, string table, int headerRow, string keys, int records)
    {
        var reading = LedgerTexts.Read(table, Columns);
        var sheet = Assert.Single(reading.Sheets);
        Assert.Equal(keys.Split(' ').Order(), sheet.Matches.Select(match => match.Column.Key).Order());
        Assert.True(layout.Contains("line breaks", StringComparison.Ordinal) || headerRow == sheet.HeaderRow, $"{layout}: {sheet.HeaderRow}");
        var rows = sheet.Rows.ToList();
        Assert.Equal(records, rows.Count);
        Assert.Equal("甲", rows[0].Text("name")![..1]);
        if (sheet.Matches.Any(match => match.Column.Key == "amount"))
        {
            Assert.NotNull(rows[0].Amount("amount"));
            Assert.Empty(rows[0].Findings);
        }
    }

    [Fact]
    public void Never_takes_one_column_for_two_nor_two_for_one()
    {
        var sheet = LedgerTexts.Read("提供项目名称|项目名称|联系人|联系人电话\n甲|乙|王某|13800001234", Columns).Sheets[0];
        Assert.Equal([("name", 1), ("contact", 2), ("phone", 3)], sheet.Matches.Select(match => (match.Column.Key, match.Index)));
        Assert.Equal(["提供项目名称"], sheet.Unmatched.Select(heading => heading.Text));
    }

    [Fact]
    public void Leaves_two_equally_good_columns_to_the_person()
    {
        var sheet = LedgerTexts.Read("项目名称|计划签约日期|实际签约日期\n甲|2022-1-1|2022-1-2", Columns).Sheets[0];
        Assert.Equal(["name"], sheet.Matches.Select(match => match.Column.Key));
        Assert.Equal(2, sheet.Unmatched.Count);
    }

    [Fact]
    public void Takes_a_pair_that_was_confirmed_before()
    {
        var remembered = new Dictionary<string, string> { ["实际签约日期"] = "signed" };
        var sheet = LedgerReading.Of(LedgerTexts.Csv("项目名称|计划签约日期|实际签约日期\n甲|2022-1-1|2022-1-2"), Columns, new LedgerChoices { Remembered = RememberedHeadings.Only(remembered) }).Sheets[0];
        Assert.Equal(2, sheet.Matches.Single(match => match.Column.Key == "signed").Index);
    }

    [Fact]
    public void Finds_none_in_a_sheet_about_something_else() =>
        Assert.Single(LedgerTexts.Read("菜名|价格|辣度\n鱼香肉丝|28|2", Columns).Unread);

    [Fact]
    public void Names_the_required_columns_that_are_missing() =>
        Assert.Equal("name", Assert.Single(LedgerTexts.Read("县区|总投资|签约日期\n东区|1|2022-1-1", Columns).Sheets[0].Missing).Key);
}
