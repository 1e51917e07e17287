using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Api;

/// <summary>The description is complete and true: every endpoint stands in it and nothing else, with words, examples and refusals for each.</summary>
[Trait("needs", "database")]
public sealed partial class TheDescription(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Holds_every_endpoint_and_no_other()
    {
        var description = await Read();
        var described = description.Operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal).ToList();
        var mapped = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not null && !e.RoutePattern.RawText!.Contains("docs", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Plain(e.RoutePattern.RawText!)}")).Order(StringComparer.Ordinal).ToList();
        Assert.True(mapped.Count > 35, $"only {mapped.Count} endpoints found");
        Assert.Equal(mapped, described);
        Assert.StartsWith("3.1", description.Document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_each_operation_what_it_does_and_how_it_may_be_refused()
    {
        var lacking = new List<string>();
        foreach (var operation in (await Read()).Operations)
        {
            var (answers, isWrite) = (operation.Node["responses"]!.AsObject().Select(r => r.Key).ToHashSet(), operation.Method != "GET");
            void Needs(bool holds, string what) { if (!holds) lacking.Add($"{operation.Id}: {what}"); }
            Needs(Han().IsMatch(operation.Node["summary"]?.GetValue<string>() ?? ""), "a summary");
            Needs(operation.Node["tags"] is JsonArray { Count: 1 }, "one tag");
            Needs(answers.Count(a => a[0] == '2') == 1, "one good answer");
            Needs(answers.Contains("500"), "500");
            foreach (var (status, answer) in operation.Node["responses"]!.AsObject())
                Needs(status[0] == '2' || answer!["content"]?["application/problem+json"]?["schema"]?["$ref"]?.GetValue<string>() == "#/components/schemas/Problem", $"a problem for {status}");
            if (operation.Id == "health") continue;
            Needs(operation.Node["security"]?[0]?["token"] is JsonArray { Count: 1 }, "the token with its right");
            foreach (var status in isWrite ? new[] { "400", "401", "403", "409", "422" } : ["400", "401", "403", "409"]) Needs(answers.Contains(status), status);
            Needs(isWrite == Has(operation, "Idempotency-Key"), "Idempotency-Key on writes alone");
            Needs(operation.Body is null || answers.Contains("415"), "415");
            Needs(!operation.Path.Contains('{', StringComparison.Ordinal) || answers.Contains("404"), "404");
            Needs(!Has(operation, "If-Match") || answers.IsSupersetOf(["412", "428"]), "412 and 428");
        }
        Assert.Equal([], lacking);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Explains_every_field_and_parameter_in_both_languages(string language)
    {
        var description = await Read(language);
        var fields = description.Schemas.SelectMany(s => (s.Value!["properties"]?.AsObject() ?? []).Select(p => ($"{s.Key}.{p.Key}", Words: p.Value!["description"]?.GetValue<string>() ?? "")))
            .Concat(description.Operations.SelectMany(o => o.Parameters.Select(p => ($"{o.Id} {p["name"]}", Words: p["description"]?.GetValue<string>() ?? "")))).ToList();
        Assert.True(fields.Count > 300, $"only {fields.Count} fields found");
        Assert.Equal([], fields.Where(f => language == "zh" ? !Han().IsMatch(f.Words) : f.Words.Length == 0 || Han().Count(f.Words) * 4 > f.Words.Length).Select(f => $"{f.Item1}: {f.Words}").Distinct());
        var words = description.Operations.SelectMany(o => new[] { o.Node["summary"], o.Node["description"] }.Concat(o.Node["responses"]!.AsObject().Select(r => r.Value!["description"])))
            .Concat(description.Document["tags"]!.AsArray().Select(t => t!["description"])).OfType<JsonNode>().Select(n => n.GetValue<string>()).Distinct();
        Assert.Equal([], words.Where(w => language == "zh" != Han().IsMatch(w)));
    }

    [Fact]
    public async Task Gives_an_example_of_each_body_that_follows_its_schema()
    {
        var (description, wrong, examples) = (await Read(), new List<string>(), 0);
        foreach (var operation in description.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(p => p["example"] is not null))
                wrong.AddRange(description.Wrong(parameter["example"], parameter["schema"]!).Select(w => $"{operation.Id} {parameter["name"]}: {w}"));
            foreach (var (where, content) in operation.Node["responses"]!.AsObject().Select(r => (r.Key, r.Value!["content"])).Append(("body", operation.Node["requestBody"]?["content"])))
                foreach (var (type, media) in content?.AsObject() ?? [])
                {
                    if (!type.EndsWith("json", StringComparison.Ordinal)) continue;
                    examples++;
                    if (media!["example"] is not { } example) wrong.Add($"{operation.Id} {where}: no example");
                    else wrong.AddRange(description.Wrong(example, media["schema"]!).Select(w => $"{operation.Id} {where}: {w}"));
                }
        }
        Assert.True(examples > 200, $"only {examples} examples found");
        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""", """{"a":1.5}""")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""", "{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}}}""", """{"b":1}""")]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Origin"}]}""", "\"Elsewhere\"")]
    [InlineData("""{"type":["null","string"],"format":"date"}""", "\"2026-02-30\"")]
    [InlineData("""{"type":"array","items":{"type":"string","maxLength":1}}""", """["ab"]""")]
    [InlineData("""{"type":"string","novelty":1}""", "\"a\"")]
    public async Task Is_compared_with_what_is_answered_and_a_difference_is_found(string schema, string value) =>
        Assert.NotEmpty((await Read()).Wrong(JsonNode.Parse(value), JsonNode.Parse(schema)!));

    [Fact]
    public async Task Is_read_by_people_as_a_page_without_anything_from_elsewhere()
    {
        var clerk = await app.SignedInAs("clerk");
        foreach (var (language, heading) in new[] { ("zh", "接口说明"), ("en", "API reference") })
        {
            var page = await clerk.Open("/api/docs?lang=" + language);
            Assert.Equal(heading, page.Of("h1"));
            Assert.Equal((await Read()).Operations.Count, page.Document.QuerySelectorAll("details.operation").Length);
            Assert.Empty(page.Document.QuerySelectorAll("main script, main style, main [style]"));
        }
        using var taken = JsonDocument.Parse((await clerk.Open("/api/docs?handler=Document")).Html);
        Assert.StartsWith("3.1", taken.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    private async Task<Description> Read(string language = "zh") => await Description.Of((await app.SignedInAs("reviewer")).Http, language);

    private static bool Has(Operation operation, string header) => operation.Parameters.Any(p => p["name"]!.GetValue<string>() == header);

    private static string Plain(string route) => Constraint().Replace("/" + route.Trim('/'), "{$1}");

    [GeneratedRegex(@"\{(\w+):\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("[\u3400-\u9fff]")]
    private static partial Regex Han();
}
