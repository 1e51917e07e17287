using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>What a ledger is taken for.</summary>
public enum LedgerFor
{
    /// <summary>企业名录.</summary>
    [Label("企业名录")] Enterprises,
    /// <summary>项目台账.</summary>
    [Label("项目台账")] Projects,
    /// <summary>历史数据.</summary>
    [Label("历史数据")] Figures,
    /// <summary>目标: rows without a 类别 are targets.</summary>
    [Label("目标")] Targets,
}

/// <summary>How a ledger is to be imported.</summary>
public sealed class ImportQuery
{
    /// <summary>As what.</summary>
    [Required] public LedgerFor? Kind { get; set; }
    /// <summary>Unknown units and indicators are added instead of refused.</summary>
    public bool? AddMissing { get; set; }
    /// <summary>The unit of projects that name none: code, name or short name.</summary>
    [MaxLength(100)] public string? Unit { get; set; }

    internal ImportKind As => Kind switch { LedgerFor.Enterprises => ImportKind.Enterprises, LedgerFor.Projects => ImportKind.Projects, _ => ImportKind.Figures };

    internal ImportOptions Options => new(AddMissing ?? false, Kind == LedgerFor.Targets, string.IsNullOrWhiteSpace(Unit) ? null : Unit);
}

/// <summary>A batch as the API shows it.</summary>
public sealed record BatchView(Guid Id, ImportKind Kind, string File, string Digest, string Who, DateTime At, int Read, int Accepted, int Refused, DateTime? UndoneAt, long Version)
{
    /// <summary>Shows a batch.</summary>
    public static BatchView Of(ImportBatch b) => new(b.Id, b.Kind, b.File, b.Digest, b.Who, b.At, b.Read, b.Accepted, b.Refused, b.UndoneAt, b.Version);
}

/// <summary>A file that was checked: what applying it would do, and the name to apply it by within a day.</summary>
public sealed record ImportCheck(string Check, ImportDocument Outcome);

/// <summary>REST: /api/imports.</summary>
internal static class ImportsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        Checking(imports);
        imports.MapPost("", async (string check, [AsParameters] ImportQuery query, ImportLedger import, Inbox inbox, Asker asker, Words words, CancellationToken cancel) =>
        {
            var kept = inbox.Find(check, asker.UserId) ?? throw new Refusal($"检查过的文件已不在，请重新上传", nameof(check));
            using var file = kept.Open();
            await using var content = kept.Content();
            var outcome = await import.Run(query.As, file, content, apply: true, query.Options, cancel);
            Refusal.When(outcome.BatchId is null, $"没有可以导入的行，请按提示修改文件后重新上传");
            return new Written(StatusCodes.Status201Created, ImportDocument.Of(outcome, words), $"/api/imports/{outcome.BatchId}");
        }).RequireAuthorization(Permission.Import).WithName("imports.apply").Says("写入检查过的文件", "整批写入，一次完成；可以整批撤销").Produces<ImportDocument>(StatusCodes.Status201Created);
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
        imports.MapPost("/{id:guid}/undo", async (Guid id, ListBatches list, UndoImport undo, BridgeheadDb db, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } batch) return (object)ApiProblem.NotThere(http);
            db.ReadAt(batch, VersionTag.Expected(http));
            await undo.Run(id, http.RequestAborted);
            return Written.Changed(BatchView.Of(batch), batch.Version);
        }).RequireAuthorization(Permission.Import).WithName("imports.undo").WantsVersion().Says("撤销一个批次", "记录移入回收站，分录冲销，目标删除").Produces<BatchView>();
    }

    private static void Checking(RouteGroupBuilder imports)
    {
        imports.MapPost("/checks", async (IFormFile file, [AsParameters] ImportQuery query, ImportLedger import, Inbox inbox, Asker asker, Words words, TimeProvider clock, CancellationToken cancel) =>
        {
            Refusal.When(file.Length == 0, $"请选择要导入的文件（xlsx、xls 或 csv）", nameof(file));
            var check = await inbox.Keep(file, asker.UserId, clock.GetUtcNow(), cancel);
            using var ledger = inbox.Find(check, asker.UserId)!.Open();
            return Written.Done(new ImportCheck(check, ImportDocument.Of(await import.Run(query.As, ledger, Stream.Null, apply: false, query.Options, cancel), words)));
        }).RequireAuthorization(Permission.Import).WithName("imports.check").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ApiSetup.LargestUpload))
            .Says("上传台账并检查", "xlsx、xls 或 csv。逐行检查，不写入；文件保留一天，用回答中的 check 写入或取回被拒的行").Produces<ImportCheck>();
        imports.MapGet("/checks/{check}/refused", async (
            string check, [AsParameters] ImportQuery query, [Range(0, 1000)] int? sheet, ImportLedger import, Inbox inbox, Asker asker, Words words, HttpContext http) =>
        {
            if (inbox.Find(check, asker.UserId) is not { } kept) return ApiProblem.NotThere(http);
            using var file = kept.Open();
            using var to = new MemoryStream();
            await import.GiveBack(query.As, file, sheet ?? 0, to, words.Say, query.Options, http.RequestAborted);
            return Results.File(to.ToArray(), TableWriter.XlsxType, $"{Path.GetFileNameWithoutExtension(file.Name)}-{words["需修改的行"]}.xlsx");
        }).RequireAuthorization(Permission.Import).WithName("imports.refused-rows").Says("取回被拒的行", "一张表被拒的行连同原因的 xlsx，改好后可重新导入").Produces<byte[]>(StatusCodes.Status200OK, TableWriter.XlsxType);
    }
}
