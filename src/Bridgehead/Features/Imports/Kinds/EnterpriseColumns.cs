using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>The columns a list of enterprises may have, with the names ledgers give them.</summary>
internal static class EnterpriseColumns
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new ImportColumn("asked", "提供企业名称").Or("查询名称", "提供名称").OfEachRecord(),
        new ImportColumn("name", "企业名称", Required: true).Or("公司名称", "单位名称", "企业全称", "投资方", "名称", "法人单位名称", "客商名称").OfEachRecord(),
        new ImportColumn("code", "统一社会信用代码", ColumnKind.CreditCode).Or("信用代码", "社会信用代码", "统一信用代码"),
        new ImportColumn("english", "英文名").Or("英文名称").OfEachRecord(),
        new ImportColumn("former", "曾用名").Or("原名称", "曾用名称").OfEachRecord(),
        new ImportColumn("short", "简称").Or("期货名称", "股票简称", "证券简称", "企业简称").OfEachRecord(),
        new ImportColumn("classes", "企业资质").Or("资质", "企业类别", "荣誉资质"),
        new ImportColumn("listYear", "榜单年度", ColumnKind.Month).Or("认定年度", "资质年度"),
        new ImportColumn("person", "法定代表人").Or("法人代表", "法人", "负责人").OfEachRecord(),
        new ImportColumn("kind", "公司类型").Or("企业类型", "企业性质"),
        new ImportColumn("standing", "经营状态").Or("登记状态", "企业状态"),
        new ImportColumn("capital", "注册资本", ColumnKind.Money).Or("注册资金", "认缴资本"),
        new ImportColumn("paid", "实缴资本", ColumnKind.Money).Or("实收资本"),
        new ImportColumn("registered", "成立日期", ColumnKind.Date).Or("注册日期", "成立时间", "注册时间").OfEachRecord(),
        new ImportColumn("industry", "所属行业").Or("行业", "行业名称", "国民经济行业"),
        new ImportColumn("region", "地区").Or("所在地区", "所属地区", "所属城市", "省份"),
        new ImportColumn("address", "企业地址").Or("注册地址", "地址", "住所").OfEachRecord(),
        new ImportColumn("phone", "联系电话", ColumnKind.Phone).Or("电话", "手机", "联系方式"),
        new ImportColumn("business", "经营范围").Or("主营业务", "主营产品").OfEachRecord(),
    ];
}
