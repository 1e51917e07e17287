namespace Bridgehead.Features.Reports;

/// <summary>Which way a block is moved.</summary>
public sealed class MoveInput
{
    /// <summary>Up by one place; down otherwise.</summary>
    public bool Up { get; set; }
}
