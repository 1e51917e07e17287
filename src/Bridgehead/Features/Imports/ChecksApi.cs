using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>A checked ledger as the API shows it: where it stands, and what applying it would do.</summary>
public sealed record ImportCheckView(Guid Id, ImportKind Kind, string File, DateTime At, CheckState State, int Percent, Guid? Batch, string? Problem, ImportDocument Outcome, long Version)
{
    internal static ImportCheckView Of(ImportCheck c, RunningImports running, Words words) => new(c.Id, c.Kind, c.File, c.At, c.State, running.ProgressOf(c.Id)?.Percent ?? c.Percent, c.BatchId,
        ProblemOf(c, words), ImportDocument.Of(c.Kind, c.File, c.BatchId, CheckReport.Of(c.Report), words), c.Version);

    /// <summary>Why it failed, in the reader's language.</summary>
    internal static string? ProblemOf(ImportCheck c, Words words) => c.Problem is { } kept ? words.Say(System.Text.Json.JsonSerializer.Deserialize<Said>(kept)!.Sentence()) : null;
}

/// <summary>A checked ledger in a list.</summary>
public sealed record ImportCheckRowView(Guid Id, ImportKind Kind, string File, DateTime At, CheckState State, int Percent, int Read, int Added, int Updated, int Unchanged, int Refused)
{
    internal static ImportCheckRowView Of(CheckRow r) => new(r.Id, r.Kind, r.File, r.At, r.State, r.Percent, r.Read, r.Added, r.Updated, r.Unchanged, r.Refused);
}

/// <summary>REST: /api/imports/checks, from the upload to the application.</summary>
internal static class ChecksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var checks = api.MapGroup("/imports/checks").WithTags("imports");
        checks.MapPost("", async (IFormFile file, [AsParameters] ImportQuery query, CheckLedger check, RunningImports running, Words words, CancellationToken cancel) =>
        {
            var taken = await check.Take(file, query.As, query.Settings, cancel);
            return Written.Created($"/api/imports/checks/{taken.Id}", ImportCheckView.Of(taken, running, words), taken.Version);
        }).RequireAuthorization(Permission.Import).WithName("imports.check").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ApiSetup.LargestUpload))
            .Says("上传台账并检查", "xlsx、xls 或 csv。逐行检查，不写入；保留一周。大文件在后台检查，state 为 Judging 时稍后再读").Produces<ImportCheckView>(StatusCodes.Status201Created);
        checks.MapGet("", async (string? after, int? limit, ListChecks list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(after, Listed.Size(limit), cancel);
            return new Listed<ImportCheckRowView>([.. rows.Select(ImportCheckRowView.Of)], next);
        }).RequireAuthorization(Permission.Import).WithName("imports.checks").Says("列出本人上传而未导入的台账", "从新到旧");
        checks.MapGet("/{id:guid}", async (Guid id, ListChecks list, RunningImports running, Words words, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } check) return ApiProblem.NotThere(http);
            VersionTag.Show(http, check.Version);
            return Results.Ok(ImportCheckView.Of(check, running, words));
        }).RequireAuthorization(Permission.Import).WithName("imports.check-state").Says("读取检查结果和导入进度").Produces<ImportCheckView>();
        Changes(checks);
        checks.MapGet("/{id:guid}/refused", async (Guid id, [Range(0, 1000)] int? sheet, ListChecks list, CheckLedger check, Words words, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            using var to = new MemoryStream();
            await check.GiveBack(found, sheet ?? 0, to, words.Say, http.RequestAborted);
            return Results.File(to.ToArray(), TableWriter.XlsxType, $"{Path.GetFileNameWithoutExtension(found.File)}-{words["需修改的行"]}.xlsx");
        }).RequireAuthorization(Permission.Import).WithName("imports.refused-rows").Says("取回被拒的行", "一张表被拒的行连同原因的 xlsx，改好后可重新导入").Produces<byte[]>(StatusCodes.Status200OK, TableWriter.XlsxType);
    }

    private static void Changes(RouteGroupBuilder checks)
    {
        checks.MapPut("/{id:guid}", async (Guid id, ImportCheckInput input, ListChecks list, ChangeCheck change, BridgeheadDb db, RunningImports running, Words words, HttpContext http) =>
            await list.Find(id, http.RequestAborted) is { } check ? (object)await Changed(check, db, http, running, words, () => change.Run(check, input.Decision(), http.RequestAborted)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.Import).WithName("imports.decide").WantsVersion()
            .Says("指定列的对应、改正单元格、说明词义，并重新检查", "选项按本次所写；各表、词义和改正加在以前的决定之上。列的对应和词义会被本单位记住").Produces<ImportCheckView>();
        checks.MapPost("/{id:guid}/apply", async (Guid id, ListChecks list, ApplyCheck apply, BridgeheadDb db, RunningImports running, Words words, HttpContext http) =>
            await list.Find(id, http.RequestAborted) is { } check ? (object)await Changed(check, db, http, running, words, () => apply.Start(check, http.RequestAborted)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.Import).WithName("imports.apply").WantsVersion()
            .Says("导入检查过的台账", "整批写入，全部成功或全部不写；行数多的在后台进行，state 为 Applying 时稍后再读，Done 时 batch 为批次").Produces<ImportCheckView>();
        checks.MapPost("/{id:guid}/cancel", async (Guid id, ListChecks list, StopImport stop, RunningImports running, Words words, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } check) return (object)ApiProblem.NotThere(http);
            await stop.Run(check, http.RequestAborted);
            return Written.Done(ImportCheckView.Of(check, running, words));
        }).RequireAuthorization(Permission.Import).WithName("imports.cancel").Says("停止正在进行的检查或导入", "已写的部分全部取消").Produces<ImportCheckView>();
    }

    private static async Task<Written> Changed(ImportCheck check, BridgeheadDb db, HttpContext http, RunningImports running, Words words, Func<Task> act)
    {
        if (VersionTag.Expected(http) != check.Version) throw new Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException();
        db.ReadAt(check, check.Version);
        await act();
        return Written.Changed(ImportCheckView.Of(check, running, words), check.Version);
    }
}
