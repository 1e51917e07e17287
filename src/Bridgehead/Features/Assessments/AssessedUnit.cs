namespace Bridgehead.Features.Assessments;

/// <summary>The frozen result of a unit: its total, its place in its group, and the points of each item.</summary>
public sealed class AssessedUnit
{
    private AssessedUnit() { }

    /// <summary>Keeps a result.</summary>
    /// <param name="assessmentId">Of which assessment.</param>
    /// <param name="result">The result.</param>
    public AssessedUnit(Guid assessmentId, UnitResult result)
    {
        (Id, AssessmentId, UnitId, Group, Rank, Vetoed) = (Guid.CreateVersion7(), assessmentId, result.Unit.Id, result.Group, result.Rank, result.Vetoed);
        Total = (long)(result.Total * InputValue.Millionths);
        Points = string.Join(';', result.Items.Select(i => i.Score is { } score ? Millionths(score).ToString(System.Globalization.CultureInfo.InvariantCulture) : ""));
    }

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which assessment.</summary>
    public Guid AssessmentId { get; private set; }
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The group by its place in the scheme, from 0.</summary>
    public int Group { get; private set; }
    /// <summary>The published total, in millionths of a point.</summary>
    public long Total { get; private set; }
    /// <summary>The place in the group; null for who is ruled out.</summary>
    public int? Rank { get; private set; }
    /// <summary>Whether it is ruled out.</summary>
    public bool Vetoed { get; private set; }
    /// <summary>The points of each item in millionths, in order; empty where it could not be scored.</summary>
    public string Points { get; private set; } = "";

    /// <summary>Points in millionths, half up.</summary>
    public static long Millionths(decimal points) => (long)Math.Round(points * InputValue.Millionths, 0, MidpointRounding.AwayFromZero);
}
