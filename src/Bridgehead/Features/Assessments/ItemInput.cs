using System.Globalization;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Assessments;

/// <summary>One number an item is scored by; written as a line: "签约个数率：完成率 signed-projects ×50%", "3—10亿元项目：填报 ≥7", "超时限未开工：填报 ×0.1".</summary>
/// <param name="Name">What it is called, up to 60 characters.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Indicator">The code of the indicator, or of the rate of a cohort; empty for what is given by hand.</param>
/// <param name="Against">For a rate, the code of the indicator below the line.</param>
/// <param name="Parameter">By the method of the item: its share in percent, the number required, or the points for each; null for the usual.</param>
public sealed record ItemInput(string Name, InputSource Source, string Indicator, string Against, decimal? Parameter)
{
    private static readonly Dictionary<string, InputSource> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["完成率"] = InputSource.Completion, ["数值"] = InputSource.Figure, ["比率"] = InputSource.Rate, ["填报"] = InputSource.Given, ["批次率"] = InputSource.Cohort,
        ["completion"] = InputSource.Completion, ["figure"] = InputSource.Figure, ["rate"] = InputSource.Rate, ["given"] = InputSource.Given, ["cohort"] = InputSource.Cohort,
    };

    /// <summary>The indicators it needs.</summary>
    [JsonIgnore]
    public IEnumerable<string> Codes => Source == InputSource.Cohort ? [] : new[] { Indicator, Against }.Where(c => c.Length > 0);

    /// <summary>Reads the lines of an item. Refused when one of them is not understood.</summary>
    public static IReadOnlyList<ItemInput> Read(string? lines) => [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];

    /// <summary>The line as it is written for a method.</summary>
    public string Line(ScoreMethod method)
    {
        var source = Source switch { InputSource.Completion => "完成率", InputSource.Figure => "数值", InputSource.Rate => "比率", InputSource.Cohort => "批次率", _ => "填报" };
        var codes = Against.Length > 0 ? $" {Indicator}/{Against}" : Indicator.Length > 0 ? " " + Indicator : "";
        var parameter = Parameter is not { } p ? "" : method == ScoreMethod.Tiers ? $" ≥{Text(p)}" : method == ScoreMethod.Ratio ? $" ×{Text(p)}%" : $" ×{Text(p)}";
        return $"{Name}：{source}{codes}{parameter}";
    }

    private static ItemInput One(string line)
    {
        var cut = line.IndexOfAny(['：', ':']);
        Refusal.When(line.Length > 200 || line.Any(char.IsControl), $"每行计分依据最多200个字，不能含有控制字符", "Inputs");
        Refusal.Unless(cut is > 0 and <= 60, $"看不懂计分依据“{line}”，应写成：名称：完成率 指标代码 ×50%", "Inputs");
        var (name, tokens) = (line[..cut].Trim(), line[(cut + 1)..].Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Refusal.Unless(tokens.Length is >= 1 and <= 3 && Words.ContainsKey(tokens[0]), $"看不懂计分依据“{line}”，应写成：名称：完成率 指标代码 ×50%", "Inputs");
        var source = Words[tokens[0]];
        var (parameter, rest) = tokens.Length > 1 && Number(tokens[^1]) is { } number ? ((decimal?)number, tokens[1..^1]) : (null, tokens[1..]);
        var codes = rest.Length == 1 ? rest[0].Split('/') : [];
        var wanted = source switch { InputSource.Given => 0, InputSource.Rate => 2, _ => 1 };
        Refusal.Unless(rest.Length <= 1 && codes.Length == wanted && codes.All(c => c.Length is > 0 and <= 40), $"看不懂计分依据“{line}”，应写成：名称：完成率 指标代码 ×50%", "Inputs");
        Refusal.When(source == InputSource.Cohort && CohortRate.Called(codes[0]) is null, $"没有批次率“{codes.FirstOrDefault() ?? ""}”，可用：performance履约率、start开竣工率、production投产率、arrival资金到位率", "Inputs");
        return new ItemInput(name, source, wanted > 0 ? codes[0] : "", wanted > 1 ? codes[1] : "", parameter);
    }

    private static decimal? Number(string token)
    {
        if (token[0] is not ('×' or '*' or '≥' or 'x')) return null;
        return decimal.TryParse(token[1..].TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100_000 ? number : null;
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
