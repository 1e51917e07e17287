using System.Globalization;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Demo;

/// <summary>What the invented projects come to in the ledger: by indicator, district and year. The targets are set from it.</summary>
internal sealed class DemoTotals
{
    private readonly Dictionary<(string Code, Guid District, int Year), long> sums = [];

    /// <summary>Adds to a sum.</summary>
    public void Add(string code, Guid district, int year, long value) => sums[(code, district, year)] = Of(code, district, year) + value;

    /// <summary>A sum.</summary>
    public long Of(string code, Guid district, int year) => sums.GetValueOrDefault((code, district, year));
}

/// <summary>Fills the register of projects and the ledger with what they have signed, started, produced and received; streamed, so a million take no more memory than a thousand.</summary>
public sealed class DemoProjects(BridgeheadDb db, Figures figures, RecordEntries record, ProjectNumbers numbers, UnitOfWork work, IEnumerable<IFollowLedger> followers, TimeProvider clock)
{
    private const int Batch = 25_000;

    private Dictionary<string, Guid> indicators = [];
    private readonly Dictionary<(Guid, int), Evidence> declarations = [];
    private readonly List<NewEntry> held = [];
    private int firstYear;

    /// <summary>Invents and enters the projects.</summary>
    internal async Task<DemoTotals> Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        indicators = (await figures.Current(today, cancel)).ToDictionary(i => i.Code, i => i.Id);
        // projects reach back two years further, so that the first year of the ledger is as full as the last
        var (random, totals, first) = (new DemoRandom(size.Seed + 7919), new DemoTotals(), new DateOnly(today.Year - size.Years - 1, 1, 1));
        firstYear = today.Year - size.Years + 1;
        for (var done = 0; done < size.Projects; done += Batch)
        {
            var count = Math.Min(Batch, size.Projects - done);
            var invented = Enumerable.Range(done, count).Select(n => DemoProject.Invent(n, random, units, first, today)).ToList();
            var given = await numbers.Take(today.Year, count, cancel);
            for (var i = 0; i < count; i++) invented[i].Project.Number = given[i];
            await Write(invented, totals, size.Projects <= Batch, cancel);
            // one transaction of a million projects would write its log many times over
            if (done + count < size.Projects) await work.CommitPart("demo.fill", cancel: cancel);
        }
        return totals;
    }

    /// <summary>Enters what was held back, week by week as it was done. A larger city is entered while it is made, all at one moment.</summary>
    internal async Task EnterHeld(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var week in held.GroupBy(e => DemoMoment.Entered(e.BusinessDate, now)).OrderBy(w => w.Key))
            await new RecordEntries(db, new DemoMoment(week.Key), followers).Run([.. week], cancel);
        held.Clear();
    }

    private async Task Write(List<DemoProject> invented, DemoTotals totals, bool holds, CancellationToken cancel)
    {
        var investors = invented.Where(d => d.Investor is not null).Select(d => d.Investor!).ToList();
        await BulkInsert.Into(db, investors, cancel);
        await BulkInsert.Into(db, invented.Select(d => d.Project), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        // the identities of a project's steps rise with them
        await BulkInsert.Into(db, invented.SelectMany(d => d.Steps.Select((s, nth) => s.MadeAt(DemoMoment.Entered(s.On, now).AddMilliseconds(nth - d.Steps.Count)))), cancel);
        var (evidence, entries) = (new List<Evidence>(), new List<NewEntry>());
        foreach (var project in invented) Enter(project, evidence, entries, totals);
        await BulkInsert.Into(db, evidence, cancel);
        if (holds) held.AddRange(entries);
        else await record.Run(entries, cancel);
        await SearchIndex.Add(db, [.. investors, .. invented.Select(d => d.Project)], cancel);
    }

    private void Enter(DemoProject demo, List<Evidence> evidence, List<NewEntry> entries, DemoTotals totals)
    {
        var p = demo.Project;
        foreach (var count in ProjectCount.Of(p)) Declare(count.Indicator, count.On, count.Value);
        var nth = 0;
        foreach (var (on, amount) in demo.Arrivals)
        {
            if (on.Year < firstYear) continue;
            var slip = new Evidence(EvidenceKind.Voucher, $"{p.Name}到位资金银行进账单", string.Create(CultureInfo.InvariantCulture, $"进账单 {on:yyyyMMdd}-{p.Number[^6..]}-{++nth}"), p.UnitId, DemoMoment.Entered(on, clock.GetUtcNow().UtcDateTime));
            evidence.Add(slip);
            Add(DefaultIndicators.ArrivedFunds, slip.Id, on, amount.Fen);
            if (p.Origin == Origin.Abroad) Add(DefaultIndicators.ForeignCapital, slip.Id, on, amount.Fen * 10 / 72);
        }

        void Declare(string code, DateOnly on, long value)
        {
            if (on.Year < firstYear) return;
            if (!declarations.TryGetValue((p.UnitId, on.Year), out var ledger))
            {
                declarations.Add((p.UnitId, on.Year), ledger = new Evidence(EvidenceKind.Declaration, $"{on.Year}年招商项目台账", "区县按月申报", p.UnitId, DemoMoment.Entered(on, clock.GetUtcNow().UtcDateTime)));
                evidence.Add(ledger);
            }
            Add(code, ledger.Id, on, value);
        }

        void Add(string code, Guid proof, DateOnly on, long value)
        {
            var month = Months.Of(on);
            totals.Add(code, p.UnitId, on.Year, value);
            entries.Add(new NewEntry(proof, indicators[code], p.ParkId ?? p.UnitId, new Months(month, month), on, value)
            { ProjectId = p.Id, Origin = p.Origin?.ToString(), Industry = p.Branch?.ToString(), Band = Groups.BandOf(p.Amount), Sector = Sectors.Code(p.Industry), ProjectFen = p.AmountFen, Currency = code == DefaultIndicators.ForeignCapital ? "USD" : "CNY" });
        }
    }
}
