using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Duplicates;

/// <summary>A suspected pair as the API shows it; a side outside the scope of whoever asks is null.</summary>
public sealed record PairView(Guid Id, string Kind, int Level, string Why, int? Similarity, DateTime FoundOn, string Found, bool Decided, string? Decision, string? Reason, string? DecidedBy, DateTime? DecidedAt, PairSide? First, PairSide? Second, long Version)
{
    /// <summary>Shows a pair.</summary>
    public static PairView Of(PairRow row)
    {
        var p = row.Pair;
        return new PairView(p.Id, p.Kind.ToString(), p.Level, p.Why.Text(), row.IsWhole ? p.Similarity : null, p.FoundOn, p.Found.ToString(), p.IsDecided, p.Decision?.ToString(), row.IsWhole ? p.Reason : null,
            p.DecidedByName, p.DecidedAt, row.First.Id is null ? null : row.First, row.Second.Id is null ? null : row.Second, p.Version);
    }
}

/// <summary>A decision about a pair: Ignored or TrulyNew.</summary>
public sealed record PairDecisionInput([property: Required, RegularExpression("^(Ignored|TrulyNew)$", ErrorMessage = "处理方式应为 Ignored 或 TrulyNew；合并和覆盖另有接口")] string Decision, [property: MaxLength(500)] string? Reason = null);

/// <summary>A merge that is asked for.</summary>
/// <param name="Keep">The record that stays.</param>
/// <param name="Take">The fields whose value is the one of the record that goes; as planned when it is not said.</param>
/// <param name="Overwrite">Whether the values of the record that goes are kept wherever it has some.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeInput([property: Required] Guid? Keep, IReadOnlyList<string>? Take = null, bool Overwrite = false, [property: MaxLength(500)] string? Reason = null);

/// <summary>A merge as the API shows it.</summary>
public sealed record MergeView(Guid Id, string Kind, Guid Survivor, Guid Loser, DateTime At, string By, DateTime? UndoneAt, long Version)
{
    /// <summary>Shows a merge.</summary>
    public static MergeView Of(RecordMerge m) => new(m.Id, m.Kind.ToString(), m.SurvivorId, m.LoserId, m.At, m.ByName, m.UndoneAt, m.Version);
}
