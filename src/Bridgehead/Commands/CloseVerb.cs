using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Closing;

namespace Bridgehead.Commands;

/// <summary>Closes a month for the whole city; without a month it shows what is left open before the next.</summary>
internal static class CloseVerb
{
    private static readonly Argument<string?> Month = new("month") { Arity = ArgumentArity.ZeroOrOne, Description = "月份，如 2026-10；不写则只检查 / the month; without it only checks" };
    private static readonly Option<string?> Note = new("--note") { Description = "对未办结事项的说明 / about what is left open" };

    public static Command Verb()
    {
        var verb = new Command("close", "关账 / close a month") { Month, Note };
        verb.SetAction((parsed, _) => parsed.GetValue(Month) is { } month
            ? Session.Run(parsed, "close.month", (services, cancel) => Close(services, month, parsed.GetValue(Note), cancel))
            : Session.Run(parsed, null, Check));
        return verb;
    }

    private static async Task<Answer> Close(IServiceProvider services, string month, string? note, CancellationToken cancel)
    {
        var close = await services.GetRequiredService<CloseBooks>().Run(new CloseInput { Month = month, Note = note }, cancel);
        return new Answer(CloseView.Of(close), $"{Months.Text(close.Month)} {services.GetRequiredService<Words>()["已关账"]}  #{close.Sequence.ToString(CultureInfo.InvariantCulture)}  {close.SumsHash}");
    }

    private static async Task<Answer> Check(IServiceProvider services, CancellationToken cancel)
    {
        var (books, words) = (services.GetRequiredService<CloseBooks>(), services.GetRequiredService<Words>());
        var month = await books.Next(cancel);
        var unit = await services.GetRequiredService<ReadClose>().Unit(null, cancel) ?? throw new Refusal($"还没有单位");
        var checks = await services.GetRequiredService<CloseChecklist>().Run(month, unit, cancel);
        var view = ChecklistView.Of(checks, books.IsOver(month), words);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{view.Month}\n{words["月报未报"]} {view.Unreported}\n{words["凭证在审"]} {view.UnderReview}\n{words["疑似重复未处理"]} {view.Undecided}\n{words["补报"]} {view.Late}");
        foreach (var finding in view.Findings) text.Append("\n✗ ").Append(finding);
        foreach (var row in view.Differences) text.Append(CultureInfo.InvariantCulture, $"\n{row.Indicator}\t{row.MonthValue}\t{row.MonthBefore}\t{row.YearValue}\t{words[row.MeasureUnit]}");
        return new Answer(view, text.ToString());
    }
}
