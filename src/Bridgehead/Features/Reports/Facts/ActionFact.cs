namespace Bridgehead.Features.Reports;

/// <summary>Something that was done and recorded in the year: visits, promotion meetings, outposts, requests settled, policies.</summary>
/// <param name="Topic">The field of work it belongs to, such as 驻外招商; facts of one topic make one section.</param>
/// <param name="Code">The action's code, part of the figure's address.</param>
/// <param name="Deed">Verb and object as the report prints them before the number, such as 走访重点企业.</param>
/// <param name="Count">How often or how many; null when not known.</param>
/// <param name="Unit">What is counted.</param>
public sealed record ActionFact(string Topic, string Code, string Deed, long? Count, MeasureUnit Unit)
{
    /// <summary>Names worth printing: events held, regions covered, policies issued.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The page that lists the records; null for the figure page.</summary>
    public string? Address { get; init; }
}
