namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads unified social credit codes; one that fails its check is refused with a hint at characters that look alike.</summary>
internal static class CreditCodeCell
{
    private static readonly (char Wrong, char Right)[] LookAlikes = [('O', '0'), ('I', '1'), ('Z', '2'), ('S', '5'), ('V', 'U')];

    public static CreditCode? Read(LedgerCell cell)
    {
        if (CodeCell.Read(cell) is not { } text) return null;
        if (CreditCode.TryRead(text, out var code)) return code;
        if (Alike(text) is { } alike) cell.Say(Severity.Error, $"统一社会信用代码“{text}”无效，是否为{alike}（O与0、I与1、Z与2、S与5容易混淆）？请核对");
        else if (text.Length == 15 && text.All(char.IsAsciiDigit)) cell.Say(Severity.Error, $"“{text}”是15位的注册号，不是统一社会信用代码，请核对");
        else Refuse(cell, text);
        return null;
    }

    private static CreditCode? Alike(string text)
    {
        var other = LookAlikes.Aggregate(text.ToUpperInvariant(), (changed, pair) => changed.Replace(pair.Wrong, pair.Right));
        return CreditCode.TryRead(other, out var code) ? code : null;
    }

    /// <summary>Says the exact fault in the words of the code itself.</summary>
    private static void Refuse(LedgerCell cell, string text)
    {
        try
        {
            CreditCode.Create(text);
        }
        catch (Refusal fault)
        {
            cell.Say(Severity.Error, fault.Sentence);
        }
    }
}
