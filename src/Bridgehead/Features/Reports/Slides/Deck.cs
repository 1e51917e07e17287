namespace Bridgehead.Features.Reports.Slides;

/// <summary>A bar of a slide.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Shown">What stands at its end.</param>
public sealed record DeckBar(string Label, decimal Value, string Shown);

/// <summary>A slide: a title that says something, and one of numbers, bars, a table or lines below it.</summary>
/// <param name="Title">Its title.</param>
public sealed record DeckSlide(string Title)
{
    /// <summary>A line below the title: what is told, of when.</summary>
    public string? Note { get; init; }
    /// <summary>What whoever shows it has to know or do before; it stands in the speaker's notes and on no slide.</summary>
    public string? Speaker { get; init; }
    /// <summary>Large numbers, at most six.</summary>
    public IReadOnlyList<(string Label, string Value)> Figures { get; init; } = [];
    /// <summary>Bars, at most eight.</summary>
    public IReadOnlyList<DeckBar> Bars { get; init; } = [];
    /// <summary>The head of a table, then its rows, at most nine.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table { get; init; } = [];
    /// <summary>Lines, at most eight.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
    /// <summary>Whether it is the cover.</summary>
    public bool IsCover { get; init; }
}

/// <summary>Promotion slides of a unit, a park or a field of business.</summary>
/// <param name="Title">Their title.</param>
/// <param name="Slides">The slides, six to eight.</param>
/// <param name="Foot">Whose they are and as of when, at the foot of each.</param>
public sealed record Deck(string Title, IReadOnlyList<DeckSlide> Slides, string Foot);
