namespace Bridgehead.Features.Views;

/// <summary>The view a person begins with; each person's own choice, the last one counts.</summary>
public sealed class DefaultView
{
    /// <summary>Whose.</summary>
    public Guid UserId { get; internal set; }
    /// <summary>Which view.</summary>
    public Guid ViewId { get; internal set; }
}
