using System.Globalization;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>The fields of a project as the history shows them.</summary>
public static class ProjectFields
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "项目名称", ["Investor"] = "投资方", ["Company"] = "项目公司", ["NationalCode"] = "项目代码", ["Origin"] = "资金来源", ["OriginPlace"] = "来源地",
        ["Branch"] = "产业类别", ["Industry"] = "行业", ["AmountFen"] = "协议投资额（万元）", ["SignedOn"] = "签约日期", ["StartedOn"] = "开工日期", ["ProducedOn"] = "投产日期",
        ["Land"] = "用地", ["Contact"] = "联系人", ["Description"] = "项目简介", ["UnitId"] = "落地区县", ["ParkId"] = "园区", ["SourceUnitId"] = "信息来源单位", ["InvestorId"] = "投资方",
        ["StageOrder"] = "阶段", ["Currency"] = "币种", ["DeletedAt"] = "回收站",
        ["Track"] = "项目类别", ["StartKind"] = "开工类型", ["CompletedOn"] = "竣工日期", ["LandSupply"] = "用地方式",
    };

    /// <summary>Whether the history shows a field.</summary>
    public static bool IsShown(string field) => Names.ContainsKey(field);

    /// <summary>What a field is called.</summary>
    public static string Name(string field) => Names.GetValueOrDefault(field, field);

    /// <summary>What a field of the form is called.</summary>
    public static string OfForm(string field) => Name(field switch { "Amount" => "AmountFen", "LandMu" => "Land", _ => field });

    /// <summary>Whether a change says anything to a reader: not what a new project begins with by itself.</summary>
    public static bool IsTold(FieldChange change) =>
        IsShown(change.Field) && change is not ({ Before: null, Field: "StageOrder" or "Currency" or "Track" } or { Before: null, Field: "AmountFen", After: "0" });

    /// <summary>A value as it is read: units and stages by their names.</summary>
    public static string Show(string field, string? value, IReadOnlyList<Unit> units, Words words) => (field, value) switch
    {
        (_, null) => "—",
        ("UnitId" or "ParkId" or "SourceUnitId", _) => units.FirstOrDefault(u => u.Id.ToString() == value)?.LabelIn(words) ?? words["数据范围外的单位"],
        ("InvestorId", _) => words["企业名录中的企业"],
        ("StageOrder", _) => int.TryParse(value, out var order) && Stage.All.Any(s => s.Order == order) ? words[Stage.Of(order).Name] : value,
        ("DeletedAt", _) => words["在回收站"],
        _ => words[Show(field, value)],
    };

    private static string Show(string field, string value) => (field, value) switch
    {
        ("AmountFen", _) => (long.Parse(value, CultureInfo.InvariantCulture) / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture),
        ("Origin", _) => Enum.TryParse<Origin>(value, out var origin) ? LabelAttribute.Of(origin) : value,
        ("Branch", _) => Enum.TryParse<Branch>(value, out var branch) ? LabelAttribute.Of(branch) : value,
        ("Track", _) => Enum.TryParse<Track>(value, out var track) ? LabelAttribute.Of(track) : value,
        ("StartKind", _) => Enum.TryParse<StartKind>(value, out var start) ? LabelAttribute.Of(start) : value,
        ("LandSupply", _) => Enum.TryParse<LandSupply>(value, out var land) ? LabelAttribute.Of(land) : value,
        _ => value,
    };
}
