using System.Globalization;

namespace Bridgehead.Features.Duplicates;

/// <summary>The thresholds of the check for duplicates, from the settings duplicates-similarity, duplicates-amount and duplicates-hours (environment: BRIDGEHEAD_duplicates-similarity …).</summary>
/// <param name="Similarity">From how alike two names are the same thing, in per cent.</param>
/// <param name="AmountDifference">Up to what difference two amounts are alike, in per cent of the one registered earlier; the bound itself is not alike any more.</param>
/// <param name="DueHours">Within how many hours a suspicion must be decided.</param>
public sealed record DuplicateRules(int Similarity = 85, int AmountDifference = 20, int DueHours = 24)
{
    /// <summary>Reads them; what is not set or not a number within its range stays as the trade has it.</summary>
    public static DuplicateRules From(IConfiguration? settings)
    {
        var usual = new DuplicateRules();
        return new DuplicateRules(
            Number("duplicates-similarity", usual.Similarity, 50, 100), Number("duplicates-amount", usual.AmountDifference, 1, 100), Number("duplicates-hours", usual.DueHours, 1, 720));

        int Number(string name, int otherwise, int least, int most) =>
            int.TryParse(settings?[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : otherwise;
    }
}
