namespace Bridgehead.Features.Duplicates;

/// <summary>Records that may be there twice: found while they are typed and imported, decided by people, merged and unmerged.</summary>
public static class DuplicatesModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton(with => DuplicateRules.From(with.GetService<IConfiguration>()))
        .AddScoped<FindDuplicates>().AddScoped<GuardDuplicates>().AddScoped<QueuePairs>().AddScoped<ScanDuplicates>().AddScoped<FindInLedger>()
        .AddScoped<ListPairs>().AddScoped<DecidePair>().AddScoped<ComparePair>()
        .AddScoped<PlanMerge>().AddScoped<MoveReferences>().AddScoped<MergeRecords>().AddScoped<UndoMerge>().AddScoped<FindMerge>().AddScoped<MergedRecords>();

    /// <summary>Maps its endpoints: /api/duplicates.</summary>
    public static void MapDuplicates(this IEndpointRouteBuilder api) => DuplicatesApi.Map(api);
}
