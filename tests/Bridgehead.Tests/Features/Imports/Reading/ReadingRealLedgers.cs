using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Tests.Features.Imports.Reading;

/// <summary>Expected numbers were counted in the files with another program that reads zip and XML directly.</summary>
public sealed class ReadingRealLedgers
{
    private static readonly ImportColumn[] Registry =
    [
        new("name", "企业名称", Required: true),
        new("code", "统一社会信用代码", ColumnKind.CreditCode),
        new("capital", "注册资本", ColumnKind.Money),
        new("paid", "实缴资本", ColumnKind.Money),
        new("founded", "成立日期", ColumnKind.Date),
        new("industry", "所属行业"),
    ];

    private static readonly ImportColumn[] Projects =
    [
        new ImportColumn("name", "项目名称").Or("功能项", "功能名称", "明细功能"),
        new("status", "状态"),
        new("person", "负责人"),
        new ImportColumn("start", "计划开始时间", ColumnKind.Date).Or("预计开始日期", "预计开始时间"),
        new ImportColumn("module", "系统模块").Or("模块"),
    ];

    [Fact]
    public void Takes_two_thousand_registry_rows_whole()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("企业工商信息.xlsx"));
        var reading = LedgerReading.Of(file, Registry);
        var sheet = Assert.Single(reading.Sheets);
        Assert.Equal(["Sheet2", "Sheet3"], reading.Unread.Select(unread => unread.Name));
        Assert.Equal(1, sheet.HeaderRow);
        Assert.Equal(6, sheet.Matches.Count);
        Assert.Equal(2, sheet.Matches.Single(match => match.Column.Key == "name").Index);
        Assert.Contains(sheet.Unmatched, heading => heading.Text == "提供企业名称");
        var rows = sheet.Rows.ToList();
        Assert.Equal(2000, rows.Count);
    }

    [Fact]
    public void Accepts_every_credit_code_and_every_capital_that_is_there()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("企业工商信息.xlsx"));
        var rows = LedgerReading.Of(file, Registry).Sheets[0].Rows.ToList();
        var capital = rows.Select(row => (row["capital"], Read: row.Amount("capital"))).ToList();
        Assert.Equal(2000 - 44 - 75, rows.Count(row => row.CreditCode("code") is not null));
        Assert.Equal(2000 - 44 - 65, capital.Count(amount => amount.Read is not null));
        foreach (var row in rows) row.Date("founded");
        Assert.Equal(2000 - 44, rows.Count(row => row.Date("founded") is not null));
        Assert.Empty(rows.SelectMany(row => row.Findings).Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Row} {finding.Raw} {finding.Sentence}"));
        Assert.Equal(new CurrencyAmount(1_500_000m, "CNY"), capital[0].Read);
        Assert.Contains(capital, amount => amount.Read?.Currency == "USD");
    }

    [Fact]
    public void Finds_heading_and_first_row_in_each_of_the_seven_sheets()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("项目清单_多表合并单元格.xlsx"));
        var reading = LedgerReading.Of(file, Projects);
        Assert.Equal(7, file.Sheets.Count);
        Assert.Equal([("项目总表", 1), ("OA系统", 1), ("集团研发部提成核算系统", 2), ("奥特莱斯系列报备功能", 1), ("产品智能识别系统", 1), ("OA功能清单", 2)],
            reading.Sheets.Select(sheet => (sheet.Name, sheet.HeaderRow)));
        Assert.Equal(["字码"], reading.Unread.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Reads_days_saved_as_numbers_and_carries_merged_labels_down()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("项目清单_多表合并单元格.xlsx"));
        var sheets = LedgerReading.Of(file, Projects).Sheets;
        Assert.Equal(new DateOnly(2019, 6, 13), sheets[0].Rows.First(row => row.Number == 3).Date("start"));
        var stages = sheets[2].Rows.ToList();
        Assert.Equal("系統分析", stages.First(row => row.Number == 6).Text("module"));
        Assert.Equal([3, 17, 30, 34], sheets[2].Skipped.Select(skipped => skipped.First));
        Assert.Equal(28, stages.Count);
    }

    [Fact]
    public void Reads_the_old_binary_workbook_below_its_three_title_lines()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("主要城市年度数据_宽表.xls"));
        ImportColumn[] columns = [new("city", "地区", Required: true), new("gdp", "2017年", ColumnKind.Money)];
        var sheet = Assert.Single(LedgerReading.Of(file, columns).Sheets);
        Assert.Equal(LedgerKind.Xls, file.Kind);
        Assert.Equal(4, sheet.HeaderRow);
        var rows = sheet.Rows.ToList();
        Assert.Equal(36, rows.Count);
        Assert.Equal(("北京", 28014.94m), (rows[0].Text("city"), rows[0].Quantity("gdp")));
        Assert.Equal(("乌鲁木齐", 2743.82m), (rows[^1].Text("city"), rows[^1].Quantity("gdp")));
        Assert.Equal([41], sheet.Skipped.Select(skipped => skipped.First));
    }

    [Fact]
    public void Reads_the_file_in_chinese_national_encoding()
    {
        using var file = LedgerFile.Open(SharedLedgers.Path("公司名单_GBK.csv"));
        ImportColumn[] columns = [new("code", "期货代码", ColumnKind.Code), new("name", "公司名称", Required: true)];
        var sheet = Assert.Single(LedgerReading.Of(file, columns).Sheets);
        var rows = sheet.Rows.ToList();
        Assert.Equal(3373, rows.Count);
        Assert.Equal("gb18030", file.Encoding, ignoreCase: true);
        Assert.Equal(("000004.SZ", "深圳国华网安科技股份有限公司"), (rows[0].Code("code"), rows[0].Text("name")));
        Assert.Equal(("688598.SH", "湖南金博碳素股份有限公司"), (rows[^1].Code("code"), rows[^1].Text("name")));
    }
}
