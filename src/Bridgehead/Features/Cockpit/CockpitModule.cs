namespace Bridgehead.Features.Cockpit;

/// <summary>Where a unit stands and what waits: the first page of every reader of figures.</summary>
public static class CockpitModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddCockpit(this IServiceCollection services) => services
        .AddScoped<ReadCockpit>().AddScoped<WhatWaits>().AddScoped<SinceLook>().AddScoped<LastEntries>().AddScoped<CompareDays>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapCockpit(this IEndpointRouteBuilder api) => CockpitApi.Map(api);
}
