using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>REST: /api/duplicates.</summary>
internal static class DuplicatesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var duplicates = api.MapGroup("/duplicates").WithTags("duplicates");
        duplicates.MapGet("/check", async ([AsParameters] CheckQuery query, FindDuplicates find, HttpRequest request, CancellationToken cancel) =>
            new Listed<PossibleDuplicate>(PossibleDuplicate.Of(await find.Run(query.Typed(TypedPhones.Of(request)), cancel)), null))
            .RequireAuthorization(Permission.WriteProjects).WithName("duplicates.check").Says("查一条拟登记的记录是否重复", "本人数据范围外的只告知等级和相同之处；电话写在请求头 Typed-Phones（百分号编码），不写入地址");
        duplicates.MapGet("", async ([AsParameters] PairListQuery query, ListPairs list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query.Query(), Listed.Size(query.Limit), cancel);
            return new Listed<PairView>([.. rows.Select(PairView.Of)], next);
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("duplicates.list").Says("列出疑似重复的各对", "待处理的在前，再按等级和发现先后；范围外的一方为空");
        duplicates.MapGet("/{id:guid}", async (Guid id, ListPairs list, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } row) return ApiProblem.NotThere(http);
            VersionTag.Show(http, row.Pair.Version);
            return Results.Ok(PairView.Of(row));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("duplicates.get").Says("读取一对疑似重复").Produces<PairView>();
        duplicates.MapPost("/{id:guid}/decision", async (Guid id, PairDecisionInput input, DecidePair decide, ListPairs list, HttpContext http) =>
            await decide.Run(id, Enum.Parse<DuplicateDecision>(input.Decision), input.Reason, VersionTag.Expected(http), http.RequestAborted) is { } pair && await list.Find(id, http.RequestAborted) is { } row
                ? (object)Written.Changed(PairView.Of(row), pair.Version) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.DecideDuplicates).WithName("duplicates.decide").WantsVersion().Says("处理一对疑似重复：忽略或视为新项目", "两种都须写明理由").Produces<PairView>();
        MapMerges(duplicates);
    }

    private static void MapMerges(RouteGroupBuilder duplicates)
    {
        duplicates.MapGet("/{id:guid}/merge", async (Guid id, [AsParameters] PlanQuery query, ListPairs list, PlanMerge plan, HttpContext http) =>
            await list.Find(id, http.RequestAborted) is { IsWhole: true, Pair.IsDecided: false } row
                ? Results.Ok(await plan.Run(row.Pair, query.Keep ?? row.Pair.FirstId, query.Overwrite ?? false, cancel: http.RequestAborted)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.DecideDuplicates).WithName("duplicates.plan").Says("预览合并将要改动的内容").Produces<MergePlan>();
        duplicates.MapPost("/{id:guid}/merge", async (Guid id, MergeInput input, ListPairs list, BridgeheadDb db, MergeRecords merge, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { IsWhole: true }) return (object)ApiProblem.NotThere(http);
            var pair = await db.Set<DuplicatePair>().FirstAsync(p => p.Id == id, http.RequestAborted);
            var version = VersionTag.Expected(http);
            db.ReadAt(pair, version);
            if (pair.Version != version) throw new DbUpdateConcurrencyException();
            var done = await merge.Run(pair, new MergeChoice(input.Keep!.Value, input.Take, input.Overwrite, input.Reason), http.RequestAborted);
            return Written.Changed(MergeView.Of(done), done.Version);
        }).RequireAuthorization(Permission.DecideDuplicates).WithName("duplicates.merge").WantsVersion().Says("把一对记录合并为一条", "并入的记录移入回收站，旧地址转到保留的记录；可以撤销").Produces<MergeView>();
        duplicates.MapPost("/merges/{id:guid}/undo", async (Guid id, FindMerge find, BridgeheadDb db, UndoMerge undo, HttpContext http) =>
        {
            if (await find.Run(id, http.RequestAborted) is not { } merge) return (object)ApiProblem.NotThere(http);
            var version = VersionTag.Expected(http);
            db.ReadAt(merge, version);
            if (merge.Version != version) throw new DbUpdateConcurrencyException();
            await undo.Run(merge, http.RequestAborted);
            return Written.Changed(MergeView.Of(merge), merge.Version);
        }).RequireAuthorization(Permission.DecideDuplicates).WithName("duplicates.undo").WantsVersion().Says("撤销一次合并").Produces<MergeView>();
    }

    /// <summary>What is asked about.</summary>
    internal sealed class CheckQuery
    {
        [MaxLength(12)] public string? Kind { get; set; }
        public Guid? Record { get; set; }
        [MaxLength(120)] public string? Name { get; set; }
        [MaxLength(120)] public string? Investor { get; set; }
        [MaxLength(40)] public string? NationalCode { get; set; }
        [MaxLength(60)] public string? Industry { get; set; }
        [MaxLength(30)] public string? Amount { get; set; }
        [MaxLength(30)] public string? CreditCode { get; set; }
        [MaxLength(60)] public string? LegalRepresentative { get; set; }
        [MaxLength(300)] public string? Address { get; set; }

        public RecordFacts Typed(string? phones) => new TypedRecord
        {
            Name = Name, Investor = Investor, NationalCode = NationalCode, Industry = Industry, Amount = Amount, CreditCode = CreditCode,
            LegalRepresentative = LegalRepresentative, Address = Address,
        }.Facts(Kind, Record, phones);
    }

    /// <summary>The queue's query as the API takes it.</summary>
    internal sealed class PairListQuery
    {
        [RegularExpression("^(open|decided)$")] public string? State { get; set; }
        [Range(1, 4)] public int? Level { get; set; }
        public RecordKind? Kind { get; set; }
        public bool? Overdue { get; set; }
        [MaxLength(120)] public string? After { get; set; }
        public int? Limit { get; set; }

        public PairQuery Query() => new() { State = State, Level = Level, Kind = Kind, Overdue = Overdue, After = After };
    }

    /// <summary>Which record would stay.</summary>
    internal sealed class PlanQuery
    {
        public Guid? Keep { get; set; }
        public bool? Overwrite { get; set; }
    }
}
