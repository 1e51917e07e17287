using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Doors;

/// <summary>Many try the same step at the same moment: it is taken once and stands once in the trail (reliability goal 34).</summary>
[Trait("needs", "database")]
public sealed class AtTheSameMoment(TestApp app) : IClassFixture<TestApp>
{
    private const int Tries = 20;

    [Fact]
    public Task A_project_is_asked_to_move_once() => MovesOnce(20);

    [Fact, Trait("speed", "slow")]
    public Task A_project_is_asked_to_move_once_in_a_thousand_rounds() => MovesOnce(1000);

    private async Task MovesOnce(int rounds)
    {
        var clerk = await app.SignedInAs("district-clerk");
        var east = await Unit("east");
        for (var round = 0; round < rounds; round++)
        {
            var made = await Post(clerk, "/api/projects", new { name = $"并发{round}", unitId = east });
            var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            var answers = await AtOnce(i => Post(clerk, $"/api/projects/{id}/stage", new { stage = i % 2 == 0 ? "suspended" : "terminated", reason = $"第{i}次" }, version: 1));
            Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
            Assert.Equal(Tries - 1, answers.Count(a => a is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict));
            Assert.Equal(1, await app.Reading(db => db.Set<StageRequest>().CountAsync(s => s.ProjectId == id)));
            Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Action == "api.projects.move" && e.Result == AuditResult.Done)));
            Assert.Equal(2, await app.Reading(db => db.Set<Project>().Where(p => p.Id == id).Select(p => p.Version).SingleAsync()));
        }
    }

    [Fact]
    public async Task An_import_is_undone_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var batch = await Batch(round);
            var answers = await AtOnce(async _ => await Undone(batch) ? HttpStatusCode.OK : HttpStatusCode.Conflict);
            Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
            Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == batch && e.Action == "test.undo" && e.Result == AuditResult.Done)));
            var entries = await app.Reading(db => db.Set<LedgerEntry>().AsNoTracking().Where(e => e.BatchId == batch).ToListAsync());
            Assert.Equal(2, entries.Count);
            Assert.Equal(0, entries.Sum(e => e.Value));
        }
        await app.Inside(async services => Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run()));
    }

    [Fact]
    public async Task An_entry_is_taken_back_once()
    {
        var batch = await Batch(99);
        var entry = await app.Reading(db => db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.BatchId == batch));
        var answers = await AtOnce(async _ => await Once("test.reverse", async services => await services.GetRequiredService<RecordEntries>().Reverse([entry], "录入有误") == 1));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(1, await app.Reading(db => db.Set<LedgerEntry>().CountAsync(e => e.ReversesSequence == entry.Sequence)));
    }

    [Fact]
    public async Task A_target_set_by_many_stands_once_and_every_setting_is_in_the_trail()
    {
        for (var round = 0; round < 5; round++)
        {
            var year = 2040 + round;
            var answers = await AtOnce(i => Once("test.target", async services =>
            {
                await services.GetRequiredService<SetTarget>().Run(new TargetInput { Indicator = "arrived-funds", Unit = "east", Year = year, Value = 100 + i }, null);
                return true;
            }));
            var target = await app.Reading(db => db.Set<Target>().AsNoTracking().SingleAsync(t => t.Year == year));
            Assert.Equal(target.Version, answers.Count(a => a == HttpStatusCode.OK));
        }
    }

    [Fact]
    public async Task Reading_checking_and_writing_later_is_found_out()
    {
        var id = await Project("先读后写");
        var moved = await AtOnce(async i =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
            var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
            var read = await db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == id);
            if (read.StageOrder != 0 && read.Version != 1) return HttpStatusCode.Conflict;
            await Task.Delay(20);
            // the planted fault: the version that was read does not stand in the condition
            await db.Set<Project>().Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Contact, i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return HttpStatusCode.OK;
        });
        Assert.True(moved.Count(a => a == HttpStatusCode.OK) > 1, "the harness does not bring two to the same moment");
    }

    private async Task<bool> Undone(Guid batch) => await Once("test.undo", async services =>
    {
        await services.GetRequiredService<UndoImport>().Run(batch);
        return true;
    }) == HttpStatusCode.OK;

    private async Task<HttpStatusCode> Once(string action, Func<IServiceProvider, Task<bool>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        try
        {
            if (!await act(scope.ServiceProvider)) return HttpStatusCode.Conflict;
            await work.Commit(action);
            return HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is Refusal or DbUpdateException)
        {
            await work.Rollback();
            return HttpStatusCode.Conflict;
        }
    }

    private static async Task<List<HttpStatusCode>> AtOnce(Func<int, Task<HttpStatusCode>> act)
    {
        using var gate = new SemaphoreSlim(0);
        var all = Enumerable.Range(0, Tries).Select(async i =>
        {
            await gate.WaitAsync();
            await Task.Yield();
            return await act(i);
        }).ToList();
        gate.Release(Tries);
        return [.. await Task.WhenAll(all)];
    }

    private static Task<List<HttpStatusCode>> AtOnce(Func<int, Task<HttpResponseMessage>> act) => AtOnce(async i => (await act(i)).StatusCode);

    private static async Task<HttpResponseMessage> Post(Visitor visitor, string to, object body, long? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (version is { } read) request.Headers.TryAddWithoutValidation("If-Match", $"\"{read}\"");
        return await visitor.Http.SendAsync(request);
    }

    private async Task<Guid> Project(string name)
    {
        var clerk = await app.SignedInAs("district-clerk");
        var made = await Post(clerk, "/api/projects", new { name, unitId = await Unit("east") });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<Guid> Unit(string code) => app.Reading(db => db.Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync());

    // an applied ledger of one enterprise and one figure
    private async Task<Guid> Batch(int round)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var (unit, indicator) = (await db.Set<Unit>().SingleAsync(u => u.Code == "east"), await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds" && i.ScopeVersion == 1));
            var batch = new ImportBatch(ImportKind.Figures, $"台账{round}.csv", new string('0', 64), "运维", null, unit.Id, DateTime.UtcNow);
            var evidence = new Evidence(EvidenceKind.HistoricalStatement, $"台账{round}", "导入", unit.Id, DateTime.UtcNow);
            db.AddRange(batch, evidence);
            evidence.BatchId = batch.Id;
            await db.SaveChangesAsync();
            await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, unit.Id, new Months(202601, 202601), new DateOnly(2026, 1, 31), 12345) { BatchId = batch.Id }]);
            id = batch.Id;
        });
        return id;
    }
}
