using System.Globalization;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads plain numbers, whole numbers and shares.</summary>
internal static class NumberCell
{
    private static readonly string[] Counters = ["人次", "人", "家", "个", "户", "项", "名", "台", "套", "次", "批", "件"];

    public static decimal? Plain(LedgerCell cell)
    {
        if (cell.Number is { } number) return number;
        if (cell.Compact() is not { } text) return null;
        if (cell.Raw is string && TryParse(cell.Unit is { } unit && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text, out number)) return number;
        cell.Say(Severity.Error, $"看不懂数字“{text}”，请只填一个数");
        return null;
    }

    public static long? Count(LedgerCell cell)
    {
        var number = cell.Number;
        if (number is null)
        {
            if (cell.Compact() is not { } text) return null;
            var bare = text.TrimStart('约');
            if (bare.Length != text.Length) cell.Say(Severity.Note, $"“{text}”是约数，按所写的数读取");
            if (Array.Find(Counters, word => bare.EndsWith(word, StringComparison.Ordinal)) is { } counter) bare = bare[..^counter.Length];
            var times = bare.EndsWith('万') ? 10_000m : 1m;
            if (cell.Raw is not string || !TryParse(bare.TrimEnd('万'), out var parsed))
            {
                cell.Say(Severity.Error, $"看不懂数量“{text}”，请填一个整数");
                return null;
            }
            number = parsed * times;
        }
        if (number == Math.Floor(number.Value) && number is >= 0 and < 1e15m) return (long)number.Value;
        cell.Say(Severity.Error, $"数量{number.Value}应为不小于零的整数");
        return null;
    }

    public static decimal? Percentage(LedgerCell cell)
    {
        if (cell.Raw is CellPercent percent) return Math.Round((decimal)percent.Fraction * 100, 10);
        if (cell.Raw is double and >= -1 and <= 1 and not 0 && cell.Unit != "%")
        {
            cell.Say(Severity.Warning, $"没有百分号，按{cell.Number!.Value * 100}%读取");
            return cell.Number.Value * 100;
        }
        if (cell.Number is { } number) return number;
        if (cell.Compact() is not { } text) return null;
        if (cell.Raw is string && TryParse(text.TrimEnd('%'), out number)) return number;
        cell.Say(Severity.Error, $"看不懂百分比“{text}”，请写成12.5%的样子");
        return null;
    }

    internal static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
}
