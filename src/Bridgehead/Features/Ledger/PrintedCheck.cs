using System.Globalization;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Ledger;

/// <summary>Compares a printed ratio with what the entries give, to the last printed digit, and says how a wrong one may have come about.</summary>
internal static class PrintedCheck
{
    public static PrintedDifference Of(PublishedRatio printed, FigureView view, Guid unit)
    {
        var group = (printed.Dimension, printed.Key);
        var figure = view.Of(unit, group, "", "");
        var attained = figure.Targets.FirstOrDefault(t => t.SetBy == printed.SetBy) ?? (printed.SetBy == TargetSetter.Own ? figure.Target : null);
        var whole = view.Of(unit, (Dimension.None, ""), "", "").Value;
        var exact = printed.Kind switch
        {
            RatioKind.Completion => attained?.Completion,
            RatioKind.Pace => attained?.Pace,
            RatioKind.YearOnYear => figure.YearOnYear,
            _ => Ratio.Share(figure.Value, whole),
        };
        var (number, digits) = Read(printed.Printed);
        var computed = Ratio.Rounded(exact, digits);
        var hint = printed.Kind == RatioKind.Share && view.Indicator.Measure == Measure.Count && whole is > 0 ? Impossible(number, digits, whole.Value) : null;
        return new PrintedDifference(printed.Kind, group, printed.SetBy, printed.Printed, computed,
            hint is not null ? PrintedVerdict.Differs : computed is null ? PrintedVerdict.NotComputable : computed == number ? PrintedVerdict.Agrees : PrintedVerdict.Differs, hint);
    }

    /// <summary>A share of whole things must be n of the total; where no n gives the printed number, the publisher divided by something else.</summary>
    private static FormattableString? Impossible(decimal number, int digits, long total)
    {
        if (Fitting(number, digits, total) is not null) return null;
        var nearest = (long)Math.Round(number * total / 100m, MidpointRounding.AwayFromZero);
        var honest = Ratio.Rounded(Ratio.Share(nearest, total), digits);
        foreach (var other in new[] { total - 1, total + 1, total - 2, total + 2 })
            if (other > 0 && Fitting(number, digits, other) is { } things)
                return $"{total}个中没有整数个恰为{number}％：{nearest}/{total}＝{honest}％；{number}％是{things}/{other}，公布数有误";
        return $"{total}个中没有整数个恰为{number}％：{nearest}/{total}＝{honest}％，公布数有误";
    }

    private static long? Fitting(decimal number, int digits, long total)
    {
        var things = (long)Math.Round(number * total / 100m, MidpointRounding.AwayFromZero);
        return Ratio.Rounded(Ratio.Share(things, total), digits) == number ? things : null;
    }

    private static (decimal Number, int Digits) Read(string printed)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        return (decimal.Parse(printed, NumberStyles.Number, CultureInfo.InvariantCulture), point < 0 ? 0 : printed.Length - point - 1);
    }
}
