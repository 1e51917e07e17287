using Bridgehead.Features.Duplicates;
using Bridgehead.Tests.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Duplicates;

/// <summary>Examples of every way to decide about suspected duplicates, to merge and to undo.</summary>
internal sealed class DuplicateExamples : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /duplicates", "district-clerk", async scene => Page("/duplicates", ("pairs", await Pair(scene) + ":1"), ("decision", "Ignored"), ("reason", "两个标段"))) { Wrong = ("decision", "x"), Other = ("reason", "另有原因") },
        new("POST /duplicates?handler=Scan", "clerk", _ => Now(Page("/duplicates?handler=Scan"))) { Repeats = true },
        new("POST /duplicates/{id:guid}", "district-clerk", async scene => Page($"/duplicates/{await Pair(scene)}", ("decision", "TrulyNew"), ("reason", "两个标段"), ("version", 1)))
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /duplicates/{id:guid}/merge", "district-clerk", async scene => Page($"/duplicates/{await Pair(scene)}/merge?keep=second", ("reason", "同一个"), ("version", 1))) { Wrong = ("reason", Long), Changes = true },
        new("POST /duplicates/merged/{id:guid}", "district-clerk", async scene => Page($"/duplicates/merged/{await Merge(scene)}", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /api/duplicates/{id:guid}/decision", "district-clerk", async scene => Api("POST", $"/api/duplicates/{await Pair(scene)}/decision", ("decision", "Ignored"), ("reason", "两个标段")) with { Version = 1 })
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /api/duplicates/{id:guid}/merge", "district-clerk", async scene =>
        {
            var pair = await Pair(scene);
            return Api("POST", $"/api/duplicates/{pair}/merge", ("keep", await Kept(scene, pair)), ("reason", "同一个")) with { Version = 1 };
        }) { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /api/duplicates/merges/{id:guid}/undo", "district-clerk", async scene => Api("POST", $"/api/duplicates/merges/{await Merge(scene)}/undo") with { Version = 1 }) { Changes = true },
    ];

    private static async Task<Guid> Pair(Scene scene)
    {
        var (one, other) = (await scene.Project(), await scene.Project());
        return await scene.Made(async services =>
        {
            var pair = new DuplicatePair(one, other, RecordKind.Project, new Suspicion(1, MatchReasons.Name, 100), FoundAt.Scan, DateTime.UtcNow);
            services.GetRequiredService<BridgeheadDb>().Add(pair);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            return pair.Id;
        });
    }

    private static Task<Guid> Kept(Scene scene, Guid pair) => scene.Made(async services => (await services.GetRequiredService<BridgeheadDb>().FindAsync<DuplicatePair>(pair))!.FirstId);

    private static async Task<Guid> Merge(Scene scene)
    {
        var id = await Pair(scene);
        return await scene.Made(async services =>
        {
            var pair = (await services.GetRequiredService<BridgeheadDb>().FindAsync<DuplicatePair>(id))!;
            return (await services.GetRequiredService<MergeRecords>().Run(pair, new MergeChoice(pair.FirstId, null))).Id;
        });
    }
}
