namespace Bridgehead.Features.Reports;

/// <summary>What stands under a heading: a section's heading, a paragraph or a table.</summary>
public abstract record Block;
