using Bridgehead.Features.Access;

namespace Bridgehead.Features.Imports;

/// <summary>A batch as the API shows it.</summary>
public sealed record BatchView(
    Guid Id, ImportKind Kind, string File, string Digest, string Who, DateTime At, int Read, int Accepted, int Added, int Updated, int Unchanged, int Refused, DateTime? UndoneAt, int LeftStanding, long Version)
{
    /// <summary>Shows a batch.</summary>
    public static BatchView Of(ImportBatch b) => new(b.Id, b.Kind, b.File, b.Digest, b.Who, b.At, b.Read, b.Accepted, b.Added, b.Updated, b.Unchanged, b.Refused, b.UndoneAt, b.LeftStanding, b.Version);
}

/// <summary>A record that a batch made or changed, as the API shows it.</summary>
public sealed record BatchRecordView(Guid Id, string Kind, string? Number, string Name, Guid? Unit, IReadOnlyList<string> Fields)
{
    /// <summary>Shows it.</summary>
    public static BatchRecordView Of(BatchRecord r) => new(r.Id, r.Kind, r.Number, r.Name, r.UnitId, r.Fields);
}

/// <summary>What undoing a batch would do.</summary>
public sealed record UndoView(int Records, int Restored, int Entries, int EntriesReversed, int Targets, int ChangedCount, IReadOnlyList<ChangedRecord> Changed)
{
    /// <summary>Shows it.</summary>
    public static UndoView Of(UndoPreview p) => new(p.Records, p.Restored, p.Entries, p.EntriesReversed, p.Targets, p.ChangedCount, p.Changed);
}

/// <summary>How a batch is to be undone.</summary>
public sealed class UndoQuery
{
    /// <summary>What to do with records changed since.</summary>
    public ChangedSince? Changed { get; set; }
}

/// <summary>REST: /api/imports, the batches.</summary>
internal static class ImportsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        imports.MapGet("", async (string? after, int? limit, ListBatches list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(after, Listed.Size(limit), cancel);
            return new Listed<BatchView>([.. rows.Select(BatchView.Of)], next);
        }).RequireAuthorization(Permission.Import).WithName("imports.list").Says("列出本单位导入的批次", "从新到旧");
        imports.MapGet("/{id:guid}", async (Guid id, ListBatches list, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } batch) return ApiProblem.NotThere(http);
            VersionTag.Show(http, batch.Version);
            return Results.Ok(BatchView.Of(batch));
        }).RequireAuthorization(Permission.Import).WithName("imports.get").Says("读取一个批次").Produces<BatchView>();
        imports.MapGet("/{id:guid}/records", async (Guid id, bool? updated, string? after, int? limit, ListBatches list, ListBatchRecords records, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } batch) return ApiProblem.NotThere(http);
            var (rows, next) = await records.Page(batch, updated ?? false, after, Listed.Size(limit), http.RequestAborted);
            return Results.Ok(new Listed<BatchRecordView>([.. rows.Select(BatchRecordView.Of)], next));
        }).RequireAuthorization(Permission.Import).WithName("imports.records").Says("列出一个批次新增或更新的记录", "数据范围内、未在回收站的项目或企业；updated 为 true 时列出更新的记录及改了哪些项").Produces<Listed<BatchRecordView>>();
        imports.MapGet("/{id:guid}/given", async (Guid id, ListBatches list, BridgeheadDb db, HttpContext http) => await list.Find(id, http.RequestAborted) is { } batch
            ? Results.Ok(new Listed<GivenValue>([.. (await GivenValues.Of(db, [batch.Id], http.RequestAborted))[batch.Id]], null)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.Import).WithName("imports.given").Says("列出一个批次中整份台账统一填的值", "由导入人填写，不是文件原有的内容").Produces<Listed<GivenValue>>();
        imports.MapGet("/{id:guid}/undo", async (Guid id, ListBatches list, LookAtBatch look, HttpContext http) =>
            await list.Find(id, http.RequestAborted) is { } batch ? Results.Ok(UndoView.Of(await look.Run(batch, http.RequestAborted))) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.Import).WithName("imports.undo-preview").Says("撤销会怎样", "哪些会被取回，导入之后又有哪些被改过；只看，不撤销").Produces<UndoView>();
        imports.MapPost("/{id:guid}/undo", async (Guid id, [AsParameters] UndoQuery query, ListBatches list, UndoImport undo, BridgeheadDb db, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } batch) return (object)ApiProblem.NotThere(http);
            db.ReadAt(batch, VersionTag.Expected(http));
            batch = await undo.Run(id, query.Changed, http.RequestAborted);
            return Written.Changed(BatchView.Of(batch), batch.Version);
        }).RequireAuthorization(Permission.Import).WithName("imports.undo").WantsVersion()
            .Says("撤销一个批次", "新记录移入回收站，改过的记录恢复原值，分录冲销，目标删除；导入后又被修改的，由 changed 决定保留（Keep）还是一并撤销（TakeBack）").Produces<BatchView>();
    }
}
