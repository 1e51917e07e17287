namespace Bridgehead.Features.Reports;

/// <summary>近, 逾, 约 or the plain number: the word follows from the direction of the rounding and how far it goes.</summary>
public static class AboutRule
{
    /// <summary>Where a rounding moves a number by no more than this (percent of the round number), it is 约 and no direction is told.</summary>
    public const decimal Hairbreadth = 0.2m;

    /// <summary>The word and the round number said for a count, to the nearest step: 396 to 100 is 近400, 312 is 逾300, 300 is 300, 30010 is 约30000.</summary>
    public static (string Word, long Round) Of(long value, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var round = (long)Math.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step;
        if (round == value || round == 0) return ("", value);
        if (Math.Abs(value - round) * 100m <= Hairbreadth * Math.Abs(round)) return ("约", round);
        return (round > value ? "近" : "逾", round);
    }

    /// <summary>The step by which a figure is said in passing: the second digit, so that 612.34亿元 is 逾610亿元 and 396家 is 近400家.</summary>
    public static long Step(long value)
    {
        var step = 1L;
        for (var left = Math.Abs(value); left >= 100; left /= 10) step *= 10;
        return step;
    }
}
