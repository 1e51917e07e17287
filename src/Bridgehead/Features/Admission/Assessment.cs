namespace Bridgehead.Features.Admission;

/// <summary>One line of the arithmetic.</summary>
/// <param name="Item">What is judged, with the most points.</param>
/// <param name="Tenths">The points given, in tenths; null while not judged.</param>
/// <param name="Remark">Why.</param>
public sealed record ScoreLine(ScoreItem Item, int? Tenths, string? Remark)
{
    /// <summary>The points given, exact; null while not judged.</summary>
    public decimal? Points => Tenths / 10m;
}

/// <summary>The scores of a review added up under its sheet, line by line.</summary>
/// <param name="Lines">Every item of the sheet, in its order.</param>
/// <param name="PassMark">The points it takes to pass.</param>
/// <param name="Vetoes">How many vetoes were found.</param>
public sealed record Assessment(IReadOnlyList<ScoreLine> Lines, int PassMark, int Vetoes)
{
    /// <summary>The sum of the points given, exact.</summary>
    public decimal Total => Lines.Sum(l => l.Tenths ?? 0) / 10m;

    /// <summary>Whether every item is judged.</summary>
    public bool IsComplete => Lines.All(l => l.Tenths is not null);

    /// <summary>Whether the points reach the pass mark.</summary>
    public bool Reaches => Total >= PassMark;

    /// <summary>Whether it would pass by its scores: complete, enough points, and no veto, which beats any score.</summary>
    public bool Passes => Vetoes == 0 && IsComplete && Reaches;

    /// <summary>The sum as it is worked out: "5 + 4 + 15.5".</summary>
    public string Arithmetic => string.Join(" + ", Lines.Select(l => l.Points?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) ?? "—"));

    /// <summary>Adds up the scores of a review.</summary>
    public static Assessment Of(ScoreSheet sheet, IEnumerable<ReviewScore> scores, int vetoes)
    {
        var given = scores.ToDictionary(s => s.Item);
        return new Assessment([.. sheet.Items.Select(i => new ScoreLine(i, given.GetValueOrDefault(i.Name)?.Tenths, given.GetValueOrDefault(i.Name)?.Remark))], sheet.PassMark, vetoes);
    }
}
