using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>Of what promotion slides are made.</summary>
public sealed class SlidesQuery
{
    /// <summary>The unit or park: code, name or short name.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Only projects of this industry, as it is written in them.</summary>
    [MaxLength(60)] public string? Industry { get; set; }
}

/// <summary>
/// Makes promotion slides of a unit, a park or a field from the register of projects. They go to outsiders: sums of fewer than three projects are not told, names are told
/// of projects in production alone, and of no project an amount (domain rule 11.3).
/// </summary>
public sealed class MakeSlides(ListProjects list, StageRules rules, ScopedUnits scope, Words words, TimeProvider clock)
{
    /// <summary>Fewer projects than this are not told apart.</summary>
    public const int Least = 3;

    private const int Signed = 4, Started = 7, Producing = 10;

    /// <summary>The slides. Refused for a unit out of scope and where there is too little to tell.</summary>
    public async Task<Deck> Run(SlidesQuery query, CancellationToken cancel = default)
    {
        var unit = string.IsNullOrWhiteSpace(query.Unit) ? (await scope.All(cancel)).MinBy(u => u.Path.Length) : await scope.Named(query.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{query.Unit ?? ""}”，或者不在您的数据范围内", nameof(query.Unit));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var ids = (await scope.Under(unit!, cancel)).Select(u => u.Id).ToList();
        var projects = (await list.Visible(cancel)).Where(p => (ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value))) && p.StageOrder >= Signed && p.StageOrder < Stage.SideOrder);
        var industry = string.IsNullOrWhiteSpace(query.Industry) ? null : query.Industry.Trim();
        if (industry is not null) projects = projects.Where(p => p.Industry == industry);
        var count = await projects.LongCountAsync(cancel);
        Refusal.When(count < Least, $"已签约的项目不足{Least}个，不能制作对外的推介材料");
        var (place, show) = (unit!.PlaceIn(words), new Show(words));
        var title = industry is null ? words.Say($"{place}投资推介") : words.Say($"{place}{industry}产业推介");
        var slides = new List<DeckSlide>
        {
            new(title) { IsCover = true, Note = words.Say($"{today.Year}年{today.Month}月") },
            await Glance(projects, count, today, show, cancel),
            await Years(projects, today, cancel),
            industry is null ? await Industries(projects, cancel) : await Places(projects, ids, cancel),
            await Origins(projects, count, cancel),
            await InProduction(projects, cancel),
            await Way(today, cancel),
            Contact(unit, await scope.All(cancel)),
        };
        return new Deck(title, slides, words.Say($"{place} · 数据截至{today}，部门调度数据"));
    }

    private async Task<DeckSlide> Glance(IQueryable<Project> projects, long count, DateOnly today, Show show, CancellationToken cancel)
    {
        var stages = await projects.GroupBy(p => p.StageOrder).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var amount = await projects.SumAsync(p => p.AmountFen, cancel);
        long From(int order) => stages.Where(s => s.Key >= order).Sum(s => s.Count);
        return new DeckSlide(words.Say($"已有{count}个项目落户签约")) { Note = words.Say($"截至{today}，不含终止和退出的项目"), Figures =
        [
            (words["签约项目"], show.Count(count, "个")), (words["协议投资额"], show.Money(new Money(amount))), (words["开工及以后"], Few(From(Started), show)), (words["投产及以后"], Few(From(Producing), show)),
        ] };
    }

    private async Task<DeckSlide> Years(IQueryable<Project> projects, DateOnly today, CancellationToken cancel)
    {
        var first = today.Year - 4;
        var years = await projects.Where(p => p.SignedOn != null && p.SignedOn.Value.Year >= first).GroupBy(p => p.SignedOn!.Value.Year).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return new DeckSlide(words["近五年签约项目"]) { Note = words["单位：个；不足3个的年份不单列"], Bars = [.. Enumerable.Range(first, 5).Select(year => (year, Count: years.Find(y => y.Key == year)?.Count ?? 0)).Select(y =>
            new DeckBar(y.year.ToString(CultureInfo.InvariantCulture), y.Count < Least ? 0 : y.Count, y.Count < Least ? "<3" : y.Count.ToString(CultureInfo.InvariantCulture)))] };
    }

    private async Task<DeckSlide> Industries(IQueryable<Project> projects, CancellationToken cancel)
    {
        var groups = await projects.Where(p => p.Industry != null).GroupBy(p => p.Industry!).Select(g => new { g.Key, Count = g.LongCount() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(8).ToListAsync(cancel);
        return new DeckSlide(words["项目最集中的行业"]) { Note = words["单位：个；不足3个的行业不列"], Bars = [.. groups.Where(g => g.Count >= Least).Select(g => new DeckBar(g.Key, g.Count, g.Count.ToString(CultureInfo.InvariantCulture)))] };
    }

    private async Task<DeckSlide> Places(IQueryable<Project> projects, List<Guid> ids, CancellationToken cancel)
    {
        var groups = await projects.GroupBy(p => p.ParkId ?? p.UnitId).Select(g => new { g.Key, Count = g.LongCount() }).OrderByDescending(g => g.Count).Take(20).ToListAsync(cancel);
        var units = (await scope.All(cancel)).Where(u => ids.Contains(u.Id)).ToDictionary(u => u.Id, u => u.LabelIn(words));
        return new DeckSlide(words["项目分布"]) { Note = words["单位：个；不足3个的不列"], Bars = [.. groups.Where(g => g.Count >= Least && units.ContainsKey(g.Key)).Take(8).Select(g => new DeckBar(units[g.Key], g.Count, g.Count.ToString(CultureInfo.InvariantCulture)))] };
    }

    private async Task<DeckSlide> Origins(IQueryable<Project> projects, long count, CancellationToken cancel)
    {
        var groups = await projects.Where(p => p.Origin != null).GroupBy(p => p.Origin!.Value).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var hidden = groups.Where(g => g.Count < Least).Select(g => g.Key).ToHashSet();
        // a single one that is not told would follow from the whole: the smallest of the others is not told either
        if (hidden.Count == 1 && groups.Where(g => !hidden.Contains(g.Key)).MinBy(g => g.Count) is { } next) hidden.Add(next.Key);
        return new DeckSlide(words["投资来自哪里"]) { Note = hidden.Count > 0 ? words["“—”为项目较少、不单列的来源"] : null, Table = [[words["来源"], words["项目（个）"], words["占比"]], .. groups.OrderBy(g => g.Key).Select(g => (IReadOnlyList<string>)[
            words.Of(g.Key), hidden.Contains(g.Key) ? Show.Unknown : g.Count.ToString("#,0", CultureInfo.InvariantCulture), hidden.Contains(g.Key) ? Show.Unknown : new Show(words).Percent(g.Count * 100m / count, 1)])] };
    }

    private async Task<DeckSlide> InProduction(IQueryable<Project> projects, CancellationToken cancel)
    {
        var named = await projects.Where(p => p.StageOrder >= Producing && p.ProducedOn != null).OrderByDescending(p => p.ProducedOn).ThenBy(p => p.Number).Select(p => new { p.Name, p.Industry, p.ProducedOn }).Take(8).ToListAsync(cancel);
        return named.Count == 0 ? new DeckSlide(words["已投产的项目"]) { Lines = [words["暂无登记"]] }
            : new DeckSlide(words["已投产的项目"]) { Speaker = words["发布前请核对各项目是否同意公开"], Table = [[words["项目名称"], words["行业"], words["投产"]], .. named.Select(p => (IReadOnlyList<string>)[p.Name, p.Industry ?? "", p.ProducedOn!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture)])] };
    }

    private async Task<DeckSlide> Way(DateOnly today, CancellationToken cancel)
    {
        var set = (await rules.On(today, cancel))[Track.Domestic];
        return new DeckSlide(words["项目怎样落地"]) { Note = words["开工以前各阶段的办理时限，工作日"], Lines = [.. set.Rules.Where(r => r.Order >= 2 && !r.Stage.IsSide).OrderBy(r => r.Order).Take(8).Select(r => r.Days > 0 && r.Order < Started ? words.Say($"{words[r.Name]}：不超过{r.Days}个工作日") : words[r.Name])] };
    }

    private DeckSlide Contact(Unit unit, IReadOnlyList<Unit> units)
    {
        var bureau = units.FirstOrDefault(u => u.Kind == UnitKind.CityBureau)?.NameIn(words);
        return new DeckSlide(words["联系我们"])
        {
            Lines = [.. new[] { unit.NameIn(words), bureau }.OfType<string>().Distinct(), .. new[] { words["电话"], words["地址"], words["电子邮箱"] }.Select(line => line + words.Colon)],
            Speaker = words["展示前请在这一页填写电话、地址和电子邮箱，不用的一行删去"],
        };
    }

    private static string Few(long count, Show show) => count < Least ? "<3" : show.Count(count, "个");
}
