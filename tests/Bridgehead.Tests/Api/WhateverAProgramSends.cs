using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Doors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Api;

/// <summary>
/// Is answered or refused, never with a failure of ours (reliability goal 9): every parameter and every field of every operation is given wrong
/// and extreme values made from the description, the others staying as they should be. The same values on every run. What goes through is taken
/// from the examples of each capability; a request as it should be has to be taken, so that the wrong ones get past the door.
/// </summary>
[Trait("needs", "database")]
public sealed partial class WhateverAProgramSends(AccessApp app) : IClassFixture<AccessApp>
{
    private const string AsItShouldBe = "as it should be";

    private static readonly string[] Texts =
        ["", " ", "\0", "x\u001b[2J", "𠮷野家", "'; DROP TABLE \"Units\"; --", "%", "_", "\\", "<script>alert(1)</script>", "../../etc/passwd", "null", "-1", "0000-00", "9999-99", "2100-12", "1990-01",
         "2026-13", "~", "1~1", "9223372036854775807", "9223372036854775807~0197d1c2-6f00-7a00-8000-000000000001", "unit:", "signed-projects@2147483648", new string('长', 5000)];

    private static readonly string[] Numbers = ["0", "-1", "1", "2147483648", "-2147483649", "9223372036854775808", "1e400", "0.001", "79228162514264337593543950335", "12x", "NaN"];

    [Fact]
    public async Task Never_ends_in_a_failure_of_ours()
    {
        var programs = new Dictionary<string, AProgram>();
        async Task<AProgram> Of(string persona) => programs.TryGetValue(persona, out var one) ? one : programs[persona] = await AProgram.Of(app, persona);
        var program = await Of("reviewer");
        var (scene, known) = (new Scene(app), await Prepare(program));
        var (random, sent, failures) = (new Random(20260101), 0, new List<string>());
        foreach (var write in Writes.All.Where(w => w.Entrance.Contains(" /api/", StringComparison.Ordinal)))
            foreach (var (name, value) in InPath(Plain(write.Entrance).Split(' ')[1], (await write.Make(scene)).Address)) known.TryAdd($"{write.Entrance.Split('/')[2]}.{name}", value);
        foreach (var operation in program.Description.Operations.Where(o => o.Id is not ("health" or "projects.throw-away")).OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            var write = Writes.All.FirstOrDefault(w => Plain(w.Entrance) == $"{operation.Method} {operation.Path}");
            var example = write is null ? null : await write.Make(scene);
            program = await Of(write?.Persona ?? (operation.Path.StartsWith("/api/audit", StringComparison.Ordinal) ? "auditor" : "reviewer"));
            foreach (var trial in Trials(operation, program.Description, known, example, random))
            {
                var version = trial.About == AsItShouldBe && example?.Version is { } stated ? $"\"{stated}\"" : operation.Parameters.Any(p => p["name"]!.GetValue<string>() == "If-Match") ? await Version(program, trial.Address) : null;
                try
                {
                    var reply = await program.Send(operation.Method, trial.Address, trial.Content, version);
                    if (reply.Status >= 500) failures.Add($"{operation.Id} {trial.About}: {reply.Status}");
                    if (trial.About == AsItShouldBe && reply.Status >= 300 && (example is not null || !operation.Path.Contains('{', StringComparison.Ordinal))) failures.Add($"{operation.Id} {trial.About}: {reply.Status} {reply.Text}");
                }
                catch (Xunit.Sdk.XunitException wrong)
                {
                    failures.Add($"{operation.Id} {trial.About}: {wrong.Message}");
                }
                sent++;
            }
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {sent}:\n{string.Join('\n', failures.Take(40))}");
        Assert.True(sent > 1500, $"only {sent} sent");
    }

    private static IEnumerable<(string About, string Address, HttpContent? Content)> Trials(Operation operation, Description description, Dictionary<string, string> known, Sending? example, Random random)
    {
        var inAddress = operation.Parameters.Where(p => p["in"]!.GetValue<string>() is "path" or "query").ToList();
        var stated = example is null ? [] : InPath(operation.Path, example.Address).Concat(InQuery(example.Address)).ToDictionary();
        var usual = inAddress.ToDictionary(Name, p => stated.GetValueOrDefault(Name(p)) ?? Usual(operation, p, known));
        JsonObject? Usually() => operation.Body is not { Type: "application/json" } taken ? null
            : example is null ? Sample(operation, taken.Schema, known) : new JsonObject(example.Fields.Select(f => KeyValuePair.Create(f.Name, JsonSerializer.SerializeToNode(f.Value))));
        var (body, unchanged) = (Usually(), Address(operation, usual));
        yield return (AsItShouldBe, unchanged, example?.File is { } file ? Upload(file, example.Fields) : Content(operation, body?.ToJsonString()));
        foreach (var parameter in inAddress)
            foreach (var value in Values(Resolved(description, parameter["schema"]!.AsObject()), random))
            {
                // the server itself turns such paths away before anything of ours is asked
                if (parameter["in"]!.GetValue<string>() == "path" && (value.Trim('.', ' ', '/').Length == 0 || value.Any(char.IsControl))) continue;
                yield return ($"{Name(parameter)}={Short(value)}", Address(operation, new(usual) { [Name(parameter)] = value }), Content(operation, body?.ToJsonString()));
            }
        if (body is null) yield break;
        foreach (var wrong in new[] { "", "{", "[]", "null", "7", "\"x\"", "{\"a\":", "{\"\\ud800\":1}", new string('[', 200) }) yield return ($"body {wrong[..Math.Min(9, wrong.Length)]}", unchanged, Content(operation, wrong));
        var schema = Resolved(description, operation.Body!.Value.Schema);
        foreach (var (field, node) in schema["properties"]!.AsObject())
            foreach (var value in Values(Resolved(description, node!.AsObject()), random).Select(v => Quoted(v)).Concat(["null", "true", "[]", "{}", "\"\\ud800\"", .. Numbers.Where(n => n is not ("12x" or "NaN"))]).Where(_ => random.Next(3) == 0))
            {
                body[field] = "\u0001";
                yield return ($"{field}={Short(value)}", unchanged, Content(operation, body.ToJsonString().Replace("\"\\u0001\"", value, StringComparison.Ordinal)));
                body = Usually()!;
            }
    }

    // every fourth of many wrong values, chosen by the seed, so that a run stays short
    private static IEnumerable<string> Values(JsonObject schema, Random random)
    {
        var kind = (schema["type"]?.ToJsonString() ?? "") + schema["format"];
        var wrong = schema["enum"] is not null ? ["99", "-1", "none", ""] : kind.Contains("integer", StringComparison.Ordinal) || kind.Contains("number", StringComparison.Ordinal) ? Numbers
            : kind.Contains("boolean", StringComparison.Ordinal) ? ["1", "yes", ""] : kind.Contains("uuid", StringComparison.Ordinal) ? ["1", "00000000-0000-0000-0000-000000000000", ""]
            : kind.Contains("date", StringComparison.Ordinal) ? ["0001-01-01", "9999-12-31", "2026-02-30", "1", ""] : Texts;
        return wrong.Where(_ => random.Next(wrong.Length < 6 ? 2 : 4) == 0);
    }

    private static string Usual(Operation operation, JsonObject parameter, Dictionary<string, string> known)
    {
        var name = Name(parameter);
        if (parameter["required"]?.GetValue<bool>() != true) return "";
        if (known.TryGetValue($"{operation.Id}.{name}", out var own) || known.TryGetValue($"{operation.Path.Split('/')[2]}.{name}", out own) || known.TryGetValue(name, out own)) return own;
        return parameter["example"]?.ToString() ?? "";
    }

    private static JsonObject? Sample(Operation operation, JsonObject schema, Dictionary<string, string> known)
    {
        var body = operation.Node["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone().AsObject();
        foreach (var (field, value) in known) if (body.ContainsKey(field) && schema is not null && field.EndsWith("Id", StringComparison.Ordinal)) body[field] = value;
        if (body.ContainsKey("unit")) body["unit"] = "east";
        if (body.ContainsKey("indicator")) body["indicator"] = "signed-projects";
        if (body.ContainsKey("value")) body["value"] = 7;
        if (body.ContainsKey("code") && operation.Id == "indicators.define") (body["code"], body["validFrom"]) = ("fuzzed", "2026-01-01");
        if (body.ContainsKey("stage")) body["stage"] = "lead";
        if (body.ContainsKey("creditCode")) body["creditCode"] = null;
        return body;
    }

    private static string Plain(string entrance) => Constraint().Replace(entrance, "}");

    // the values an address has where the path has names
    private static IEnumerable<KeyValuePair<string, string>> InPath(string path, string address) =>
        path.Split('/').Zip(address.Split('?')[0].Split('/')).Where(p => p.First.StartsWith('{')).Select(p => KeyValuePair.Create(p.First.Trim('{', '}'), Uri.UnescapeDataString(p.Second)));

    private static IEnumerable<KeyValuePair<string, string>> InQuery(string address) =>
        QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "").Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()));

    [GeneratedRegex(@":[^}]*\}")]
    private static partial Regex Constraint();

    private static string Address(Operation operation, Dictionary<string, string> values)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var (name, value) in values)
            if (path.Contains($"{{{name}}}", StringComparison.Ordinal)) path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else if (value.Length > 0) query.Add($"{name}={Uri.EscapeDataString(value)}");
        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    private static HttpContent? Content(Operation operation, string? json)
    {
        if (operation.Body is { Type: "multipart/form-data" })
            return new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("项目名称\n甲\n")), "file", "f.csv" } };
        return json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
    }

    private static MultipartFormDataContent Upload((string Field, string Name, byte[] Content) file, IReadOnlyList<(string Name, object Value)> fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file.Content), file.Field, file.Name } };
        foreach (var (name, value) in fields) form.Add(new StringContent(Convert.ToString(value, CultureInfo.InvariantCulture)!), name);
        return form;
    }

    private static async Task<string?> Version(AProgram program, string address)
    {
        var record = address.Split('?')[0].Replace("/stage", "", StringComparison.Ordinal).Replace("/undo", "", StringComparison.Ordinal);
        if (program.Description.At("GET", record) is null || (await program.Get(record)) is not { Status: 200 } read) return "\"1\"";
        return read.Response.Headers.ETag?.Tag ?? "\"1\"";
    }

    private async Task<Dictionary<string, string>> Prepare(AProgram program)
    {
        var east = (await app.Reading(db => db.Set<Unit>().SingleAsync(u => u.Code == "east"))).Id.ToString();
        var enterprise = await program.Write("POST", "/api/enterprises", new JsonObject { ["name"] = "试探企业" });
        var project = await program.Write("POST", "/api/projects", new JsonObject { ["name"] = "试探项目", ["unitId"] = east });
        var target = await program.Write("POST", "/api/targets", new JsonObject { ["indicator"] = "signed-projects", ["unit"] = "east", ["year"] = 2025, ["value"] = 3 });
        var check = await program.Upload("/api/imports/checks?kind=Figures", "a.csv", Encoding.UTF8.GetBytes("单位,指标,起,止,数值,计量单位,来源\n东江区,新签约项目数,2026-01,2026-03,12,个,简报\n"));
        var batch = await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: check.Tag);
        Assert.Equal(200, batch.Status);
        return new()
        {
            ["unitId"] = east, ["unit"] = "east", ["indicator"] = "signed-projects", ["from"] = "2026-01", ["to"] = "2026-03", ["year"] = "2026", ["by"] = "origin", ["sequence"] = "1", ["audit.from"] = "2026-01-01",
            ["audit.to"] = "2099-01-01", ["projects.id"] = project.Of("id"), ["enterprises.id"] = enterprise.Of("id"), ["targets.id"] = target.Of("id"), ["imports.id"] = batch.Of("batch"), ["trash.id"] = project.Of("id"),
            ["attachments.id"] = project.Of("id"), ["attachments.record"] = project.Of("id"), ["kind"] = "project", ["imports.kind"] = "Figures", ["code"] = "signed-projects", ["scopeVersion"] = "1", ["q"] = "shi",
        };
    }

    private static JsonObject Resolved(Description description, JsonObject schema)
    {
        if (schema["$ref"] is { } reference) return description.Schemas[reference.GetValue<string>().Split('/')[^1]]!.AsObject();
        return schema["oneOf"] is JsonArray several ? Resolved(description, several[^1]!.AsObject()) : schema;
    }

    private static string Name(JsonObject parameter) => parameter["name"]!.GetValue<string>();

    private static string Quoted(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.Length < 20 ? text : JsonValue.Create(text)!.ToJsonString();

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
