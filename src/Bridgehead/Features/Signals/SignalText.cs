using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Signals;

/// <summary>A signal in words: what was seen, and that it should be verified. Never more than that.</summary>
public static class SignalText
{
    /// <summary>Why it was raised.</summary>
    public static string Why(Signal s, Words words)
    {
        var (measured, compared) = (s.MeasuredValue, s.ComparedValue);
        return s.Kind switch
        {
            SignalKind.ExactTarget => words.Say($"{words[Name(s.Name)]}完成年度目标的{measured:0.##}%，恰好达标，请核实"),
            SignalKind.MonthEnd => words.Say($"{s.Name}的到位资金有{measured:0.##}%在最后三天入账，此前各月平均为{compared:0.##}%，请核实"),
            SignalKind.RoundAmounts => words.Say($"近一年{measured:0.##}%的金额是千万元的整数倍（{s.Name}），全部单位为{compared:0.##}%，请核实"),
            SignalKind.FirstDigits => words.Say($"近两年{s.Name}笔金额的首位数字与通常分布相差较大（χ²={measured:0.##}，p={compared:0.######}），请核实"),
            SignalKind.SharedSeller => words.Say($"销售方“{s.Name}”出现在{measured:0}个项目的凭证上，请核实"),
            SignalKind.InvoiceNumbers => words.Say($"销售方“{s.Name}”有{measured:0}张凭证票号重复或连号，请核实"),
            SignalKind.AboveAgreement => words.Say($"“{s.Name}”的到位资金为协议投资额的{measured:0.##}%，请核实"),
            SignalKind.TakenBack => words.Say($"已认定{measured:0.##}万元的发票“{s.Name}”被后来的红字发票冲销{compared:0.##}万元，请核实，属实的撤销认定"),
            SignalKind.RoundTrip => words.Say($"已认定的资金“{s.Name}”到账{measured:0}天后又有款项转出（规则为{compared:0}天内），请核实，属实的撤销认定"),
            _ => words.Say($"“{s.Name}”是{measured:0}个项目凭证上的收付款主体，请核实"),
        };
    }

    /// <summary>The name of an indicator by its code.</summary>
    internal static string Name(string code) => DefaultIndicators.NameOf(code);
}
