using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>The brief of an industry chain in a unit: how many projects and how far they are, where they are, who carries it, the largest by name, what is open.</summary>
public sealed class BriefOfIndustry(ListProjects list, ScopedUnits scope, NeedsAttention attention, Words words)
{
    private const int Named = 8;

    /// <summary>The industries that have most projects the asker may see, for a choice.</summary>
    public async Task<IReadOnlyList<string>> All(CancellationToken cancel = default) =>
        await (await list.Visible(cancel)).Where(p => p.Industry != null && p.Industry != "").GroupBy(p => p.Industry!).Select(g => new { g.Key, Count = g.LongCount() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Select(g => g.Key).Take(60).ToListAsync(cancel);

    /// <summary>The brief of the industry as projects name it; null when no project the asker may see has it, or the unit is out of scope.</summary>
    internal async Task<Brief?> Run(string industry, string? within, DateOnly today, string foot, CancellationToken cancel)
    {
        var units = await scope.All(cancel);
        var unit = string.IsNullOrWhiteSpace(within) ? units.MinBy(u => u.Path.Length) : await scope.Named(within, cancel);
        if (unit is null) return null;
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        var projects = (await list.Visible(cancel)).Where(p => p.Industry == industry && (ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value))));
        // what was given up or removed is no part of the chain
        var standing = projects.Where(p => p.StageOrder < Stage.SideOrder);
        var stages = await standing.GroupBy(p => p.StageOrder).Select(g => new { Order = g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen), Arrived = g.Sum(p => p.ArrivedFen) }).OrderBy(g => g.Order).ToListAsync(cancel);
        if (stages.Count == 0) return null;
        var places = await standing.GroupBy(p => p.ParkId ?? p.UnitId).Select(g => new { g.Key, Count = g.LongCount() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(20).ToListAsync(cancel);
        var origins = await standing.Where(p => p.Origin != null).GroupBy(p => p.Origin!.Value).Select(g => new { g.Key, Count = g.LongCount() }).OrderBy(g => g.Key).ToListAsync(cancel);
        var investors = await standing.Where(p => p.Investor != null).GroupBy(p => p.Investor!).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).OrderByDescending(g => g.Fen).ThenBy(g => g.Key).Take(Named).ToListAsync(cancel);
        var largest = await standing.OrderByDescending(p => p.AmountFen).ThenBy(p => p.Number).Take(Named).ToListAsync(cancel);
        var (show, names) = (new Show(words), units.ToDictionary(u => u.Id, u => u.LabelIn(words)));
        long From(string stage) => stages.Where(s => s.Order >= Stage.Called(stage)!.Order).Sum(s => s.Count);
        string Worth(long fen) => fen == 0 ? Show.Unknown : show.Money(new Money(fen));
        var address = "/projects?industry=" + Uri.EscapeDataString(industry) + "&unit=" + Uri.EscapeDataString(unit.Code);
        return new Brief(words.Say($"{unit.PlaceIn(words)}{industry}产业链简报"), words.Say($"在册项目，截至{today}，不含终止和退出的项目"),
            [
                new(words["在册项目"], show.Count(stages.Sum(s => s.Count), "个"), address), new(words["协议投资额"], Worth(stages.Sum(s => s.Fen))), new(words["累计到位"], show.Money(new Money(stages.Sum(s => s.Arrived)))),
                new(words["开工及以后"], show.Count(From("started"), "个")), new(words["投产及以后"], show.Count(From("producing"), "个")),
            ], [],
            [
                new(words["所处阶段"], [words.List(stages.Select(s => words.Say($"{words[Stage.Of(s.Order).Name]}{s.Count}个")))]),
                new(words["项目分布"], [words.List(places.Where(p => names.ContainsKey(p.Key)).Select(p => words.Say($"{names[p.Key]}{p.Count}个")))]),
                new(words["投资来自哪里"], origins.Count == 0 ? [] : [words.List(origins.Select(o => words.Say($"{words.Of(o.Key)}{o.Count}个")))]),
                new(words["主要投资方"], [.. investors.Select(i => words.Say($"{i.Key}（{i.Count}个项目，{Worth(i.Fen)}）"))]),
                new(words["重大项目"], [.. largest.Select(p => words.Say($"{p.Name}（{words[p.Stage.Name]}，{Worth(p.AmountFen)}）"))]),
                new(words["需要关注"], await attention.Of(projects, today, cancel)),
            ], foot, address);
    }
}
