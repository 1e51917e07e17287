using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Rates;
using Bridgehead.Features.Funds.Recognition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>So much set aside for a project; 0 takes it away.</summary>
public sealed record AllocationInput([property: Required] Guid? ProjectId, [property: Range(0d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] decimal AmountYuan);

/// <summary>A document to stand beside a voucher, or to be taken away.</summary>
public sealed record PieceInput([property: Required] Guid? PieceId, bool Away = false);

/// <summary>REST: /api/vouchers and /api/rates.</summary>
internal static class FundsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var vouchers = api.MapGroup("/vouchers").WithTags("vouchers");
        Reads(vouchers);
        Writes(vouchers);
        Reviews(vouchers);
        OfRates(api.MapGroup("/rates").WithTags("rates"));
    }

    private static void Reads(RouteGroupBuilder vouchers)
    {
        vouchers.MapGet("", async ([AsParameters] VoucherQuery query, ListVouchers list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<VoucherRowView>([.. rows.Select(VoucherRowView.Of)], next);
        }).RequireAuthorization(Permission.ReadFunds).WithName("vouchers.list").Says("列出凭证", "从新到旧，按游标翻页；停用的不列出，除非按状态查询");
        vouchers.MapGet("/{id:guid}", async (Guid id, ListVouchers list, ShowVoucher show, Words words, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } voucher) return ApiProblem.NotThere(http);
            VersionTag.Show(http, voucher.Version);
            return Results.Ok(VoucherView.Of(await show.Run(voucher, http.RequestAborted), words));
        }).RequireAuthorization(Permission.ReadFunds).WithName("vouchers.get").Says("读取一张凭证", "连同检查结果、分配、四件套、读出的内容与经过").Produces<VoucherView>();
        vouchers.MapPost("", async (IFormFile file, Guid? project, VoucherKind? kind, [FromQuery, MaxLength(300)] string? code, KeepVoucher keep, ShowVoucher show, UnitOfWork work, Words words, CancellationToken cancel) =>
        {
            await using var content = file.OpenReadStream();
            var kept = await keep.Run(content, file.FileName, project, kind, code, cancel);
            work.Subject = kept.Voucher.Id;
            return new Written(kept.Joined ? StatusCodes.Status200OK : StatusCodes.Status201Created, VoucherView.Of(await show.Run(kept.Voucher, cancel), words), $"/api/vouchers/{kept.Voucher.Id}", kept.Voucher.Version);
        }).RequireAuthorization(Permission.WriteFunds).WithName("vouchers.upload").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ApiSetup.LargestUpload))
            .Says("上传一张凭证并读取", "数电票XML、OFD、PDF、图片，最大50 MB。不写 project 时按购买方匹配项目；同一张发票的另一种格式并入原凭证").Produces<VoucherView>(StatusCodes.Status201Created);
    }

    private static void Writes(RouteGroupBuilder vouchers)
    {
        vouchers.MapPut("/{id:guid}", (Guid id, VoucherInput input, Acts acts, ChangeVoucher change, HttpContext http) => acts.On(id, http, (v, cancel) => change.Run(v, input, cancel)))
            .RequireAuthorization(Permission.WriteFunds).WithName("vouchers.change").WantsVersion().Says("更正一张凭证", "正文为全部字段；更正从文件读出的内容须在 why 中写明理由").Produces<VoucherView>();
        vouchers.MapPost("/{id:guid}/allocations", (Guid id, AllocationInput input, Acts acts, ChangeVoucher change, HttpContext http) =>
            acts.On(id, http, (v, cancel) => change.Allocate(v, input.ProjectId ?? Guid.Empty, Money.FromYuan(input.AmountYuan), cancel)))
            .RequireAuthorization(Permission.WriteFunds).WithName("vouchers.allocate").WantsVersion().Says("把凭证金额分配给一个项目", "该项目的分配改为所写金额，0为取消；各项目合计不超过可认定金额").Produces<VoucherView>();
        vouchers.MapPost("/{id:guid}/pieces", (Guid id, PieceInput input, Acts acts, ChangeVoucher change, HttpContext http) => acts.On(id, http, (v, cancel) => change.Attach(v, input.PieceId ?? Guid.Empty, input.Away, cancel)))
            .RequireAuthorization(Permission.WriteFunds).WithName("vouchers.piece").WantsVersion().Says("关联或取消关联一份佐证", "合同、付款单、记账凭证、工程结算").Produces<VoucherView>();
        vouchers.MapPost("/{id:guid}/submission", (Guid id, Acts acts, ReviewVoucher review, HttpContext http) => acts.On(id, http, review.Submit))
            .RequireAuthorization(Permission.WriteFunds).WithName("vouchers.submit").WantsVersion().Says("提交审核", "未分配时全部计入所选项目；检查结果随凭证一起提交").Produces<VoucherView>();
        vouchers.MapDelete("/{id:guid}", (Guid id, Acts acts, ChangeVoucher change, HttpContext http) => acts.On(id, http, change.Discard, gone: true))
            .RequireAuthorization(Permission.WriteFunds).WithName("vouchers.discard").WantsVersion().Says("停用一张凭证", "号码可重新登记；已提交和已认定的不能停用").Produces(StatusCodes.Status204NoContent);
    }

    private static void Reviews(RouteGroupBuilder vouchers)
    {
        vouchers.MapPost("/{id:guid}/decision", (Guid id, VoucherDecisionInput input, Acts acts, ReviewVoucher review, HttpContext http) => acts.On(id, http, (v, cancel) => review.Decide(v, input, cancel)))
            .RequireAuthorization(Permission.ReviewFunds).WithName("vouchers.decide").WantsVersion().Says("审核或复核一张凭证", "待区县审核的由区县决定，待市级复核的由市级决定并须再次验证；提交人不能审核，两级由不同的人办理").Produces<VoucherView>();
        vouchers.MapPost("/{id:guid}/revocation", (Guid id, RevocationInput input, Acts acts, ReviewVoucher review, HttpContext http) => acts.On(id, http, (v, cancel) => review.Revoke(v, input, cancel)))
            .RequireAuthorization(Permission.ReviewFunds).WithName("vouchers.revoke").WantsVersion().Says("撤销认定", "以相反分录冲销，须再次验证").Produces<VoucherView>();
    }

    private static void OfRates(RouteGroupBuilder rates)
    {
        rates.MapGet("", async (string? after, int? limit, BridgeheadDb db, CancellationToken cancel) =>
        {
            var (size, id) = (Listed.Size(limit), Listed.Identity(after));
            var rows = await db.Set<Parity>().AsNoTracking().Where(p => id == null || p.Id.CompareTo(id.Value) > 0).OrderBy(p => p.Id).Take(size + 1).ToListAsync(cancel);
            return new Listed<ParityView>([.. rows.Take(size).Select(p => new ParityView(p.Currency, p.On, p.Text, p.Per, p.Source))], rows.Count > size ? rows[size - 1].Id.ToString() : null);
        }).RequireAuthorization(Permission.ReadFunds).WithName("rates.list").Says("列出录入的中间价", "按录入顺序");
        rates.MapPost("", async (ParitiesInput input, EnterParities enter, FundsSettings settings, CancellationToken cancel) =>
        {
            Refusal.Unless(await settings.IsOfCity(cancel), $"汇率由市级审核人员录入");
            return Written.Done(new ParitiesTaken(await enter.Run(input.Lines ?? "", input.Source ?? "", cancel)));
        }).RequireAuthorization(Permission.ReviewFunds).WithName("rates.enter").Says("录入中间价", "每行一个：日期、币种、每单位合人民币元；同一天重复录入即更新").Produces<ParitiesTaken>();
    }

    /// <summary>One change of a voucher at the version that was read.</summary>
    internal sealed class Acts(BridgeheadDb db, ListVouchers list, ShowVoucher show, UnitOfWork work, Words words)
    {
        public async Task<object> On(Guid id, HttpContext http, Func<Voucher, CancellationToken, Task> act, bool gone = false)
        {
            var cancel = http.RequestAborted;
            if (await list.Find(id, cancel) is not { } voucher) return ApiProblem.NotThere(http);
            work.Subject = id;
            db.MustBeAt(voucher, VersionTag.Expected(http));
            await act(voucher, cancel);
            return gone ? Written.Gone() : Written.Changed(VoucherView.Of(await show.Run(voucher, cancel), words), voucher.Version);
        }
    }
}
