namespace Bridgehead.Features.Imports;

/// <summary>How far the work on a ledger is, as it is shown.</summary>
/// <param name="Check">Which ledger.</param>
/// <param name="State">What is being done.</param>
/// <param name="Begun">Whether it was begun; otherwise it waits for its turn.</param>
/// <param name="Again">It was begun before and interrupted.</param>
/// <param name="Percent">How far, in percent.</param>
/// <param name="Done">Rows done of the present stage; 0 while unknown.</param>
/// <param name="Left">The seconds it will take yet, at the pace so far; null while unknown.</param>
public sealed record CheckProgress(Guid Check, CheckState State, bool Begun, bool Again, int Percent, long Done, int? Left)
{
    /// <summary>Reads it from the check and from the work, where this process does it.</summary>
    public static CheckProgress Of(ImportCheck check, ImportProgress? work, DateTime now)
    {
        var percent = work?.Percent ?? check.Percent;
        if (check.State == CheckState.Judging) percent = Math.Min(99, percent * 100 / ImportProgress.JudgingShare);
        var spent = check.StartedAt is { } start ? (now - start).TotalSeconds : 0;
        return new CheckProgress(check.Id, check.State, check.StartedAt is not null, check.Attempts > 1, percent, work?.Done ?? 0, percent is >= 3 and < 100 && spent >= 1 ? (int)Math.Ceiling(spent * (100 - percent) / percent) : null);
    }
}
