using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bridgehead;

/// <summary>Completes the description: what the API is, its tags, how to sign in, what each field means, and an example of everything.</summary>
internal sealed class DescribeDocument : IOpenApiDocumentTransformer
{
    /// <summary>The name of the schema of a refusal.</summary>
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var words = ApiDescription.Words;
        document.Info = new OpenApiInfo
        {
            Title = words["桥头堡接口"], Version = typeof(Site).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            Description = words["招商引资工作平台的接口，与页面和命令行用同一套规则。新建、修改、删除都须带 Idempotency-Key，同一标识重发只办一次；修改须用 If-Match 写明读到的版本；清单按游标翻页；只看得到令牌所属人员数据范围内的内容；被拒时以 application/problem+json 回答，语言依 Accept-Language"],
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "bh_…", Description = words["在“我的账号”的“接口令牌”中生成，权限不超过本人"] },
        };
        foreach (var inner in new[] { "ProblemDetails", nameof(Written) }) document.Components.Schemas?.Remove(inner);
        document.AddComponent(Problem, Refused());
        document.Tags = ApiExamples.Operations(document).SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>()).Select(t => t.Name!).Distinct()
            .Select(name => new OpenApiTag { Name = name, Description = words[About(name)] }).ToHashSet();
        foreach (var (name, schema) in document.Components.Schemas!) Explain(name, schema, words);
        new ApiExamples(document).Fill();
        return Task.CompletedTask;
    }

    private static void Explain(string owner, IOpenApiSchema schema, Words words)
    {
        if (!words.IsEnglish) schema.Description = null;
        if (schema is OpenApiSchema { Enum: { Count: > 0 } options } state) (state.Type, state.Enum) = (JsonSchemaType.String, [.. options.Where(o => o is not null && o.GetValueKind() != System.Text.Json.JsonValueKind.Null)]);
        foreach (var (field, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            if (FieldNotes.Of(owner, field) is { } note) Explain(property, note.In(words));
    }

    private static void Explain(IOpenApiSchema property, string words)
    {
        property.Description = words;
        foreach (var one in property.OneOf ?? []) one.Description = null;
    }

    private static OpenApiSchema Refused() => new()
    {
        Type = JsonSchemaType.Object, Required = new HashSet<string> { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text(), ["title"] = Text(), ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "400", Maximum = "599" }, ["detail"] = Text(), ["instance"] = Text(),
            ["field"] = Text(), ["reference"] = Text(), ["traceId"] = Text(),
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() } },
        },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static string About(string tag) => tag switch
    {
        "vouchers" => "凭证：上传读取、检查、分配、审核认定", "rates" => "汇率：录入的中间价",
        "attachments" => "附件：记录所附的文件", "audit" => "审计轨迹：谁在何时改了什么", "cockpit" => "驾驶舱：一个单位的主要数据、两个日期的比较", "instructions" => "批示：下达、承接、答复、退回、办结", "signals" => "苗头：核查、判定、阈值", "closes" => "关账：关账前检查、已关账的月份、公布数", "enterprises" => "企业名录", "entries" => "数据分录：每个数字由哪些分录合成，冲销",
        "figures" => "数据：数值、占比、目标、完成、超序时、同比、排名", "health" => "运行状况", "imports" => "导入台账：检查、写入、退回、撤销", "indicators" => "指标及其口径版本",
        "agreements" => "协议：各版、承诺、签订、补充", "assessments" => "考核：方案、填报、冻结、公示、申诉、重新计分", "duplicates" => "查重：疑似重复、处理、合并、撤销", "bulk" => "批量修改：预览、办理、撤销", "progress" => "进度：计划、月报、变化、全覆盖", "projects" => "项目：从线索到投产", "promises" => "承诺：生效、兑现、豁免", "open-data" => "公开数据", "reports" => "工作报告", "reviews" => "准入评审：意见、打分、结论、评分表、合规审查", "search" => "全局查找", "stages" => "阶段与门槛", "targets" => "年度目标和攻坚行动", "trash" => "回收站", "units" => "组织单位", "views" => "保存的视图", _ => tag,
    };
}
