namespace Bridgehead.Features.Reports;

/// <summary>A heading, a paragraph, a table or a chart of a kept report; its text carries the numbers as marks (<see cref="MarkedText"/>).</summary>
public sealed class ReportBlock : IVersioned, IAudited
{
    /// <summary>The longest text of a block.</summary>
    public const int Longest = 20_000;

    private ReportBlock() { }

    /// <summary>Adds a block.</summary>
    /// <param name="draftId">Of which report.</param>
    /// <param name="part">In which part, 1 to 4; 0 for the opening.</param>
    /// <param name="position">Its place in the part.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="text">Its text with marks.</param>
    public ReportBlock(Guid draftId, int part, int position, BlockKind kind, string text)
    {
        (Id, DraftId, Part, Position, Kind) = (Guid.CreateVersion7(), draftId, part, position, kind);
        Write(text);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which report.</summary>
    public Guid DraftId { get; private set; }
    /// <summary>In which part, 1 to 4; 0 for the opening.</summary>
    public int Part { get; private set; }
    /// <summary>Its place in the part.</summary>
    public int Position { get; private set; }
    /// <summary>What it is.</summary>
    public BlockKind Kind { get; private set; }
    /// <summary>Its text with marks.</summary>
    public string Text { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Writes another text.</summary>
    public void Write(string text)
    {
        Refusal.When(string.IsNullOrWhiteSpace(text), $"请填写内容；不需要这一段可以删去", nameof(Text));
        Refusal.When(text.Length > Longest, $"一段最多20000个字，请分段", nameof(Text));
        Refusal.When(Kind is BlockKind.Heading && (text.Contains('\n', StringComparison.Ordinal) || text.Length > 60), $"小标题最多60个字，写在一行内", nameof(Text));
        Text = text.Trim();
    }

    /// <summary>Puts it at another place of its part.</summary>
    public void Place(int position) => Position = position;
}
