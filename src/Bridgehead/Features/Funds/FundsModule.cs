using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Rates;
using Bridgehead.Features.Funds.Recognition;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Vouchers: read, checked, reviewed by two levels, counted through the ledger of figures.</summary>
public static class FundsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddFunds(this IServiceCollection services) => services
        .AddScoped<ListVouchers>().AddScoped<KeepVoucher>().AddScoped<KeepManyVouchers>().AddScoped<ChangeVoucher>().AddScoped<FundsSettings>().AddScoped<ShowVoucher>().AddScoped<ProjectMoney>()
        .AddScoped<CheckVoucher>().AddScoped<ReviewVoucher>().AddScoped<RecordVoucher>().AddScoped<MoneyOfAProject>().AddScoped<IFollowProject>(s => s.GetRequiredService<MoneyOfAProject>()).AddScoped<IGuardEntries>(s => s.GetRequiredService<MoneyOfAProject>()).AddScoped<Rates.Rates>().AddScoped<EnterParities>().AddScoped<VerifyFunds>().AddScoped<FundsApi.Acts>()
        .AddCheck("凭证", (with, cancel) => with.GetRequiredService<VerifyFunds>().Run(cancel))
        .AddAttachmentOwner("voucher", (with, id, cancel) => May(with, Permission.ReadFunds, id, _ => true, cancel), (with, id, cancel) => May(with, Permission.WriteFunds, id, v => v.IsOpen, cancel));

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointRouteBuilder MapFunds(this IEndpointRouteBuilder api)
    {
        FundsApi.Map(api);
        return api;
    }

    /// <summary>Maps its pictures.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => ShowPicture.Map(site);

    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, Func<Voucher, bool> holds, CancellationToken cancel) =>
        with.GetRequiredService<Asker>().May(permission) && await (await with.GetRequiredService<ListVouchers>().Visible(cancel)).FirstOrDefaultAsync(v => v.Id == id, cancel) is { } voucher && holds(voucher);
}
