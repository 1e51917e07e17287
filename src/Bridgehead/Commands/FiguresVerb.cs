using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Ledger;

namespace Bridgehead.Commands;

/// <summary>Answers for one figure: value, share, target, completion, pace, year on year, entries.</summary>
internal static class FiguresVerb
{
    private static readonly Option<string> Unit = new("--unit") { Required = true, Description = "单位：代码、名称或简称" };
    private static readonly Option<string> Indicator = new("--indicator") { Required = true, Description = "指标：代码、名称或别名" };
    private static readonly Option<string> From = new("--from") { Required = true, Description = "起始月份，如 2022-01" };
    private static readonly Option<string> To = new("--to") { Required = true, Description = "截止月份，如 2022-12" };
    private static readonly Option<string?> By = new("--by") { Description = "origin | industry | band | other | tier | field | unit" };
    private static readonly Option<string?> Group = new("--group") { Description = "只看一个分组，如 国内省外" };
    private static readonly Option<string?> AsOf = new("--as-of") { Description = "截至某日的口径，如 2022-07-05" };

    public static Command Verb()
    {
        By.AcceptOnlyFromAmong("origin", "industry", "band", "other", "tier", "field", "unit");
        var verb = new Command("figures", "查询数据 / answer for a figure") { Unit, Indicator, From, To, By, Group, AsOf };
        verb.SetAction((parsed, _) => Session.Run(parsed, null, (services, cancel) => Ask(services, parsed, cancel)));
        return verb;
    }

    private static async Task<Answer> Ask(IServiceProvider services, ParseResult parsed, CancellationToken cancel)
    {
        var ask = services.GetRequiredService<AskFigure>();
        var answer = await ask.Run(new FigureInput
        {
            Unit = parsed.GetRequiredValue(Unit), Indicator = parsed.GetRequiredValue(Indicator), From = parsed.GetRequiredValue(From), To = parsed.GetRequiredValue(To),
            By = parsed.GetValue(By), Group = parsed.GetValue(Group), AsOf = parsed.GetValue(AsOf),
        }, cancel);
        var words = services.GetRequiredService<Words>();
        var document = FigureDocument.Of(answer, words);
        var units = (await services.GetRequiredService<ScopedUnits>().All(cancel)).ToDictionary(u => u.Code);
        return new Answer(document, Text(document, words, part => units.TryGetValue(part.Key, out var unit) ? unit.NameIn(words) : words[part.Name], answer.Question.Unit.NameIn(words)));
    }

    internal static string Text(FigureDocument figure, Words words, Func<PartDocument, string>? name = null, string? unit = null)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{unit ?? figure.UnitName} {words[figure.IndicatorName]} {figure.From}…{figure.To}{words.Aside(words[figure.MeasureUnit])}");
        text.AppendLine(Line(words, words["合计"], figure.Value, figure.Share, figure.Target, figure.Completion, figure.Pace, figure.YearOnYear, figure.Entries));
        foreach (var part in figure.Parts)
            text.AppendLine(Line(words, name?.Invoke(part) ?? words[part.Name], part.Value, part.Share, part.Target, part.Completion, part.Pace, part.YearOnYear, part.Entries));
        if (figure.Fields.Count > 0) text.AppendLine(words["按领域；领域之间有交叉，只含有行业的逐笔分录"]);
        foreach (var field in figure.Fields) text.AppendLine(string.Join('	', field.Name, Show(field.Value), words.Say($"{field.Entries} 条")));
        if (figure.Tiers.Count > 0) text.AppendLine(words["依据等级"] + " " + words.List(figure.Tiers.Select(t => $"{words.Of(Enum.Parse<EvidenceTier>(t.Tier))} {Show(t.Share)}{(words.IsEnglish ? "%" : "％")}")));
        if (figure.AtClose is { } atClose) text.AppendLine(words.Say($"关账时公布 {Show(atClose)}"));
        foreach (var printed in figure.Published.Where(p => p.Verdict != PrintedVerdict.Agrees))
            text.AppendLine(string.Join(' ', new[]
            {
                words.Of(Enum.Parse<RatioKind>(printed.Kind)), words[printed.GroupName], printed.Computed is { } again ? words.Say($"公布 {printed.Printed}％，重算 {Show(again)}％，{printed.Verdict}") : words.Say($"公布 {printed.Printed}％，{printed.Verdict}"),
                printed.Hint,
            }.Where(part => !string.IsNullOrEmpty(part))));
        foreach (var note in figure.Notes) text.AppendLine(note);
        return text.ToString().TrimEnd();
    }

    private static string Line(Words words, string name, decimal? value, decimal? share, decimal? target, decimal? completion, decimal? pace, decimal? yearOnYear, long entries) => string.Join('\t', name, Show(value),
        words.Say($"占比 {Show(share)}％"), words.Say($"目标 {Show(target)}"), words.Say($"完成 {Show(completion)}％"), words.Say($"超序时 {Show(pace)} 个百分点"), words.Say($"同比 {Show(yearOnYear)}％"), words.Say($"{entries} 条"));

    private static string Show(decimal? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "—";
}
