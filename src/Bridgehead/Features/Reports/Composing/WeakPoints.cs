namespace Bridgehead.Features.Reports;

/// <summary>What the registers show to be wrong with the work: posts, leads, landing, parks, reports, problems and promises. Each by its share and its limit.</summary>
internal sealed class WeakPoints(WorkReportFacts facts, Figures figures)
{
    public IEnumerable<FoundProblem> Find()
    {
        if (Posts() is { } posts) yield return posts;
        if (Leads() is { } leads) yield return leads;
        if (Landing() is { } landing) yield return landing;
        if (Parks() is { } parks) yield return parks;
        if (Weak("duties", "duties-missing", "项目月报报送不及时", "reports") is { } duties)
            yield return duties with { Evidence = [Phrase.Of($"{Duty()}应报月报的项目{Said("duties", "个")}，未报{Said("duties-missing", "个")}（{Share("duties-missing", "duties")}），迟报{Said("duties-late", "个")}")] };
        if (Weak("troubles", "troubles-old", "项目反映的问题解决不够快", "troubles") is { } troubles)
            yield return troubles with { Evidence = [Phrase.Of($"{PeriodWords.Standing(facts)}项目反映的问题尚有{Said("troubles", "个")}未解决，其中超过一个月的{Said("troubles-old", "个")}（{Share("troubles-old", "troubles")}）")] };
        if (Weak("promises", "promises-missed", Telling.Promises, "promises") is { } promises)
            yield return promises with { Evidence = [Phrase.Of($"{PeriodWords.Standing(facts)}已到期的协议承诺{Said("promises", "项")}，逾期未兑现{Said("promises-missed", "项")}（{Share("promises-missed", "promises")}）")] };
    }

    /// <summary>The month whose reports were due last: 上月, or the month itself where the report speaks of another day.</summary>
    private TextRun Duty() => facts.StandsOn is { } day && day != facts.AsOf ? PeriodWords.Month(day.AddMonths(-1)) : new TextRun("上月");

    private FoundProblem? Posts()
    {
        var (unmanned, idle) = (Part("outposts-unmanned", "outposts-all"), Part("outposts-idle", "outposts-all"));
        var size = Math.Max(unmanned ?? 0, idle ?? 0) - facts.Thresholds.WeakShare;
        if (size <= 0) return null;
        var evidence = new List<Phrase>();
        if (unmanned > facts.Thresholds.WeakShare) evidence.Add(Phrase.Of($"{PeriodWords.Standing(facts)}{Said("outposts-all", "个")}驻外机构中，{Said("outposts-unmanned", "个")}没有登记驻外干部（{Share("outposts-unmanned", "outposts-all")}），人员配备有待核实"));
        if (idle > facts.Thresholds.WeakShare) evidence.Add(Phrase.Of($"{Said("outposts-idle", "个")}驻外机构没有引荐签约项目（{Share("outposts-idle", "outposts-all")}）"));
        return new FoundProblem("posts", "驻外招商力量不足", size, evidence);
    }

    private FoundProblem? Leads()
    {
        var fall = Ratio.Growth(Value("leads"), Value("leads-before"));
        var late = Part("leads-overdue", "leads-open");
        var conversion = Part("leads-signed", "leads");
        var stopped = Part("leads-stopped", "leads");
        var evidence = new List<(decimal Size, Phrase Said)>();
        if (fall < 0) evidence.Add((-fall.Value, Phrase.Of($"新登记项目线索{Said("leads", "条")}，同比下降{Ratios("leads", FigureMeasure.Yoy, fall)}，信息数量减少")));
        if (late > facts.Thresholds.WeakShare) evidence.Add((late.Value - facts.Thresholds.WeakShare, Phrase.Of($"{PeriodWords.Standing(facts)}在研判线索{Said("leads-open", "条")}，超期未研判{Said("leads-overdue", "条")}（{Share("leads-overdue", "leads-open")}），时效不够")));
        if (conversion < facts.Thresholds.Conversion) evidence.Add((facts.Thresholds.Conversion - conversion.Value, Phrase.Of($"当年线索转为签约项目{Said("leads-signed", "个")}，转化率{Share("leads-signed", "leads")}，转化偏低")));
        if (stopped > facts.Thresholds.WeakShare) evidence.Add((stopped.Value - facts.Thresholds.WeakShare, Phrase.Of($"线索中途停止跟踪{Said("leads-stopped", "条")}（{Share("leads-stopped", "leads")}），质量不高")));
        return evidence.Count == 0 ? null : new FoundProblem("leads", "项目信息渠道和质量有待提升", evidence.Max(e => e.Size), [.. evidence.OrderByDescending(e => e.Size).Select(e => e.Said)]);
    }

    private FoundProblem? Landing() => Weak("waiting", "waiting-late", "部分签约项目落地较慢", "landing") is not { } late ? null : late with
    {
        Evidence =
        [
            Phrase.Of($"{PeriodWords.Standing(facts)}已签约尚未开工的项目{Said("waiting", "个")}，其中签约满一年仍未开工的{Said("waiting-late", "个")}（{Share("waiting-late", "waiting")}），涉及协议总投资{figures.Amount(figures.Key("waiting-late-amount"), Value("waiting-late-amount"), MeasureUnit.Yuan, facts.Count("waiting-late-amount")?.Address)}"),
        ],
    };

    private FoundProblem? Parks()
    {
        var (empty, taken) = (Part("parks-empty", "parks-all"), Part("parks-taken", "parks-whole"));
        var size = Math.Max((empty ?? 0) - facts.Thresholds.WeakShare, taken is { } share ? facts.Thresholds.ProjectRate - share : 0);
        if (size <= 0) return null;
        var evidence = new List<Phrase>();
        if (empty > facts.Thresholds.WeakShare) evidence.Add(Phrase.Of($"{Said("parks-all", "个")}园区中，{Said("parks-empty", "个")}没有新签约项目入驻（{Share("parks-empty", "parks-all")}）"));
        if (taken < facts.Thresholds.ProjectRate) evidence.Add(Phrase.Of($"新签约项目入驻园区{Said("parks-taken", "个")}，占{Share("parks-taken", "parks-whole")}，平台承载作用发挥不够"));
        return new FoundProblem("parks", "园区平台承载能力不强", size, evidence);
    }

    private FoundProblem? Weak(string whole, string part, string title, string code) =>
        Part(part, whole) is { } share && share > facts.Thresholds.WeakShare ? new FoundProblem(code, title, share - facts.Thresholds.WeakShare, []) : null;

    private long? Value(string code) => facts.Count(code)?.Value;

    private decimal? Part(string part, string whole) => Ratio.Percent(Value(part), Value(whole));

    private Phrase Said(string code, string word) => figures.Count(code, Value(code), word, facts.Count(code)?.Address);

    private Phrase Share(string part, string whole) => Ratios(part, FigureMeasure.Share, Part(part, whole));

    private Phrase Ratios(string code, FigureMeasure measure, decimal? value) =>
        Phrase.Of($"{figures.Size(figures.Key(code, measure), value) with { Address = facts.Count(code)?.Address ?? "" }}%");
}
