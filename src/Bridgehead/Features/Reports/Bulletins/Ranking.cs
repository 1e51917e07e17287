namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>
/// 三、: the units of a group by completion (domain rule 12.3). Equal completion shares a place and the next is left out; beside the rate stand
/// what the month brought and the distance to the pace. Who is level with the last on a board stands on it as well.
/// </summary>
internal sealed class Ranking(BulletinFacts bulletin, Figures figures)
{
    public IReadOnlyList<Block> Write()
    {
        var draft = new Draft();
        foreach (var fact in bulletin.Indicators)
            foreach (var group in bulletin.Groups)
                if (Placed(fact, group) is { Count: > 1 } placed)
                    draft.Section(group.Name is null ? fact.Name : $"{fact.Name}（{group.Name}）", Boards(fact, placed), Table(fact, placed));
        return draft.As((ReportPart)BulletinParts.Ranking).Blocks;
    }

    private IReadOnlyList<(GroupFact Unit, int Place)> Placed(IndicatorFact fact, RankGroup group)
    {
        var units = fact.By(GroupKind.Unit).Concat(bulletin.Parks.GetValueOrDefault(fact.Code) ?? []).Where(unit => group.Codes.Contains(unit.Code));
        return [.. Placing.ByCompletion(units, fact.LowerIsBetter).Where(line => line.Place is not null).Select(line => (line.Group, line.Place!.Value))];
    }

    private Paragraph? Boards(IndicatorFact fact, IReadOnlyList<(GroupFact Unit, int Place)> placed)
    {
        if (bulletin.BoardSize == 0) return null;
        var red = placed.Where(line => line.Place <= bulletin.BoardSize && !IsBehind(fact, line.Unit)).ToList();
        var black = placed.Where(line => IsBehind(fact, line.Unit) && placed.Count(other => other.Place > line.Place) < bulletin.BoardSize).ToList();
        var pace = bulletin.Report.Months == 12 ? "年度目标任务" : "序时进度";
        return Draft.Sentences(
            red.Count == 0 ? fact.LowerIsBetter ? Phrase.Of($"红榜：没有控制在{new TextRun(pace)}以内的单位") : Phrase.Of($"红榜：没有达到{new TextRun(pace)}的单位") : Phrase.Of($"红榜：{Names(red)}"),
            black.Count == 0 ? Phrase.Nothing : Phrase.Of($"黑榜：{Names(black)}"));
    }

    private static Phrase Names(IEnumerable<(GroupFact Unit, int Place)> lines) => Phrase.Join("、", lines.Select(line => new Phrase([Named.Unit(line.Unit.Name)])));

    private bool IsBehind(IndicatorFact fact, GroupFact unit) => fact.IsBehind(unit.Completion, bulletin.Report.Months);

    private decimal? Gap(GroupFact unit) => Ratio.PaceGap(unit.Completion, bulletin.Report.Months);

    private Tabulation Table(IndicatorFact fact, IReadOnlyList<(GroupFact Unit, int Place)> placed)
    {
        var scale = Scale.OfColumn(fact.Unit);
        TableColumn[] columns = [new("单位", 28, false), new("位次", 10, true), new("完成率", 15, true), new("超欠序时", 15, true), new("累计", 16, true), new("当月", 16, true)];
        return new Tabulation(Phrase.Of($"{PeriodWords.Of(bulletin.Report)}{fact.Name}完成率排名"), $"单位：位、%、百分点、{scale.Word}", columns, [.. placed.Select(line => Row(fact, line.Unit, line.Place, scale))]);
    }

    private IReadOnlyList<Phrase> Row(IndicatorFact fact, GroupFact unit, int place, Scale scale)
    {
        var against = unit.Targets[0].Code;
        FigureKey Key(FigureMeasure measure) => figures.Key(fact, unit, measure, against);
        var month = bulletin.Month.GetValueOrDefault((fact.Code, unit.Code));
        var last = bulletin.Report.To;
        return
        [
            new Phrase([Named.Unit(unit.Name)]), Phrase.Of($"{figures.Place(Key(FigureMeasure.Rank), place)}"), Phrase.Of($"{figures.PercentInColumn(Key(FigureMeasure.Completion), unit.Completion)}"),
            Phrase.Of($"{figures.PercentInColumn(Key(FigureMeasure.Pace), Gap(unit))}"), Phrase.Of($"{figures.InColumn(figures.Key(fact, unit, FigureMeasure.Value), unit.Value, fact.Unit, scale)}"),
            month is null ? Phrase.Of($"—") : Phrase.Of($"{figures.InColumn(figures.Key(fact, unit, FigureMeasure.Value) with { From = new DateOnly(last.Year, last.Month, 1) }, month, fact.Unit, scale)}"),
        ];
    }
}
