namespace Bridgehead.Features.Reports;

/// <summary>Which numbers are taken over anew.</summary>
public sealed class TakeOverInput
{
    /// <summary>The numbers they go by in the report; all that changed when left out.</summary>
    public IReadOnlyList<int>? Numbers { get; set; }
}
