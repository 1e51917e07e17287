using System.Globalization;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads codes and numbers that are names.</summary>
internal static class CodeCell
{
    private const double DigitsKept = 1e15;

    public static string? Read(LedgerCell cell)
    {
        if (cell.Raw is double number)
        {
            if (Math.Abs(number) < DigitsKept) return ((decimal)number).ToString("0.####", CultureInfo.InvariantCulture);
            cell.Say(Severity.Error, $"代码以数字格式保存，后几位已丢失，请把该列设为文本格式后重新填写");
            return null;
        }
        return cell.Compact();
    }
}
