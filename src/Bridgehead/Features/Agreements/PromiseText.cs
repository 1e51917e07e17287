using System.Globalization;

namespace Bridgehead.Features.Agreements;

/// <summary>Promises as people read them.</summary>
public static class PromiseText
{
    /// <summary>An amount with its unit: "5,000万元", "150万元/亩", "1%"; nothing for a day.</summary>
    public static string Amount(Words words, PromiseKind kind, long value) => kind.Measure == PromiseMeasure.Day ? "" :
        kind.Write(value).ToString("#,0.######", CultureInfo.InvariantCulture) + (kind.Unit is "" or "%" ? kind.Unit : (words.IsEnglish ? " " : "") + words[kind.Unit]);

    /// <summary>What is promised without its day: "≥ 5,000万元"; for a day "按期完成".</summary>
    public static string Terms(Words words, string code, PromiseOperator how, long target)
    {
        var kind = PromiseKind.Of(code);
        return kind.Measure == PromiseMeasure.Day ? words["按期完成"] : Sign(how) + " " + Amount(words, kind, target);
    }

    /// <summary>The sign of an operator.</summary>
    public static string Sign(PromiseOperator how) => how switch { PromiseOperator.AtLeast => "≥", PromiseOperator.AtMost => "≤", _ => "=" };

    /// <summary>The look of a state.</summary>
    public static string Tone(PromiseState? state) => state switch
    {
        PromiseState.Met => "good", PromiseState.Due => "warn", PromiseState.Missed => "bad", PromiseState.NotYetDue => "plan", _ => "",
    };

    /// <summary>What changed between two terms, as lines "from → to", with the name of each.</summary>
    public static IEnumerable<(string Name, string From, string To)> Changes(Words words, PromiseTerms before, PromiseTerms after)
    {
        (string Name, string From, string To)[] all =
        [
            (words["承诺类型"], words[PromiseKind.Of(before.Kind).Name], words[PromiseKind.Of(after.Kind).Name]), (words["承诺方"], words.Of(before.Party), words.Of(after.Party)),
            (words["承诺值"], Terms(words, before.Kind, before.Operator, before.Target), Terms(words, after.Kind, after.Operator, after.Target)),
            (words["承诺期限"], Day(before.DueOn), Day(after.DueOn)), (words["证明材料"], words.Of(before.Evidence), words.Of(after.Evidence)),
            (words["违约责任"], before.Consequence ?? "—", after.Consequence ?? "—"), (words["条款摘要"], before.Note ?? "—", after.Note ?? "—"), (words["依据"], Basis(before) ?? "—", Basis(after) ?? "—"),
        ];
        return all.Where(c => c.From != c.To);
    }

    /// <summary>The basis in one line; null when there is none.</summary>
    public static string? Basis(PromiseTerms terms) => terms.BasisName is null ? null : string.Join(" ", new[] { terms.BasisName, terms.BasisNumber, terms.BasisArticle }.Where(t => t is not null));

    /// <summary>A day as lists show it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A share in percent with one digit; a dash where there is nothing to divide by.</summary>
    public static string Percent(decimal? percent) => percent is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "—";
}
