using System.Text.Json;

namespace Bridgehead.Features.Shared;

/// <summary>A chart and the table behind it; shown with <c>&lt;partial name="_Chart" model="…" /&gt;</c>.</summary>
/// <param name="Title">The finding or the question, not the kind of chart.</param>
/// <param name="Unit">The unit of the values: 亿元, 个, %.</param>
/// <param name="Names">The names along the axis.</param>
/// <param name="Series">The rows of numbers, each as long as <paramref name="Names"/>.</param>
public sealed record Chart(string Title, string Unit, IReadOnlyList<string> Names, IReadOnlyList<ChartSeries> Series)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A target drawn as a dashed line; null for none.</summary>
    public decimal? Target { get; init; }

    /// <summary>What the target line is called.</summary>
    public string? TargetName { get; init; }

    /// <summary>Bars lying, for rankings and long names.</summary>
    public bool Sideways { get; init; }

    /// <summary>Where a click on each name leads: the rows behind it.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>Where the numbers come from and as of when.</summary>
    public string? Source { get; init; }

    /// <summary>What the column of names is called in the table.</summary>
    public string NamesAre { get; init; } = "名称";

    /// <summary>The numbers for the browser; a value not known is null and leaves a gap. Safe within a script element.</summary>
    public string Json => JsonSerializer.Serialize(new { Names, Unit, Series, Target, TargetName, Sideways, Links }, Web);
}
