using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Makes what the tests of vouchers need: a signed project with its company, documents beside it, vouchers through the API as people send them.</summary>
internal sealed class FundsScene(TestApp app)
{
    private static int serial;

    /// <summary>The company of the scene's projects.</summary>
    public const string Company = "测试（东江）新材料有限公司";

    /// <summary>A number nobody used before.</summary>
    public static string FreshNumber() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"26512000{Interlocked.Increment(ref serial):000000}{Random.Shared.Next(1_000_000):000000}");

    /// <summary>A project of a unit, signed on 2026-01-10, being built.</summary>
    public async Task<Guid> Project(string unit = "east", string company = Company)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var owner = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == unit);
            var facts = new ProjectFacts { Name = "项目" + Guid.NewGuid().ToString("N")[..8], UnitId = owner.Id, Investor = "投资方有限公司", Company = company, Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromYi(5), SignedOn = new DateOnly(2026, 1, 10), StartedOn = new DateOnly(2026, 2, 1) };
            id = (await services.GetRequiredService<OpenProject>().Run(facts, Stage.Called("building")!)).Id;
        });
        return id;
    }

    /// <summary>Sends a file to the API as a persona.</summary>
    public static async Task<HttpResponseMessage> Upload(Visitor by, byte[] file, string name, Guid? project = null, string more = "")
    {
        using var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/vouchers?{(project is { } id ? $"project={id}" : "")}{more}") { Content = form };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await by.Http.SendAsync(request);
    }

    /// <summary>Posts JSON to the API.</summary>
    public static async Task<HttpResponseMessage> Post(Visitor by, string address, object body, long? version = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        if (version is { } v) request.Headers.TryAddWithoutValidation("If-Match", $"\"{v}\"");
        return await by.Http.SendAsync(request);
    }

    /// <summary>An invoice of a project, uploaded as XML, its set complete; as the API shows it.</summary>
    public async Task<JsonElement> Invoice(Visitor by, Guid project, VoucherFiles.Invoice? like = null, bool complete = true)
    {
        using var answer = await Upload(by, VoucherFiles.Xml(like ?? new VoucherFiles.Invoice { Number = FreshNumber() }), "a.xml", project);
        var voucher = await Json(answer);
        if (complete) await Complete(voucher.GetProperty("id").GetGuid(), project);
        return await Get(by, voucher.GetProperty("id").GetGuid());
    }

    /// <summary>Puts contract, payment slip and bookkeeping beside a voucher.</summary>
    public async Task Complete(Guid voucher, Guid project) => await app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var subject = await db.Set<Voucher>().SingleAsync(v => v.Id == voucher);
        foreach (var kind in new[] { VoucherKind.Contract, VoucherKind.PaymentSlip, VoucherKind.AccountingEntry })
        {
            var piece = new Voucher(subject.UnitId, project, null, "某", DateTime.UtcNow);
            piece.Restate(new VoucherFacts { Kind = kind, Number = FreshNumber(), IssuedOn = new DateOnly(2026, 3, 1), Buyer = Company, Seller = "江岸建设工程有限公司", Net = Money.FromWan(5000), Gross = Money.FromWan(5000) }, null, null);
            db.Add(piece);
            await db.SaveChangesAsync();
            db.Add(new VoucherPiece(voucher, piece.Id));
        }
        await db.SaveChangesAsync();
    });

    /// <summary>A voucher as the API shows it.</summary>
    public static async Task<JsonElement> Get(Visitor by, Guid id)
    {
        using var answer = await by.Http.GetAsync(new Uri($"/api/vouchers/{id}", UriKind.Relative));
        return await Json(answer);
    }

    /// <summary>A photograph uploaded and filled in by hand, through the API; as it shows it.</summary>
    public static async Task<JsonElement> Typed(Visitor by, Guid project, object facts)
    {
        using var photo = await Upload(by, [0xFF, 0xD8, 0xFF, 0xE0, .. Guid.NewGuid().ToByteArray()], "回单.jpg", project);
        var voucher = await Json(photo);
        using var changed = await Post(by, $"/api/vouchers/{voucher.GetProperty("id").GetGuid()}", facts, voucher.GetProperty("version").GetInt64(), HttpMethod.Put);
        return await Json(changed);
    }

    /// <summary>The body of an answer that must be good.</summary>
    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Uploads, completes, submits; returns identity and version.</summary>
    public async Task<(Guid Id, long Version)> Submitted(Visitor by, Guid project, VoucherFiles.Invoice? like = null)
    {
        var voucher = await Invoice(by, project, like);
        var id = voucher.GetProperty("id").GetGuid();
        using var answer = await Post(by, $"/api/vouchers/{id}/submission", new { }, voucher.GetProperty("version").GetInt64());
        return (id, (await Json(answer)).GetProperty("version").GetInt64());
    }

    /// <summary>Submits and has it accepted by the district; returns identity and version.</summary>
    public async Task<(Guid Id, long Version)> Accepted(Visitor clerk, Visitor district, Guid project)
    {
        var (id, version) = await Submitted(clerk, project);
        using var answer = await Post(district, $"/api/vouchers/{id}/decision", new { accept = true }, version);
        return (id, (await Json(answer)).GetProperty("version").GetInt64());
    }

    /// <summary>Sets the rules of recognition.</summary>
    public Task Rules(Action<FundsRules> set) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var rules = await db.Set<FundsRules>().FirstOrDefaultAsync();
        if (rules is null) db.Add(rules = new FundsRules());
        set(rules);
        await db.SaveChangesAsync();
    });
}
