using System.Text;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Makes the masked edition (脱密版) of a report as it stands, whoever wrote it: every number and every name is a star, no word tells
/// the direction or the size of what a star hides, and no binding tells whose figure it is.
/// </summary>
public static partial class Mask
{
    private const char Figure = '\uE000', Kept = '\uE001';
    private const string Name = "**";

    /// <summary>The masked edition.</summary>
    public static WorkReport Of(WorkReport report)
    {
        if (report.Edition == Edition.Masked) return report;
        var names = Names(report);
        Block Hide(Block block) => block switch
        {
            Paragraph paragraph => new Paragraph([.. paragraph.Sentences.Select(sentence => Sentence(sentence, names))]),
            Tabulation table => Table(table, names),
            Charting chart => new Charting(Table(chart.Data, names)),
            SectionHeading heading => heading with { Title = Words(heading.Title, names) },
            _ => block,
        };
        return report with
        {
            Edition = Edition.Masked, UnitCode = Name, TitleWords = [.. report.TitleWords.Select(word => Words(word, names))],
            Occasion = report.Occasion is { } occasion ? Hidden(occasion, names) : null, Reporter = report.Reporter is null ? null : Name,
            Opening = (Paragraph)Hide(report.Opening), Parts = [.. report.Parts.Select(part => part with { Blocks = [.. part.Blocks.Select(Hide)] })],
            Attachments = [.. report.Attachments.Select(one => Words(one, names))], SignedBy = report.SignedBy is { } signed ? Words(signed, names) : null,
        };
    }

    private static Tabulation Table(Tabulation table, IReadOnlyList<string> names) => table with
    {
        Caption = Sentence(table.Caption, names),
        // in which unit a table is tells how large its amounts are
        UnitLine = table.UnitLine.Replace("万元", "亿元", StringComparison.Ordinal),
        Rows = [.. table.Rows.Select(row => (IReadOnlyList<Phrase>)[.. row.Select(cell => Sentence(cell, names))])],
    };

    /// <summary>A sentence with its figures starred, its names hidden, and neutral words where a direction or a size would tell.</summary>
    private static Phrase Sentence(Phrase sentence, IReadOnlyList<string> names)
    {
        var (text, figures, kept) = (new StringBuilder(), new Queue<BoundFigure>(), new Queue<NameRun>());
        foreach (var run in sentence)
            switch (run)
            {
                case BoundFigure figure:
                    figures.Enqueue(figure);
                    text.Append(Figure);
                    break;
                case NameRun { Kind: NameKind.Word } word:
                    kept.Enqueue(word);
                    text.Append(Kept);
                    break;
                case NameRun name:
                    text.Append(Masked(name.Text));
                    break;
                case FactRun:
                    text.Append(BoundFigure.Star[0]);
                    break;
                default:
                    text.Append(Words(run.Text, names));
                    break;
            }
        var neutral = Neutral(text.ToString());
        var runs = new List<Run>();
        var from = 0;
        for (var at = 0; at < neutral.Length; at++)
        {
            if (neutral[at] is not (Figure or Kept)) continue;
            if (at > from) runs.Add(new TextRun(neutral[from..at]));
            runs.Add(neutral[at] == Figure ? Unnamed(figures.Dequeue()) : kept.Dequeue());
            from = at + 1;
        }
        if (from < neutral.Length) runs.Add(new TextRun(neutral[from..]));
        return new Phrase(runs);
    }

    private static BoundFigure Unnamed(BoundFigure figure)
    {
        var key = figure.Key with { Unit = Name, Indicator = figure.Key.Indicator.StartsWith("project-", StringComparison.Ordinal) ? "project" : figure.Key.Indicator };
        return new BoundFigure(key, null, BoundFigure.Star, "") { Shape = figure.Shape, Number = figure.Number };
    }

    private static string Neutral(string text)
    {
        text = About().Replace(text, "");
        text = Yearly().Replace(text, "同比");
        text = Level().Replace(text, "同比*%");
        text = Whole().Replace(text, "与目标任务相差$1个百分点");
        text = Reached().Replace(text, "与目标任务相差*个百分点");
        text = Pace().Replace(text, "与序时进度相差");
        text = EvenPace().Replace(text, "与序时进度相差*个百分点");
        text = Early().Replace(text, "");
        text = Place().Replace(text, "居$1第$2位");
        text = Ordered().Replace(text, "分别为");
        text = Grown().Replace(text, "变动");
        text = Short().Replace(text, "相差");
        text = Yuan().Replace(text, "$1亿元");
        return Dollar().Replace(text, "$1万美元");
    }

    private static string Hidden(string text, IReadOnlyList<string> names) => names.Aggregate(text, (left, name) => left.Replace(name, Masked(name), StringComparison.Ordinal));

    private static string Words(string text, IReadOnlyList<string> names) => LooseNumbers.Star(Hidden(Telling.Without(text), names));

    /// <summary>A city, district or county keeps its kind: **市.</summary>
    private static string Masked(string name) => name[^1] is '市' or '区' or '县' && name.Length <= 8 ? Name + name[^1] : Name;

    private static List<string> Names(WorkReport report) =>
        [.. report.Runs.OfType<NameRun>().Where(name => name.Kind != NameKind.Word).Select(name => name.Text).Append(report.TitleWords.Count > 1 ? report.TitleWords[1] : "")
            .Where(name => name.Length >= 2).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    [GeneratedRegex("(?:逾|近|约|超过|仅|已达|高达)(?=\uE000)")]
    private static partial Regex About();

    [GeneratedRegex("同比(?:小幅|大幅|成倍|略有)?(?:增长|下降|上升|回落|增加|减少)(?=\uE000)")]
    private static partial Regex Yearly();

    [GeneratedRegex("与上年同期(?:基本)?持平")]
    private static partial Regex Level();

    [GeneratedRegex("(?:超额完成|距目标任务(?:仅|尚)?差)(\uE000)个百分点")]
    private static partial Regex Whole();

    [GeneratedRegex("(?:全面|基本)完成目标任务")]
    private static partial Regex Reached();

    [GeneratedRegex("(?:高于|低于|快于|慢于|略高于|略低于)序时进度(?=\uE000)")]
    private static partial Regex Pace();

    [GeneratedRegex("与序时进度持平")]
    private static partial Regex EvenPace();

    [GeneratedRegex("，(?:已)?提前完成全年目标任务")]
    private static partial Regex Early();

    [GeneratedRegex("(?:居|并列)(全[省市])(?:首位（)?第(\uE000)位）?")]
    private static partial Regex Place();

    [GeneratedRegex("由高到低依次为")]
    private static partial Regex Ordered();

    [GeneratedRegex("(?:增长|下降|增加|减少|上升|回落|提高|降低)(?=\uE000)")]
    private static partial Regex Grown();

    [GeneratedRegex("尚差(?=\uE000)")]
    private static partial Regex Short();

    [GeneratedRegex("(\uE000)万?元")]
    private static partial Regex Yuan();

    [GeneratedRegex("(\uE000)亿?美元")]
    private static partial Regex Dollar();
}
