using System.Text.Json;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bridgehead.Features.Duplicates;

/// <summary>A field of which a merge keeps one side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it is called.</param>
public sealed record RecordField(string Name, string Label);

/// <summary>The fields of projects and enterprises as a merge sees them, taken from the model: a field somebody adds is there by itself.</summary>
public static class RecordFields
{
    // kept by the program: identity, number, trash, what came with which import, the day anything last happened
    private static readonly HashSet<string> Own = ["Id", "Number", "Version", "DeletedAt", "BatchId", "LastProgressOn", "OtherNames", "PendingOrder", "LateEntry", "OpenedOn", "Health", "ArrivedOn", "ArrivedFen"];

    // worked out again and again from the day, the ledger and the rules: that they moved on is no change by anybody
    private static readonly HashSet<string> Computed = ["Health", "ArrivedOn", "ArrivedFen", "UsedDays", "DueOn", "RedOn"];

    /// <summary>Fields that say something only together with another, whose side they take.</summary>
    private static readonly Dictionary<string, string> With = new()
    {
        ["InvestorId"] = "Investor", ["Currency"] = "AmountFen", ["StageSince"] = "StageOrder", ["StageLeft"] = "StageOrder", ["UsedDays"] = "StageOrder", ["DueOn"] = "StageOrder", ["RedOn"] = "StageOrder",
        ["CapitalCurrency"] = "CapitalMinor", ["PaidInMinor"] = "CapitalMinor",
        ["State"] = "Standing", ["IndustryCode"] = "Industry", ["RegionCode"] = "Region",
    };

    private static readonly string[] Foremost = ["Name", "CreditCode", "UnitId", "ParkId", "StageOrder", "Investor", "AmountFen"];

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["UnitId"] = "落地区县", ["ParkId"] = "园区", ["SourceUnitId"] = "信息来源单位", ["StageOrder"] = "当前阶段",
        ["CreditCode"] = "统一社会信用代码", ["EnglishName"] = "英文名称", ["LegalRepresentative"] = "法定代表人", ["Kind"] = "企业类型", ["Standing"] = "登记状态", ["CapitalMinor"] = "注册资本",
        ["RegisteredOn"] = "成立日期", ["Region"] = "地区", ["Address"] = "地址", ["Phone"] = "电话", ["Business"] = "经营范围",
    };

    /// <summary>The fields of which one side is chosen.</summary>
    public static IReadOnlyList<RecordField> Of(IModel model, RecordKind kind) => [.. Type(model, kind).GetProperties()
        .Where(p => !p.IsShadowProperty() && !Own.Contains(p.Name) && !With.ContainsKey(p.Name)).OrderBy(p => Place(p.Name)).Select(p => new RecordField(p.Name, Label(kind, p.Name)))];

    /// <summary>The fields nobody has given a name.</summary>
    public static IReadOnlyList<string> Unnamed(IModel model, RecordKind kind) => [.. Of(model, kind).Where(f => f.Label == f.Name).Select(f => f.Name)];

    /// <summary>The field and those that go with it.</summary>
    public static IEnumerable<string> Together(string field) => With.Where(w => w.Value == field).Select(w => w.Key).Prepend(field);

    /// <summary>Every value of a record, as stored, as JSON.</summary>
    public static string Snapshot(EntityEntry record) =>
        JsonSerializer.Serialize(record.Properties.Where(p => p.Metadata.Name is not ("Id" or "Version")).OrderBy(p => p.Metadata.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Metadata.Name, p => Stored(p.Metadata, p.CurrentValue)));

    /// <summary>Whether a record is as a snapshot says, but for what is worked out.</summary>
    public static bool IsAs(EntityEntry record, string snapshot)
    {
        var (now, then) = (Values(Snapshot(record)), Values(snapshot));
        return now.All(v => Computed.Contains(v.Key) || !then.TryGetValue(v.Key, out var value) || value.GetRawText() == v.Value.GetRawText());
    }

    /// <summary>Sets a record back to what it was; a field that has come into the model since stays.</summary>
    public static void Restore(EntityEntry record, string snapshot)
    {
        var values = Values(snapshot);
        foreach (var property in record.Properties)
            if (property.Metadata.Name is not ("Id" or "Version") && values.TryGetValue(property.Metadata.Name, out var value)) property.CurrentValue = Read(property.Metadata, value);
    }

    private static Dictionary<string, JsonElement> Values(string snapshot) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(snapshot)!;

    private static object? Stored(IProperty property, object? value) => value is not null && property.GetTypeMapping().Converter is { } convert ? convert.ConvertToProvider(value) : value;

    private static object? Read(IProperty property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var convert = property.GetTypeMapping().Converter;
        var plain = value.Deserialize(convert?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);
        return convert is null ? plain : convert.ConvertFromProvider(plain);
    }

    private static string Label(RecordKind kind, string name)
    {
        if (name == "Name") return kind == RecordKind.Project ? "项目名称" : "企业全称";
        return Labels.GetValueOrDefault(name) ?? ProjectFields.Name(name);
    }

    // as a form asks for them; what is not listed comes last
    private static int Place(string name) => Array.IndexOf(Foremost, name) is >= 0 and var at ? at : 99;

    private static IEntityType Type(IModel model, RecordKind kind) => model.FindEntityType(kind == RecordKind.Project ? typeof(Project) : typeof(Enterprise))!;
}
