using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Assessments;

namespace Bridgehead.Commands;

/// <summary>Tries a scheme on the figures as of a day: what each unit would get, with its arithmetic. Keeps nothing; what is given by hand is missing.</summary>
internal static class AssessVerb
{
    private static readonly Argument<string> Code = new("方案") { Description = "方案代码，如 six-items / the code of a scheme" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "数据截止日，如 2026-11-20；不写为今天 / the day figures are read at" };
    private static readonly Option<string?> From = new("--from") { Description = "起始月份，不写为截止日当年1月 / first month" };
    private static readonly Option<string?> To = new("--to") { Description = "截止月份，不写为截止日当月 / last month" };

    public static Command Verb()
    {
        var verb = new Command("assess", "按方案试算考核得分 / try an assessment scheme") { Code, AsOf, From, To };
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            var (find, words) = (services.GetRequiredService<FindAssessments>(), services.GetRequiredService<Words>());
            var (code, day) = (parsed.GetRequiredValue(Code), parsed.GetValue(AsOf) ?? find.Today);
            var scheme = await find.Scheme(code, null, cancel) ?? throw new Refusal($"没有考核方案“{code}”");
            var span = Months.Read(parsed.GetValue(From) ?? Months.Text(day.Year * 100 + 1), parsed.GetValue(To) ?? Months.Text(Months.Of(day)));
            var trial = new Assessment(scheme.Id, new AssessmentFacts(scheme.Name, span, day), find.Today);
            var sheet = await find.Sheet(trial, scheme.Definition, cancel);
            var document = AssessmentSheetView.Of(trial, scheme, sheet, words);
            return new Answer(new { scheme = scheme.Code, number = scheme.Number, asOf = day, from = Months.Text(span.From), to = Months.Text(span.To), results = document.Results }, Text(document.Results));
        }));
        return verb;
    }

    private static string Text(IReadOnlyList<UnitResultView> results)
    {
        var text = new StringBuilder();
        foreach (var unit in results)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{unit.Group}\t{unit.Rank?.ToString(CultureInfo.InvariantCulture) ?? "—"}\t{unit.UnitName}\t{unit.Total}{(unit.Incomplete ? "（不完整）" : "")}");
            foreach (var item in unit.Items) text.AppendLine(CultureInfo.InvariantCulture, $"  {item.Item}\t{Scoring.Text(item.Points)}\t{string.Join("；", item.Arithmetic)}");
        }
        return text.ToString().TrimEnd();
    }
}
