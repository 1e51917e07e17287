using System.Text;
using System.Text.Json.Nodes;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Api;

/// <summary>Is a problem document in the language asked for, whatever went wrong; what it looks like is checked with every answer a program gets.</summary>
[Trait("needs", "database")]
public sealed class ARefusalOfTheApi(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<int, string, string, string?, string, string> Cases => new()
    {
        { 400, "POST", "/api/enterprises", "{\"name\":", "请求正文", "the body" },
        { 400, "POST", "/api/enterprises", "{\"name\":7}", "“name”", "“name”" },
        { 400, "POST", "/api/enterprises", "{\"name\":\"甲\",\"owner\":\"乙\"}", "缺失、多余或类型不对", "missing, unknown or of the wrong type" },
        { 400, "POST", "/api/enterprises", "{\"name\":\"甲\",\"name\":\"乙\"}", "“name”", "“name”" },
        { 400, "POST", "/api/enterprises", "{\"name\":\"\"}", "见 errors", "see errors" },
        { 400, "POST", "/api/enterprises", "{\"name\":\"甲\\u0000乙\"}", "见 errors", "see errors" },
        { 400, "POST", "/api/enterprises", "", "正文", "body" },
        { 400, "POST", "/api/projects", "{\"name\":\"甲\"}", "见 errors", "see errors" },
        { 400, "GET", "/api/figures?unit=city", null, "参数“indicator”", "parameter “indicator”" },
        { 400, "GET", "/api/projects?limit=many", null, "参数“limit”", "parameter “limit”" },
        { 400, "GET", "/api/projects?year=1", null, "见 errors", "see errors" },
        { 400, "GET", "/api/projects?origin=99", null, "见 errors", "see errors" },
        { 400, "GET", "/api/search?q=%00", null, "见 errors", "see errors" },
        { 403, "GET", "/api/audit", null, "没有这项权限", "right" },
        { 404, "GET", "/api/projects/0197d1c2-6f00-7a00-8000-000000000001", null, "没有这条记录", "no such record" },
        { 404, "GET", "/api/projects/one", null, "没有这个地址", "no such address" },
        { 404, "GET", "/api/nowhere", null, "没有这个地址", "no such address" },
        { 404, "GET", "/API/nowhere.json", null, "没有这个地址", "no such address" },
        { 405, "DELETE", "/api/enterprises", null, "不支持所用的方法", "does not take the method" },
        { 405, "PATCH", "/api/projects/0197d1c2-6f00-7a00-8000-000000000001", null, "不支持所用的方法", "does not take the method" },
        { 409, "GET", "/api/figures?unit=nowhere&indicator=signed-projects&from=2026-01&to=2026-02", null, "没有单位“nowhere”", "nowhere" },
        { 409, "GET", "/api/targets?after=x", null, "游标“x”", "cursor “x”" },
        { 409, "POST", "/api/enterprises", "{\"name\":\"甲\",\"creditCode\":\"123\"}", "应为18位", "18 characters" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Says_in_both_languages_what_is_wrong(int status, string method, string address, string? body, string chinese, string english)
    {
        var program = await AProgram.Of(app, "clerk");
        foreach (var (language, expected) in new[] { ("zh-CN", chinese), ("en", english) })
        {
            using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            var reply = await program.Send(method, address, content, language: language);
            Assert.Equal(status, reply.Status);
            Assert.True(reply.Text.Contains(expected, StringComparison.OrdinalIgnoreCase), reply.Text);
        }
    }

    [Fact]
    public async Task Is_401_without_a_token_and_tells_a_browser_nothing_more()
    {
        var visitor = app.Visitor();
        await visitor.SignInAs("clerk");
        foreach (var token in new[] { null, "bh_wrong", "Basic x" })
        {
            if (token is not null) visitor.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            using var answer = await visitor.Http.PostAsync(new Uri("/api/enterprises", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            Assert.Equal((401, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Names_the_methods_an_address_takes() =>
        Assert.Equal("GET, POST", (await (await AProgram.Of(app, "clerk")).Send("PUT", "/api/enterprises")).Response.Content.Headers.Allow.Aggregate((a, b) => a + ", " + b));

    [Fact]
    public async Task Is_415_for_a_body_of_another_type()
    {
        var program = await AProgram.Of(app, "clerk");
        Assert.Equal(415, (await program.Send("POST", "/api/enterprises", new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"))).Status);
        Assert.Equal(415, (await program.Send("POST", "/api/imports/checks?kind=projects", new StringContent("{}", Encoding.UTF8, "application/json"))).Status);
    }

    [Fact]
    public async Task Is_400_without_a_key_422_for_a_key_used_for_other_content_and_none_for_the_same_again()
    {
        var program = await AProgram.Of(app, "clerk");
        JsonObject Body(string name) => new() { ["name"] = name };
        Assert.Equal(400, (await program.Write("POST", "/api/enterprises", Body("重发甲"), key: "")).Status);
        var first = await program.Write("POST", "/api/enterprises", Body("重发甲"), key: "once");
        var again = await program.Write("POST", "/api/enterprises", Body("重发甲"), key: "once");
        Assert.Equal((201, 201, first.Text, "true"), (first.Status, again.Status, again.Text, again.Response.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(422, (await program.Write("POST", "/api/enterprises", Body("重发乙"), key: "once")).Status);
        Assert.Equal(1, await app.Reading(db => db.Set<Bridgehead.Features.Enterprises.Enterprise>().CountAsync(e => e.Name.StartsWith("重发"))));
    }

    [Fact]
    public async Task Leaves_one_entry_in_the_trail_for_each_write_and_none_for_a_read()
    {
        var program = await AProgram.Of(app, "clerk");
        Task<int> Count() => app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.Action.StartsWith("api.enterprises")));
        var before = await Count();
        foreach (var body in new[] { "{\"name\":", "{\"name\":7}", "{\"name\":\"\"}", "{\"name\":\"甲\",\"creditCode\":\"1\"}", "{\"name\":\"记一笔\"}" })
            await program.Send("POST", "/api/enterprises", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(before + 5, await Count());
        await program.Get("/api/enterprises");
        Assert.Equal(before + 5, await Count());
    }

    [Fact]
    public async Task Refuses_more_than_the_fields_described()
    {
        var program = await AProgram.Of(app, "reviewer");
        var columns = await app.Reading(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Distinct().ToList()));
        var east = (await app.Reading(db => db.Set<Unit>().SingleAsync(u => u.Code == "east"))).Id;
        (string Address, JsonObject Body, string Schema)[] writes =
        [
            ("/api/enterprises", new() { ["name"] = "多写" }, "EnterpriseInput"), ("/api/projects", new() { ["name"] = "多写", ["unitId"] = east }, "ProjectInput"),
            ("/api/targets", new() { ["indicator"] = "signed-projects", ["unit"] = "east", ["year"] = 2030, ["value"] = 1 }, "TargetInput"),
            ("/api/indicators", new() { ["code"] = "more", ["name"] = "多写", ["display"] = "个" }, "IndicatorInput"),
        ];
        foreach (var (address, body, schema) in writes)
        {
            // the forms' own version stands in If-Match here, and is passed over in a body
            var undocumented = columns.Where((c, i) => i % 6 == 0 && c != "version" && program.Description.Schemas[schema]!["properties"]![c] is null).ToList();
            Assert.True(undocumented.Count > 15, $"only {undocumented.Count} columns");
            foreach (var column in undocumented)
            {
                var more = body.DeepClone().AsObject();
                more[column] = 7777777;
                Assert.True((await program.Write("POST", address, more)).Status == 400, $"{address} took {column}");
            }
            Assert.Equal(201, (await program.Write("POST", address, body)).Status);
        }
    }
}
