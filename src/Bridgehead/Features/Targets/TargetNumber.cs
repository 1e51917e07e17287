using System.Globalization;
using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Targets;

/// <summary>Target amounts as people type and paste them: "1,200", "1.2亿", "350万元"; without a unit they are in the unit the indicator is shown in.</summary>
public static class TargetNumber
{
    /// <summary>Reads one, in the indicator's smallest unit; null when nothing is typed. Refused when it is no number or has a unit of another measure.</summary>
    public static long? Read(string? typed, Indicator indicator, string? field = null)
    {
        var text = new string([.. (typed ?? "").InForm(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ',' and not '，')]);
        if (text.Length == 0) return null;
        Refusal.When(text.Length > 30 || text.Any(char.IsControl), $"“{indicator.Name}”的目标不是数字，请重新填写", field);
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '.') end--;
        var unit = text[end..] switch
        {
            "" => indicator.Display,
            "亿" => indicator.Measure == Measure.Usd ? "亿美元" : "亿元",
            "万" => indicator.Measure == Measure.Usd ? "万美元" : "万元",
            var said => said,
        };
        Refusal.Unless(decimal.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number), $"“{indicator.Name}”的目标“{typed}”不是数字", field);
        return UnitOfMeasure.Read(number, unit, indicator.Measure);
    }

    /// <summary>Writes one as it is typed, in the unit the indicator is shown in.</summary>
    public static string Typed(long? smallest, Indicator indicator) =>
        smallest is { } value ? UnitOfMeasure.Write(value, indicator.Display).ToString("0.##########", CultureInfo.InvariantCulture) : "";
}
