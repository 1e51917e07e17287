namespace Bridgehead.Features.Ledger;

/// <summary>The ledger of figures: evidence, entries, sums, indicators, and the one place that answers for every number.</summary>
public static class LedgerModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddScoped<RecordEntries>().AddScoped<Figures>().AddScoped<AskFigure>().AddScoped<VerifyLedger>()
        .AddScoped<ListEntries>().AddScoped<ReverseEntry>().AddScoped<DefineIndicator>().AddScoped<EntryNames>().AddScoped<JudgeEvidence>().AddScoped<CloseMonth>()
        .AddScoped<DefineField>().AddScoped<KeepOfficial>().AddScoped<TryDefinition>().AddScoped<FigureSeries>()
        .AddCheck("数据台账与汇总", (with, cancel) => with.GetRequiredService<VerifyLedger>().Run(cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        LedgerApi.Map(api);
        EvidenceApi.Map(api);
        DefinitionsApi.Map(api);
    }
}
