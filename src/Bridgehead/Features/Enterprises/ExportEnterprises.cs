using System.Globalization;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Enterprises;

/// <summary>The list of enterprises as a workbook, streamed, as filtered; without personal data; entered in the trail.</summary>
internal static class ExportEnterprises
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/enterprises/export", async (
        [AsParameters] EnterprisesApi.EnterpriseListQuery query, ListEnterprises list, Words words, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        var rows = await list.All(query.Query(), stop);
        work.Reason = http.Request.QueryString.Value;
        await work.Commit("enterprises.export", cancel: stop);
        var name = words["企业"] + clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + ".xlsx";
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"enterprises.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        // closing a zip writes its directory without waiting, which the body itself refuses; its writer takes it
        await TableWriter.Xlsx(http.Response.BodyWriter.AsStream(), words["企业"], Columns(words), Cells(rows, words), stop);
    }).RequireAuthorization(Permission.Export).WithName("enterprises.export").ExcludeFromDescription();

    private static TableColumn[] Columns(Words words) =>
    [
        new(words["企业名称"], Width: 36), new(words["统一社会信用代码"], Width: 22), new(words["登记状态"]), new(words["企业类型"], Width: 28), new(words["法定代表人"]), new(words["注册资本（万）"], TableColumnKind.Number),
        new(words["币种"]), new(words["成立日期"], TableColumnKind.Date), new(words["行业代码"]), new(words["行业"], Width: 28), new(words["地区"], Width: 28), new(words["有待答复的矛盾"]),
    ];

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<EnterpriseRow> rows, Words words)
    {
        await foreach (var r in rows)
            yield return
            [
                r.Name, r.CreditCode?.Value, r.State == RegisterState.Unknown ? r.Standing : words.Of(r.State), r.Kind, r.LegalRepresentative is { } person ? Masked.Name(person) : null, r.CapitalMinor / 1_000_000m,
                r.CapitalMinor is null ? null : r.CapitalCurrency, r.RegisteredOn, r.IndustryCode, r.Industry, r.RegionCode is { } code && Division.Find(code) is { } place ? place.FullName : r.Region, r.HasContradictions ? words["是"] : null,
            ];
    }
}
