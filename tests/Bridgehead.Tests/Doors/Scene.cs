using Bridgehead.Features.Access;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Doors;

/// <summary>Makes fresh things to write to, each once: a project of the eastern district, an enterprise, a unit, an account, an applied ledger.</summary>
internal sealed class Scene(TestApp app)
{
    /// <summary>A word nobody used before.</summary>
    public static string Fresh() => "w" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>A unit's identity.</summary>
    public Task<Guid> Unit(string code) => app.Reading(db => db.Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync());

    /// <summary>A persona's identity.</summary>
    public Task<Guid> Person(string name) => app.Reading(db => db.Set<AppUser>().Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    /// <summary>A project of a unit, at version 1.</summary>
    public async Task<Guid> Project(string unit = "east", bool thrownAway = false) => await Made(async services =>
    {
        var open = services.GetRequiredService<OpenProject>();
        var owner = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == unit);
        var project = await open.Run(new ProjectInput { Name = Fresh(), UnitId = owner.Id }.Facts(), Stage.Called("lead")!);
        if (thrownAway) await open.ThrowAway(project);
        return project.Id;
    });

    /// <summary>An enterprise, at version 1.</summary>
    public async Task<Guid> Enterprise() => await Added(new Enterprise(Fresh(), new EnterpriseFacts()), e => e.Id);

    /// <summary>A unit below the city, at version 1.</summary>
    public async Task<Guid> NewUnit() => await Made(async services => (await services.GetRequiredService<FoundUnit>().Run(
        new NewUnit { Code = Fresh(), Name = Fresh(), Kind = UnitKind.CityDepartment, Parent = "city" }, default)).Id);

    /// <summary>An account in the eastern district.</summary>
    public async Task<Guid> Account() => await Made(async services => (await services.GetRequiredService<GiveAccount>().Open(
        new NewAccount { UserName = Fresh(), DisplayName = "某某某", Role = Role.Clerk, Unit = "east" }, null, default)).User.Id);

    /// <summary>An API token of a persona.</summary>
    public async Task<Guid> Token(string persona)
    {
        var (owner, now) = (await Person(persona), DateTime.UtcNow);
        return await Added(new ApiToken(owner, "测试", ApiToken.NewSecret(), [Permission.ReadProjects], now, now.AddDays(30)), t => t.Id);
    }

    /// <summary>The digest of another session of a persona.</summary>
    public async Task<string> Session(string persona)
    {
        await app.SignedInAs(persona);
        var owner = await Person(persona);
        return await app.Reading(db => db.Set<UserSession>().Where(s => s.UserId == owner).OrderByDescending(s => s.StartedAt).Select(s => s.KeyDigest).FirstAsync());
    }

    /// <summary>An applied ledger of one figure, of the eastern district.</summary>
    public async Task<Guid> Batch() => await Made(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var (unit, indicator) = (await db.Set<Unit>().SingleAsync(u => u.Code == "east"), await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds" && i.ScopeVersion == 1));
        var batch = new ImportBatch(ImportKind.Figures, Fresh() + ".csv", new string('0', 64), "运维", null, unit.Id, DateTime.UtcNow);
        var evidence = new Evidence(EvidenceKind.HistoricalStatement, batch.File, "导入", unit.Id, DateTime.UtcNow) { BatchId = batch.Id };
        db.AddRange(batch, evidence);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, unit.Id, new Months(202601, 202601), new DateOnly(2026, 1, 31), 12345) { BatchId = batch.Id }]);
        return batch.Id;
    });

    /// <summary>The number of an entry in the ledger of figures, of the eastern district.</summary>
    public async Task<long> Entry()
    {
        var batch = await Batch();
        return await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.BatchId == batch).Select(e => e.Sequence).SingleAsync());
    }

    /// <summary>A target of the park, at version 1.</summary>
    public async Task<Guid> Target(int year) => await Made(async services =>
        (await services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = "arrived-funds", Unit = "east-park", Year = year, Value = 100 })).Id);

    /// <summary>A file attached to a project of the eastern district.</summary>
    public async Task<Guid> Attachment()
    {
        var project = await Project();
        return await Made(async services =>
        {
            await using var content = new MemoryStream(Pdf());
            return (await services.GetRequiredService<Bridgehead.Attachments>().Attach("project", project, "协议.pdf", content))!.Id;
        });
    }

    /// <summary>A small PDF nobody has seen before.</summary>
    public static byte[] Pdf() => [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()];

    /// <summary>A small ledger of enterprises nobody has seen before.</summary>
    public static byte[] Ledger() => System.Text.Encoding.UTF8.GetBytes($"企业名称,法定代表人\n{Fresh()}有限公司,某某\n");

    /// <summary>A ledger the district's clerk has uploaded and had checked, at version 1.</summary>
    public async Task<Guid> CheckedLedger(string kind = "Enterprises", byte[]? ledger = null)
    {
        using var answer = await (await Sender.Of(app, "district-clerk")).Send(new Sending("POST", "/imports") { Fields = [("Kind", kind)], File = ("Upload", "台账.csv", ledger ?? Ledger()) });
        Assert.True((int)answer.StatusCode is 302 or 303, $"{answer.StatusCode}");
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private async Task<Guid> Added<T>(T thing, Func<T, Guid> id) where T : class => await Made(async services =>
    {
        services.GetRequiredService<BridgeheadDb>().Add(thing);
        await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
        return id(thing);
    });

    /// <summary>Makes a thing inside the application and gives its identity: for the examples of a capability.</summary>
    public async Task<Guid> Made(Func<IServiceProvider, Task<Guid>> make)
    {
        var id = Guid.Empty;
        await app.Inside(async services => id = await make(services));
        return id;
    }
}
