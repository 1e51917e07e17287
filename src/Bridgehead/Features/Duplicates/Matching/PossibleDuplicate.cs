namespace Bridgehead.Features.Duplicates;

/// <summary>
/// A possible duplicate as the asker may be told of it. Of a record outside the asker's scope nothing is told but the level and what is in common:
/// no name, no number, no unit, no amount, no identity.
/// </summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Why">What they have in common, in Chinese.</param>
/// <param name="Hidden">Whether it is another unit's.</param>
/// <param name="Blocks">Whether saving waits for a decision.</param>
/// <param name="Id">The record; null when hidden.</param>
/// <param name="Name">Its name; null when hidden.</param>
/// <param name="Number">Its number; null when hidden or when there is none.</param>
/// <param name="Similarity">How alike the names are in per cent; null when hidden.</param>
public sealed record PossibleDuplicate(int Level, string Why, bool Hidden, bool Blocks, Guid? Id, string? Name, string? Number, int? Similarity)
{
    /// <summary>Whether it is a project; an enterprise otherwise.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public bool IsProject { get; private init; }


    /// <summary>As it may be told; those outside the scope that say the same are told once.</summary>
    public static IReadOnlyList<PossibleDuplicate> Of(IEnumerable<FoundDuplicate> found) => [.. found.Select(f => f.IsVisible
        ? new PossibleDuplicate(f.Suspicion.Level, f.Suspicion.Why.Text(), false, f.Suspicion.Blocks, f.Record.Id, f.Record.Name, f.Record.Number, f.Suspicion.Similarity) { IsProject = f.Record.Kind == RecordKind.Project }
        : new PossibleDuplicate(f.Suspicion.Level, f.Suspicion.Why.Text(), true, f.Suspicion.Blocks, null, null, null, null)).Distinct()];
}
