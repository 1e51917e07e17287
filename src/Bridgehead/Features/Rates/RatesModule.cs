using Bridgehead.Features.Access;

namespace Bridgehead.Features.Rates;

/// <summary>五率: 履约率, 开工率, 投产率, 资金到位率, 转化率 of an explicit cohort.</summary>
public static class RatesModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddRates(this IServiceCollection services) => services.AddScoped<AskRates>();

    /// <summary>Maps its endpoint.</summary>
    public static void MapRates(this IEndpointRouteBuilder api) =>
        api.MapGet("/rates/cohort", async ([AsParameters] RateQuery query, AskRates ask, CancellationToken cancel) => RatesView.Of(await ask.Run(query, cancel)))
            .RequireAuthorization(Permission.ReadFigures).WithName("rates.cohort").WithTags("figures")
            .Says("一批项目的五率", "签约月份在窗口内的项目，按口径日的状态计算；百分比四舍五入到两位，分母为0时为 null");
}

/// <summary>The rates of a cohort as the API shows them; percentages rounded half up to two digits, amounts in yuan.</summary>
public sealed record RatesView(string Unit, string From, string To, DateOnly On, CountView Whole, FunnelView Funnel, IReadOnlyList<UnitCountView> Units)
{
    /// <summary>Shows rates.</summary>
    public static RatesView Of(CohortRates r) => new(r.Unit.Code, Months.Text(r.Window.From), Months.Text(r.Window.To), r.Day, CountView.Of(r.Whole),
        new FunnelView(r.Funnel.Leads, r.Funnel.Talks, r.Funnel.SignedCount, r.Funnel.Started, r.Funnel.Producing, Ledger.Ratio.Rounded(r.Funnel.ConversionRate)),
        [.. r.Units.Select(u => new UnitCountView(u.Unit.Code, CountView.Of(u.Count)))]);
}

/// <summary>Counts and rates of a cohort.</summary>
public sealed record CountView(
    long SignedCount, long Performing, long Started, long Producing, decimal ContractedYuan, decimal ArrivedYuan, decimal? PerformanceRate, decimal? StartRate, decimal? ProductionRate, decimal? ArrivalRate)
{
    /// <summary>Shows counts.</summary>
    public static CountView Of(CohortCount c) => new(c.SignedCount, c.Performing, c.Started, c.Producing, new Money(c.ContractedFen).Yuan, new Money(c.ArrivedFen).Yuan,
        Ledger.Ratio.Rounded(c.PerformanceRate), Ledger.Ratio.Rounded(c.StartRate), Ledger.Ratio.Rounded(c.ProductionRate), Ledger.Ratio.Rounded(c.ArrivalRate));
}

/// <summary>A unit's counts and rates.</summary>
public sealed record UnitCountView(string Unit, CountView Count);

/// <summary>The funnel of leads.</summary>
public sealed record FunnelView(long Leads, long Talks, long SignedCount, long Started, long Producing, decimal? ConversionRate);
