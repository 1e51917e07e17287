using Bridgehead.Features.Access;

namespace Bridgehead.Features.Ledger;

/// <summary>One finding on how well evidence is proved, as the API shows it.</summary>
public sealed record TierStepView(EvidenceTier From, EvidenceTier To, SecondSource Source, string Basis, string Who, DateTime At);

/// <summary>Evidence with what was found about it, as the API shows it.</summary>
public sealed record EvidenceDetail(Guid Id, EvidenceKind Kind, string Title, string Source, EvidenceTier Tier, DateTime RecordedAt, IReadOnlyList<TierStepView> Steps, long Version)
{
    /// <summary>Shows evidence.</summary>
    public static EvidenceDetail Of(Evidence e, IEnumerable<TierStep> steps) =>
        new(e.Id, e.Kind, e.Title, e.Source, e.Tier, e.RecordedAt, [.. steps.Select(s => new TierStepView(s.From, s.To, s.Source, s.Basis, s.Who, s.At))], e.Version);
}

/// <summary>REST: /api/evidence.</summary>
internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var evidence = api.MapGroup("/evidence").WithTags("entries");
        evidence.MapGet("/{id:guid}", async (Guid id, JudgeEvidence judge, HttpContext http) =>
        {
            if (await judge.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(EvidenceDetail.Of(found, await judge.Steps(id, http.RequestAborted)));
        }).RequireAuthorization(Permission.ReadFigures).WithName("evidence.get").Says("读取一份依据及其等级").Produces<EvidenceDetail>();
        evidence.MapPost("/{id:guid}/tier", async (Guid id, TierInput input, JudgeEvidence judge, BridgeheadDb db, HttpContext http) =>
        {
            var cancel = http.RequestAborted;
            if (await judge.Find(id, cancel) is not { } found) return (object)ApiProblem.NotThere(http);
            await db.ReadAtOnce(found, VersionTag.Expected(http), cancel);
            await judge.Run(found, input, cancel);
            return Written.Changed(EvidenceDetail.Of(found, await judge.Steps(id, cancel)), found.Version);
        }).RequireAuthorization(Permission.CheckEvidence).WithName("evidence.judge").WantsVersion().Says("核定依据等级", "互核须另有独立来源；审计等级和调低只能由审计人员核定；数据本身不变").Produces<EvidenceDetail>();
    }
}
