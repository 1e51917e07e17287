using System.Globalization;
using Bridgehead.Features.Admission;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>Collects the rest of what was done: projects judged, vouchers reviewed, projects looked at, problems solved, promises kept, projects treated; and who came.</summary>
public sealed class CollectServices(BridgeheadDb db, ScopedUnits scope)
{
    private static readonly string[] WellKnown = ["fortune-500", "china-500", "private-500", "manufacturing-500", "service-500", "listed", "central-soe"];

    /// <summary>The actions; those that did not happen are left out.</summary>
    public async Task<IReadOnlyList<ActionFact>> Run(Unit unit, IQueryable<Project> register, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var actions = new List<ActionFact>();
        await Judged(register, first, last, actions, cancel);
        await Proved(unit, first, last, actions, cancel);
        await Looked(register, first, last, actions, cancel);
        await Kept(register, first, last, actions, cancel);
        await Treated(register, first, last, actions, cancel);
        return [.. actions.Where(action => action.Count > 0)];
    }

    /// <summary>The enterprises the newly signed projects brought, those on a list of the largest among them, and how many are on which list.</summary>
    public async Task<IReadOnlyList<CountFact>> Enterprises(IQueryable<Project> register, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var signed = register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.StageOrder < Stage.SideOrder);
        var named = await signed.Where(p => p.Investor != null).Select(p => p.Investor).Distinct().LongCountAsync(cancel);
        var investors = signed.Where(p => p.InvestorId != null).Select(p => p.InvestorId!.Value).Distinct();
        var listed = await db.Set<EnterpriseClass>().Where(c => WellKnown.Contains(c.Kind) && c.ValidFrom <= last && (c.ValidTo == null || c.ValidTo >= first) && investors.Contains(c.EnterpriseId))
            .Select(c => new { c.EnterpriseId, c.Kind }).Distinct().ToListAsync(cancel);
        return
        [
            new CountFact("introduced", named, Signed(first, last)), new CountFact("introduced-known", listed.Select(l => l.EnterpriseId).Distinct().LongCount(), "/enterprises"),
            .. WellKnown.Select(kind => new CountFact("introduced-" + kind, listed.LongCount(l => l.Kind == kind), "/enterprises")),
        ];
    }

    /// <summary>The fields of the newly signed projects by section of GB/T 4754, the largest amount first.</summary>
    public static async Task<IReadOnlyList<FieldFact>> Fields(IQueryable<Project> register, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var signed = await register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.StageOrder < Stage.SideOrder && p.Industry != null)
            .GroupBy(p => p.Industry!).Select(g => new { Industry = g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
        return
        [
            .. signed.Select(s => (Field: Field(s.Industry), s.Count, s.Fen)).Where(s => s.Field is not null).GroupBy(s => s.Field!)
                .Select(g => new FieldFact(g.Key.Code, g.Key.Name, g.Sum(s => s.Count), g.Sum(s => s.Fen)))
                .OrderByDescending(f => f.Amount).ThenBy(f => f.Code, StringComparer.Ordinal),
        ];
    }

    private static Industry? Field(string text)
    {
        var found = Industry.Find(text.Split(' ')[0]) ?? Industry.Named(text);
        // a division (制造业 has thirty) says more than a section
        while (found is { Level: > IndustryLevel.Division }) found = found.Parent;
        return found;
    }

    private static string Signed(DateOnly first, DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"/projects?signedFrom={first:yyyy-MM-dd}&signedTo={last:yyyy-MM-dd}");

    private async Task Judged(IQueryable<Project> register, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var reviews = await db.Set<Review>().Where(r => r.ConcludedOn >= first && r.ConcludedOn <= last).Join(register, r => r.ProjectId, p => p.Id, (r, _) => r.Conclusion).GroupBy(c => c).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        const string topic = "严把项目准入关";
        actions.Add(new ActionFact(topic, "reviews", "完成项目准入评审", reviews.Sum(r => r.Count), MeasureUnit.Time) { Address = "/reviews?state=Concluded" });
        actions.Add(new ActionFact(topic, "reviews-passed", "通过", reviews.Where(r => r.Key is ReviewConclusion.Passed or ReviewConclusion.PassedWithConditions).Sum(r => r.Count), MeasureUnit.Time) { Address = "/reviews?state=Concluded" });
        actions.Add(new ActionFact(topic, "reviews-held", "暂缓或不予通过", reviews.Where(r => r.Key is ReviewConclusion.Deferred or ReviewConclusion.Rejected).Sum(r => r.Count), MeasureUnit.Time) { Address = "/reviews?state=Concluded" });
    }

    private async Task Proved(Unit unit, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        var vouchers = await db.Set<Voucher>().Where(v => ids.Contains(v.UnitId) && v.IssuedOn >= first && v.IssuedOn <= last && (v.State == VoucherState.Recognised || v.State == VoucherState.Returned))
            .GroupBy(v => v.State).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(v => v.RecognisedFen) }).ToListAsync(cancel);
        const string topic = "严格资金凭证认定";
        var address = $"/funds?unit={Uri.EscapeDataString(unit.Code)}";
        actions.Add(new ActionFact(topic, "vouchers", "审核认定凭证", vouchers.Where(v => v.Key == VoucherState.Recognised).Sum(v => v.Count), MeasureUnit.Sheet) { Address = address + "&state=Recognised" });
        actions.Add(new ActionFact(topic, "vouchers-amount", "认定金额", vouchers.Where(v => v.Key == VoucherState.Recognised).Sum(v => v.Fen), MeasureUnit.Yuan) { Address = address + "&state=Recognised" });
        actions.Add(new ActionFact(topic, "vouchers-returned", "退回补件", vouchers.Where(v => v.Key == VoucherState.Returned).Sum(v => v.Count), MeasureUnit.Sheet) { Address = address + "&state=Returned" });
    }

    private async Task Looked(IQueryable<Project> register, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var looks = db.Set<Look>().Where(l => l.On >= first && l.On <= last).Join(register, l => l.ProjectId, p => p.Id, (l, _) => l.ProjectId);
        const string topic = "做实全程跟踪服务";
        actions.Add(new ActionFact(topic, "looks", "走访核查项目", await looks.LongCountAsync(cancel), MeasureUnit.Time) { Address = "/progress/coverage" });
        actions.Add(new ActionFact(topic, "looked", "覆盖项目", await looks.Distinct().LongCountAsync(cancel), MeasureUnit.Piece) { Address = "/progress/coverage" });
        actions.Add(new ActionFact(topic, "troubles-solved", "推动解决项目反映的问题", await db.Set<ReportedProblem>().Where(p => p.ClosedOn >= first && p.ClosedOn <= last).Join(register, p => p.ProjectId, r => r.Id, (p, _) => p.Id).LongCountAsync(cancel), MeasureUnit.Piece) { Address = "/progress" });
    }

    private async Task Kept(IQueryable<Project> register, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var kept = await db.Set<StandingPromise>().Where(p => p.MetOn >= first && p.MetOn <= last && p.DroppedOn == null).Join(register, p => p.ProjectId, r => r.Id, (p, _) => p.Party).GroupBy(p => p).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        const string topic = "推进协议承诺兑现";
        actions.Add(new ActionFact(topic, "kept-enterprise", "督促企业兑现承诺", kept.Where(k => k.Key == PromiseParty.Enterprise).Sum(k => k.Count), MeasureUnit.Matter) { Address = "/agreements/promises?state=Met" });
        actions.Add(new ActionFact(topic, "kept-government", "兑现政府承诺", kept.Where(k => k.Key == PromiseParty.Government).Sum(k => k.Count), MeasureUnit.Matter) { Address = "/agreements/promises?state=Met" });
    }

    private async Task Treated(IQueryable<Project> register, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var steps = await db.Set<ProjectStep>().Where(s => s.On >= first && s.On <= last && (s.To >= Stage.SideOrder || s.From >= Stage.SideOrder)).Join(register, s => s.ProjectId, p => p.Id, (s, _) => new { s.ProjectId, s.From, s.To })
            .GroupBy(s => new { Back = s.To < Stage.SideOrder, s.To }).Select(g => new { g.Key.Back, g.Key.To, Count = g.Select(s => s.ProjectId).Distinct().LongCount() }).ToListAsync(cancel);
        const string topic = "分类处置问题项目";
        actions.Add(new ActionFact(topic, "treated-back", "盘活恢复推进的项目", steps.Where(s => s.Back).Sum(s => s.Count), MeasureUnit.Piece) { Address = "/projects" });
        actions.Add(new ActionFact(topic, "treated-held", "暂缓的项目", steps.Where(s => !s.Back && s.To == Stage.Called("suspended")!.Order).Sum(s => s.Count), MeasureUnit.Piece) { Address = "/projects?stage=suspended" });
        actions.Add(new ActionFact(topic, "treated-ended", "终止或退库的项目", steps.Where(s => !s.Back && (s.To == Stage.Called("terminated")!.Order || s.To == Stage.Called("removed")!.Order)).Sum(s => s.Count), MeasureUnit.Piece) { Address = "/projects?stage=terminated,removed" });
    }
}
