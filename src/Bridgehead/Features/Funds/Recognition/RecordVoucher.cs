using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Recognition;

/// <summary>Enters a recognised voucher into the ledger of figures: one evidence, an entry for each project it is set aside for, and for foreign money one in US dollars. Takes them back.</summary>
public sealed class RecordVoucher(BridgeheadDb db, Figures figures, RecordEntries record, TimeProvider clock)
{
    /// <summary>Enters it; returns the evidence.</summary>
    public async Task<Guid> Run(Voucher voucher, CancellationToken cancel = default)
    {
        var parts = await db.Set<Allocation>().Where(a => a.VoucherId == voucher.Id).OrderBy(a => a.Id).ToListAsync(cancel);
        Refusal.When(parts.Count == 0, $"凭证还没有分配到项目，不能认定");
        var evidence = new Evidence(EvidenceKind.Voucher, Title(voucher), Source(voucher), voucher.UnitId, clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync(cancel);
        var ids = parts.ConvertAll(p => p.ProjectId);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var day = voucher.IssuedOn!.Value;
        var indicator = await Indicator(voucher.Kind.Ledger() == FundsLedger.Arrived ? DefaultIndicators.ArrivedFunds : DefaultIndicators.FormedInvestment, day, cancel);
        var entries = parts.ConvertAll(part => Entry(evidence.Id, indicator, projects[part.ProjectId], day, part.Fen, voucher.Currency));
        if (voucher.Kind.Ledger() == FundsLedger.Arrived && voucher.UsdCents is { } cents)
        {
            var dollars = await Indicator(DefaultIndicators.ForeignCapital, day, cancel);
            entries.AddRange(Shares(parts, cents, voucher.NetFen).Where(s => s.Cents != 0).Select(s => Entry(evidence.Id, dollars, projects[s.Part.ProjectId], day, s.Cents, voucher.Currency)));
        }
        await record.Run(entries, cancel);
        return evidence.Id;
    }

    /// <summary>Takes its entries back; returns how many.</summary>
    public async Task<int> Reverse(Guid voucher, Guid evidence, string reason, CancellationToken cancel = default)
    {
        // by the projects, which the ledger has an index of
        var projects = await db.Set<Allocation>().Where(a => a.VoucherId == voucher).Select(a => (Guid?)a.ProjectId).ToListAsync(cancel);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => projects.Contains(e.ProjectId) && e.EvidenceId == evidence && e.ReversesSequence == null).OrderBy(e => e.Sequence).ToListAsync(cancel);
        return await record.Reverse(entries, reason, cancel);
    }

    /// <summary>What of a project's recognised money stands elsewhere than the project does now is taken back and entered anew, the same sums on the same evidence.</summary>
    /// <param name="project">The project as it stands now, saved; the ledger is locked, so that whoever recognises or revokes at the same moment comes before or after.</param>
    /// <param name="unit">The unit it counts for.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task GoWith(Project project, Guid unit, CancellationToken cancel = default)
    {
        var (origin, branch) = (project.Origin?.ToString(), project.Branch?.ToString());
        await EnterAnew(await Standing(project.Id).Where(e => e.UnitId != unit || e.Origin != origin || e.Industry != branch).OrderBy(e => e.Sequence).ToListAsync(cancel),
            project, unit, "项目的落地单位、资金来源或产业类别变更，按变更后的重新入账", cancel);
    }

    /// <summary>The recognised money of the vouchers that are no longer set aside for one project, but for another it was merged with, is entered for that one: the same sums on the same evidence.</summary>
    /// <param name="from">The project it is entered for.</param>
    /// <param name="to">The project it is set aside for now.</param>
    /// <param name="unit">The unit that counts for.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task GoOver(Guid from, Project to, Guid unit, CancellationToken cancel = default) =>
        await EnterAnew(await Standing(from).Where(e => db.Set<Voucher>().Any(v => v.EvidenceId == e.EvidenceId && !db.Set<Allocation>().Any(a => a.VoucherId == v.Id && a.ProjectId == from)
            && db.Set<Allocation>().Any(a => a.VoucherId == v.Id && a.ProjectId == to.Id))).OrderBy(e => e.Sequence).ToListAsync(cancel), to, unit, "项目合并，在合并后的项目下重新入账", cancel);

    /// <summary>The entries of recognised vouchers that stand for a project.</summary>
    private IQueryable<LedgerEntry> Standing(Guid project) => db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ProjectId == project && e.DerivedFrom == null && e.ReversesSequence == null
        && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence) && db.Set<Voucher>().Any(v => v.EvidenceId == e.EvidenceId));

    private async Task EnterAnew(List<LedgerEntry> moving, Project project, Guid unit, string reason, CancellationToken cancel)
    {
        if (moving.Count == 0) return;
        var of = moving.Select(e => e.IndicatorId).Distinct().ToList();
        var codes = await db.Set<Indicator>().AsNoTracking().Where(i => of.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Code, cancel);
        var anew = new List<NewEntry>();
        foreach (var e in moving)
        {
            var month = Months.Of(e.BusinessDate);
            anew.Add(new NewEntry(e.EvidenceId, await Indicator(codes[e.IndicatorId], e.BusinessDate, cancel), unit, new Months(month, month), e.BusinessDate, e.Value)
            { ProjectId = project.Id, Origin = project.Origin?.ToString(), Industry = project.Branch?.ToString(), Band = e.Band, Sector = e.Sector, ProjectFen = e.ProjectFen, Currency = e.Currency });
        }
        await record.Reverse(moving, reason, cancel);
        await record.Run(anew, cancel);
    }

    /// <summary>Each part's share of the dollars: what all parts up to it come to, less what those before come to, so that nothing is lost in rounding.</summary>
    internal static IEnumerable<(Allocation Part, long Cents)> Shares(IEnumerable<Allocation> parts, long cents, long netFen)
    {
        var (sum, given) = (0L, 0L);
        foreach (var part in parts)
        {
            sum += part.Fen;
            var upTo = netFen == 0 ? 0 : (long)Math.Round((decimal)cents * sum / netFen, MidpointRounding.AwayFromZero);
            yield return (part, upTo - given);
            given = upTo;
        }
    }

    private static NewEntry Entry(Guid evidence, Guid indicator, Project p, DateOnly day, long value, string currency)
    {
        var month = Months.Of(day);
        return new NewEntry(evidence, indicator, p.ParkId ?? p.UnitId, new Months(month, month), day, value)
        { ProjectId = p.Id, Origin = p.Origin?.ToString(), Industry = p.Branch?.ToString(), Band = Groups.BandOf(p.Amount), Sector = Sectors.Code(p.Industry), ProjectFen = p.AmountFen, Currency = currency };
    }

    private async Task<Guid> Indicator(string code, DateOnly day, CancellationToken cancel) =>
        (await figures.Named(code, day, cancel) ?? throw new Refusal($"没有指标“{code}”，可在“指标”中新增")).Id;

    private static string Title(Voucher v)
    {
        var title = $"{v.Called}{(v.Seller is null ? "" : "，" + v.Seller)}";
        return title.Length <= 200 ? title : title[..200];
    }

    private static string Source(Voucher v) => v.Rate is null ? v.Number ?? "" : $"{v.Number}；{v.Rate}";
}
