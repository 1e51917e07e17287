namespace Bridgehead.Features.Signals;

/// <summary>
/// The law of first digits (Newcomb 1881, Benford 1938): in amounts that grew by themselves the digit d leads with frequency log10(1 + 1/d). Measured by Pearson's chi-square
/// with eight degrees of freedom; only from 100 amounts on. In decimals throughout, exact far beyond what is shown.
/// </summary>
public static class FirstDigitLaw
{
    // log10(1 + 1/d) for d = 1 … 9
    private static readonly decimal[] Expected = [0.301029995664m, 0.176091259056m, 0.124938736608m, 0.096910013008m, 0.079181246048m, 0.066946789631m, 0.057991946978m, 0.051152522447m, 0.045757490561m];

    /// <summary>How often each digit leads; amounts of 0 and below are left out.</summary>
    public static IReadOnlyList<int> Count(IEnumerable<long> amounts)
    {
        var counts = new int[9];
        foreach (var amount in amounts.Where(a => a > 0))
        {
            var first = amount;
            while (first >= 10) first /= 10;
            counts[first - 1]++;
        }
        return counts;
    }

    /// <summary>Chi-square of the counts of the nine digits, and how likely chance alone gives one as large.</summary>
    public static (decimal ChiSquare, decimal Probability) Test(IReadOnlyList<int> counts)
    {
        var all = counts.Sum();
        if (all == 0) return (0, 1);
        var chi = 0m;
        for (var i = 0; i < 9; i++)
        {
            var expected = all * Expected[i];
            chi += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return (chi, Beyond(chi));
    }

    /// <summary>The part of a chi-square distribution with eight degrees of freedom beyond a value: e^(−x/2) · (1 + x/2 + (x/2)²/2 + (x/2)³/6).</summary>
    public static decimal Beyond(decimal chi)
    {
        var half = chi / 2;
        if (half > 60) return 0;
        return Inverse(half) * (1 + half + half * half / 2 + half * half * half / 6);
    }

    // e^(−x) as 1 / e^x; each half step of the series keeps more than twenty digits
    private static decimal Inverse(decimal x)
    {
        var (whole, rest) = ((int)decimal.Truncate(x), x - decimal.Truncate(x));
        var (term, sum) = (1m, 1m);
        for (var n = 1; n <= 25; n++) sum += term = term * rest / n;
        var result = 1 / sum;
        for (var i = 0; i < whole; i++) result /= 2.7182818284590452353602874714m;
        return result;
    }
}
