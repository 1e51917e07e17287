using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>The columns a ledger of projects may have, with the names ledgers give them.</summary>
internal static class ProjectColumns
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new ImportColumn("name", "项目名称", Required: true).Or("项目", "名称", "工程名称", "招商项目名称").OfEachRecord(),
        new ImportColumn("number", "项目编号", ColumnKind.Code).Or("系统编号", "平台编号"),
        new ImportColumn("unit", "落地区县").Or("单位", "区县", "县区", "属地", "落户区县", "落地地", "项目属地", "所属区县", "落地单位", "责任单位", "县（市、区）", "建设地点", "项目所在地", "所在区县", "投资地", "落户地", "承接地", "承接区县"),
        new ImportColumn("park", "园区").Or("落地园区", "所在园区", "开发区"),
        new ImportColumn("source", "信息来源单位").Or("驻外机构", "来源单位", "引荐单位"),
        new ImportColumn("investor", "投资方").Or("投资主体", "投资企业", "投资商", "投资单位", "业主", "建设单位", "客商名称"),
        new ImportColumn("company", "项目公司").Or("注册公司", "落地企业", "项目法人").OfEachRecord(),
        new ImportColumn("code", "项目代码", ColumnKind.Code).Or("投资项目代码", "国家项目代码", "备案代码"),
        new ImportColumn("origin", "资金来源").Or("来源", "内外资", "投资来源", "资金来源地"),
        new ImportColumn("place", "来源地").Or("投资方所在地", "投资方来源地", "来源省份", "客商所在地"),
        new ImportColumn("branch", "产业类别").Or("产业", "产业类型", "产业分类"),
        new ImportColumn("industry", "行业").Or("所属行业", "行业类别", "国民经济行业"),
        new ImportColumn("amount", "协议投资额", ColumnKind.Money).Or("总投资", "计划总投资", "合同投资额", "协议总投资", "投资总额", "投资金额", "签约金额", "合同金额"),
        new ImportColumn("signed", "签约日期", ColumnKind.Date).Or("签约时间", "协议签订日期", "签订日期", "合同签订时间"),
        new ImportColumn("started", "开工日期", ColumnKind.Date).Or("开工时间", "实际开工时间"),
        new ImportColumn("produced", "投产日期", ColumnKind.Date).Or("投产时间", "竣工投产时间"),
        new ImportColumn("completed", "竣工日期", ColumnKind.Date).Or("竣工时间", "实际竣工时间"),
        new ImportColumn("stage", "项目阶段").Or("阶段", "当前阶段", "项目状态", "状态", "进展阶段", "推进阶段"),
        new ImportColumn("since", "进入阶段日期", ColumnKind.Date).Or("阶段时间", "转阶段日期"),
        new ImportColumn("progress", "最近进展日期", ColumnKind.Date).Or("最新进展时间", "更新日期", "更新时间", "最近更新"),
        new ImportColumn("land", "用地面积", ColumnKind.Land).Or("用地", "占地面积", "土地面积"),
        new ImportColumn("contact", "联系人").Or("项目联系人", "责任人"),
        new ImportColumn("description", "项目简介").Or("建设内容", "主要建设内容", "建设规模及内容", "建设内容及规模", "简介").OfEachRecord(),
    ];
}
