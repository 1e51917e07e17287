namespace Bridgehead.Features.Reports;

/// <summary>近, 逾 or the plain number: the word follows from the direction of the rounding.</summary>
public static class AboutRule
{
    /// <summary>The word and the round number that is said for a count, to the nearest step: 396 to 100 is 近400, 312 is 逾300, 300 is 300.</summary>
    public static (string Word, long Round) Of(long value, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var round = (long)Math.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step;
        if (round == value || round == 0) return ("", value);
        return (round > value ? "近" : "逾", round);
    }
}
