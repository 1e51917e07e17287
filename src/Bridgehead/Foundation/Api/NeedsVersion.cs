namespace Bridgehead;

/// <summary>The endpoint changes a record and wants to know in If-Match which version of it the program has read.</summary>
public sealed record NeedsVersion;

/// <summary>What an endpoint says of itself for the reference.</summary>
public static class EndpointWords
{
    /// <summary>What it does, in a line and where needed in a few sentences; in Chinese, the English stands in the catalogue.</summary>
    public static TBuilder Says<TBuilder>(this TBuilder endpoint, string summary, string? more = null) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithSummary(summary);
        return more is null ? endpoint : endpoint.WithDescription(more);
    }

    /// <summary>It wants If-Match.</summary>
    public static TBuilder WantsVersion<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsVersion());
}
