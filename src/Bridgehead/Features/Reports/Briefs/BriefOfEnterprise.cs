using Bridgehead.Features.Access;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>The brief of an enterprise: who it is and who stands behind it, what it counts as, what it does here, what does not fit.</summary>
public sealed class BriefOfEnterprise(BridgeheadDb db, ListEnterprises list, ListProjects projects, ReadOwnership owners, ReadClasses classes, Words words, Asker asker)
{
    /// <summary>The brief; null when the enterprise is not there.</summary>
    internal async Task<Brief?> Run(Guid id, DateOnly today, string foot, CancellationToken cancel)
    {
        if (await list.Visible().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } enterprise) return null;
        var show = new Show(words);
        var here = (await projects.Visible(cancel)).Where(p => p.InvestorId == id || p.Investor == enterprise.Name || p.Company == enterprise.Name);
        var total = await here.GroupBy(p => 1).Select(g => new { Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen), Arrived = g.Sum(p => p.ArrivedFen) }).SingleOrDefaultAsync(cancel);
        var largest = await here.OrderByDescending(p => p.AmountFen).ThenBy(p => p.Number).Take(12).ToListAsync(cancel);
        var ids = here.Select(p => p.Id);
        var missed = await db.Set<StandingPromise>().CountAsync(s => ids.Contains(s.ProjectId) && s.DroppedOn == null && s.MetOn == null && s.WaivedOn == null && s.DueOn < today && s.Party == PromiseParty.Enterprise, cancel);
        var around = await owners.Around(id, cancel: cancel);
        var kinds = await classes.Of(around, id, today, cancel);
        var open = await db.Set<Contradiction>().AsNoTracking().Where(c => c.EnterpriseId == id && c.IsOpen).OrderBy(c => c.Id).Take(8).ToListAsync(cancel);
        var people = await db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == id && c.ErasedAt == null && c.ExpiresOn >= today).OrderBy(c => c.Id).Take(3).ToListAsync(cancel);
        return new Brief(enterprise.Name, string.Join(" · ", new[] { enterprise.CreditCode?.Value, words.Of(enterprise.State), enterprise.Region }.Where(t => !string.IsNullOrEmpty(t))),
            [
                new(words["注册资本"], EnterpriseFields.Capital(enterprise.CapitalMinor, enterprise.CapitalCurrency) ?? Show.Unknown), new(words["本市项目"], show.Count(total?.Count ?? 0, "个"), $"/projects?investor={id}"),
                new(words["协议投资额"], show.Money(new Money(total?.Fen ?? 0))), new(words["累计到位"], show.Money(new Money(total?.Arrived ?? 0))), new(words["逾期承诺"], show.Count(missed, "条")),
            ], [],
            [
                new(words["基本情况"], Facts(enterprise, around)),
                new(words["企业资质"], [.. kinds.Select(k => k.Kind.Name).Distinct().Select(name => words[name]).Chunk(6).Select(words.List)]),
                new(words["在本市的项目"], largest.Count == 0 ? [words["暂无登记"]] : [.. largest.Select(p => words.Say($"{p.Name}（{words[p.Stage.Name]}，{(p.AmountFen == 0 ? Show.Unknown : show.Money(p.Amount))}）"))]),
                new(words["需要核实"], [.. open.Select(c => words.Say(Contradictions.Sentence(c.Rule, c.Details)))]),
                new(words["联系人"], people.Count == 0 ? [Phone(enterprise) ?? Show.Unknown] : [.. people.Select(c => string.Join(' ', new[] { Masked.Name(c.PersonName), c.Position, Masked.Phone(c.PersonPhone) }.Where(t => !string.IsNullOrEmpty(t))))]),
            ], foot, $"/enterprises/{id}");
    }

    private List<string> Facts(Enterprise e, Ownership around)
    {
        var lines = new List<string>();
        void Say(string label, string? text) { if (!string.IsNullOrWhiteSpace(text)) lines.Add(words[label] + words.Colon + text); }
        Say("最终投资方", around.UltimateInvestor?.Name == e.Name ? null : around.UltimateInvestor?.Name);
        Say("行业", e.Industry);
        Say("成立日期", e.RegisteredOn is { } day ? new Show(words).Day(day) : null);
        Say("地址", e.Address);
        Say("经营范围", e.Business);
        return lines;
    }

    private string? Phone(Enterprise e) => asker.May(Permission.OpenContacts) ? e.Phone : Masked.Phone(e.Phone);
}
