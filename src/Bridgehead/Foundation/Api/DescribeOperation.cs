using System.Globalization;
using System.Text.Json.Nodes;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bridgehead;

/// <summary>Adds to each operation what the framework cannot see: the language, the headers, the right it asks for, and every way it may be refused.</summary>
internal sealed class DescribeOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (words, about) = (ApiDescription.Words, context.Description.ActionDescriptor.EndpointMetadata);
        var method = context.Description.HttpMethod ?? "GET";
        var (isWrite, wantsVersion) = (method != "GET", about.OfType<NeedsVersion>().Any());
        operation.Summary = words[operation.Summary ?? ""];
        if (operation.Description is { } description) operation.Description = words[description];
        Name(operation, words);
        if (about.OfType<IAllowAnonymous>().Any()) operation.Security = [];
        else
        {
            var permission = about.OfType<IAuthorizeData>().Select(a => a.Policy).First(p => !string.IsNullOrEmpty(p))!;
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [permission] }];
            operation.Description = string.Join("\n\n", new[] { operation.Description, words.Say($"所需权限：{Permission.About(permission)}（{permission}）") }.Where(t => t is not null));
        }
        if (isWrite) Header(operation, words, "Idempotency-Key", "7c1f0f5e-8a6e-4a53-9d5c-0d5a3a3a4f10");
        if (wantsVersion) Header(operation, words, "If-Match", "\"3\"");
        Answers(operation, context, words, isWrite, wantsVersion);
        return Task.CompletedTask;
    }

    private static void Name(OpenApiOperation operation, Words words)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Name = ApiInput.Field(parameter.Name!);
            if (FieldNotes.Of(operation.OperationId ?? "", parameter.Name) is not { } note) continue;
            (parameter.Description, parameter.Example) = (note.In(words), note.Example);
        }
    }

    private static void Header(OpenApiOperation operation, Words words, string name, string example) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name, In = ParameterLocation.Header, Required = true, Description = FieldNotes.Of("", name)!.In(words), Example = JsonValue.Create(example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = name == "Idempotency-Key" ? 80 : null, MinLength = 1 },
    });

    private static void Answers(OpenApiOperation operation, OpenApiOperationTransformerContext context, Words words, bool isWrite, bool wantsVersion)
    {
        operation.Responses ??= [];
        if (context.Description.SupportedResponseTypes.Any(r => r is { StatusCode: 200, Type: { } type } && (type == typeof(Written) || type == typeof(object)))) operation.Responses.Remove("200");
        var isKnown = operation.Security is { Count: > 0 };
        foreach (var (status, response) in operation.Responses.Where(r => r.Key.StartsWith('2')))
        {
            if (response is not OpenApiResponse good) continue;
            good.Description = words[status switch { "201" => "已新建", "204" => "已办，没有内容", _ => isWrite ? "已办" : "所求的内容" }];
            if (status == "201") Carries(good, words, "Location");
            if (status != "204" && HasVersion(context, status)) Carries(good, words, "ETag");
            if (isWrite) Carries(good, words, "Idempotency-Replayed");
        }
        (int Status, bool Possible)[] refusals =
        [
            (400, isKnown), (401, isKnown), (403, isKnown), (404, isKnown && (context.Description.RelativePath!.Contains('{', StringComparison.Ordinal) || operation.Responses.ContainsKey("404"))),
            (409, isKnown), (412, wantsVersion), (413, isWrite), (415, operation.RequestBody is not null), (422, isWrite), (428, wantsVersion),
            (500, true), (503, operation.Responses.ContainsKey("503")),
        ];
        foreach (var (status, _) in refusals.Where(r => r.Possible))
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = words[Why(status)],
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(DescribeDocument.Problem, context.Document) } },
            };
    }

    // a list carries none: its records carry their own
    private static bool HasVersion(OpenApiOperationTransformerContext context, string status) =>
        context.Description.SupportedResponseTypes.Any(r => r.StatusCode.ToString(CultureInfo.InvariantCulture) == status && r.Type?.GetProperty("Version") is not null && r.Type != typeof(Written));

    private static void Carries(OpenApiResponse response, Words words, string header) => (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[header] =
        new OpenApiHeader { Description = FieldNotes.Of("", header)!.In(words), Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Why(int status) => status switch
    {
        400 => "参数或正文的形式不对，或者缺少 Idempotency-Key", 401 => "没有出示有效的令牌", 403 => "角色或令牌没有这项权限", 404 => "没有这条记录，或者不在数据范围内",
        409 => "业务规则不允许，理由见 detail", 412 => "他人已先修改，请重新读取", 413 => "内容过大", 415 => "正文的类型不对", 422 => "同一 Idempotency-Key 已用于另一份内容",
        428 => "没有用 If-Match 写明读到的版本", 503 => "暂不可用", _ => "系统出错，日志中的编号见 reference",
    };
}
