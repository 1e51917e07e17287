using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Funds.Recognition;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>
/// The vouchers of the demo city: bank slips behind the money that has arrived already, invoices with their contract, payment and bookkeeping in every
/// state, and some that fail a check each in its own way.
/// </summary>
public sealed class DemoFunds(BridgeheadDb db, AttachmentStore store, CheckVoucher check, RecordVoucher record, TimeProvider clock) : DemoChapter
{
    private const int Slips = 160;
    private const int Invoices = 90;

    private static readonly (string Name, string Item, VoucherKind Kind, int Rate)[] Sellers =
    [
        ("江岸建设工程有限公司", "*建筑服务*厂房工程款", VoucherKind.ConstructionInvoice, 9), ("蜀锦机电安装有限公司", "*建筑服务*机电安装工程款", VoucherKind.ConstructionInvoice, 9), ("恒曜智能装备股份有限公司", "*机床*数控加工中心", VoucherKind.EquipmentInvoice, 13),
        ("中澜自动化设备有限公司", "*工业自动控制系统装置*生产线", VoucherKind.EquipmentInvoice, 13), ("岷岳建筑设计院有限公司", "*设计服务*厂区设计费", VoucherKind.OtherFee, 6), ("云川工程监理有限公司", "*鉴证咨询服务*监理费", VoucherKind.OtherFee, 6),
    ];

    private readonly Dictionary<Guid, (Guid Id, string Name)> clerks = [];
    private (Guid Id, string Name) cityReviewer;
    private int serial;

    /// <inheritdoc />
    public override int Order => 60;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        await Rules(cancel);
        var people = await db.Set<AppUser>().Where(u => u.IsPersona).Select(u => new { u.Id, u.DisplayName, u.UnitId, u.Role, u.UserName }).ToListAsync(cancel);
        foreach (var person in people.Where(p => p.Role == Role.Clerk)) clerks.TryAdd(person.UnitId, (person.Id, person.DisplayName));
        cityReviewer = people.Where(p => p.UserName == "reviewer").Select(p => (p.Id, p.DisplayName)).First();
        var random = new DemoRandom(size.Seed + 4242);
        await EnterSlips(today, cancel);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.SignedOn != null && p.Company != null && p.StartedOn != null).OrderBy(p => p.Number).Take(DetailedProjects).ToListAsync(cancel);
        for (var i = 0; i < Invoices && projects.Count > 0; i++)
        {
            await EnterInvoice(projects[i % projects.Count], i, random, today, cancel);
            // what is saved need not be compared again with every save that follows
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private static int DetailedProjects => Math.Min(Detailed, 60);

    private async Task Rules(CancellationToken cancel)
    {
        db.Add(new FundsRules { SamplePercent = 30, SampleSeed = "青岚2026年抽查", AlwaysFromFen = Money.FromWan(1000).Fen, RoundTripDays = 30, NeedSet = true });
        await db.SaveChangesAsync(cancel);
    }

    // the money that arrived stands in the ledger already; here are the slips it rests on
    private async Task EnterSlips(DateOnly today, CancellationToken cancel)
    {
        var arrived = await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).FirstAsync(cancel);
        var rows = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.IndicatorId == arrived && e.ProjectId != null && !e.Whole).OrderByDescending(e => e.Sequence).Take(Slips)
            .Join(db.Set<Evidence>(), e => e.EvidenceId, v => v.Id, (e, v) => new { e.EvidenceId, e.ProjectId, e.Value, e.BusinessDate, e.UnitId, v.Source }).ToListAsync(cancel);
        var ids = rows.Select(r => r.ProjectId!.Value).Distinct().ToList();
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var row in rows.Where(r => r.BusinessDate <= today))
        {
            var p = projects[row.ProjectId!.Value];
            var (voucher, who) = New(p, row.BusinessDate);
            voucher.Restate(new VoucherFacts
            {
                Kind = VoucherKind.CapitalSlip, Number = row.Source.Replace("进账单 ", "JZ", StringComparison.Ordinal), IssuedOn = row.BusinessDate, Buyer = p.Company ?? p.Name, Seller = p.Investor, Net = new Money(row.Value), Gross = new Money(row.Value),
            }, null, null);
            Keep(voucher, new Allocation(voucher.Id, p.Id, new Money(row.Value)));
            voucher.Submit(who.Id, At(row.BusinessDate, 2));
            voucher.Accept(null, "seed=青岚2026年抽查; rate=30%; always>=10000000 CNY; draw=74.69; not drawn");
            voucher.Recognise(null, second: false);
            voucher.Entered(row.EvidenceId);
            db.Add(new VoucherDecision(voucher, ReviewLevel.District, true, null, "区县审核", At(row.BusinessDate, 4)));
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task EnterInvoice(Project p, int n, DemoRandom random, DateOnly today, CancellationToken cancel)
    {
        var (name, item, kind, rate) = Sellers[random.Next(Sellers.Length)];
        var days = Math.Max(1, today.DayNumber - p.StartedOn!.Value.DayNumber);
        var on = p.StartedOn.Value.AddDays(random.Next(days));
        var fault = n % 5 == 4 ? n / 5 % 8 : -1;
        if (fault == 0) on = p.SignedOn!.Value.AddDays(-20);
        var net = Money.FromWan(20 + random.Next(900));
        var invoice = new DemoInvoice(
            string.Create(CultureInfo.InvariantCulture, $"{on.Year % 100:00}51200000{++serial:0000000000}"), on, fault == 1 ? p.Investor ?? "个人" : p.Company!, DemoNames.Code(n + 70_000).Value, name, DemoNames.Code(Array.FindIndex(Sellers, s => s.Name == name) + 80_000).Value,
            fault == 2 ? "*通用设备*二手注塑机" : item, net, rate) { Off = fault == 3 ? Money.FromYuan(1000) : Money.Zero, Remark = fault == 4 ? "作废，已重开" : p.Name };
        using var file = new MemoryStream(invoice.Xml());
        var reading = ReadVoucher.Of(file, "发票.xml");
        var (voucher, who) = New(p, on);
        voucher.KeepReading(reading.Kind, KeptReading.Of(reading).Write());
        voucher.Restate(VoucherInput.Of(reading, kind).Facts(), null, null);
        Keep(voucher);
        db.Add(new VoucherKey(VoucherKeyKind.File, ReadVoucher.Digest(file), voucher.Id));
        await Attach(voucher, file, invoice.Number + ".xml", on, who, cancel);
        Companions(p, voucher, invoice, without: fault == 5);
        await db.SaveChangesAsync(cancel);
        await Advance(voucher, p, who, fault, n, cancel);
    }

    private async Task Advance(Voucher voucher, Project p, (Guid? Id, string Name) who, int fault, int n, CancellationToken cancel)
    {
        if (fault >= 0) await check.Run(voucher, cancel);
        var wanted = fault >= 0 ? n % 3 : n % 10;
        if (wanted == 0 && fault < 0) return;
        db.Add(new Allocation(voucher.Id, p.Id, voucher.Countable));
        voucher.Allocate(voucher.Countable);
        voucher.Submit(who.Id, At(voucher.IssuedOn!.Value, 5));
        if (fault >= 0 && wanted != 2 || fault < 0 && wanted is 1 or 2) return;
        if (fault >= 0)
        {
            await db.SaveChangesAsync(cancel);
            var finding = (await check.Run(voucher, cancel)).FirstOrDefault(f => f.Stops);
            voucher.Return(cityReviewer.Id, finding?.Code ?? ReasonCode.Other, finding?.Sentence.ToString(CultureInfo.InvariantCulture) ?? "请补充银行回单原件");
            db.Add(new VoucherDecision(voucher, ReviewLevel.District, false, cityReviewer.Id, cityReviewer.Name, At(voucher.IssuedOn.Value, 8)));
            return;
        }
        voucher.Accept(null, SampleDraw.Of(new FundsRules { SamplePercent = 30, SampleSeed = "青岚2026年抽查", AlwaysFromFen = Money.FromWan(1000).Fen }, voucher.Number!, new Money(voucher.AllocatedFen)).Note);
        db.Add(new VoucherDecision(voucher, ReviewLevel.District, true, null, "区县审核", At(voucher.IssuedOn.Value, 7)));
        if (wanted is 3 or 4) return;
        voucher.Recognise(cityReviewer.Id, second: true);
        await db.SaveChangesAsync(cancel);
        voucher.Entered(await record.Run(voucher, cancel));
        db.Add(new VoucherDecision(voucher, ReviewLevel.City, true, cityReviewer.Id, cityReviewer.Name, At(voucher.IssuedOn.Value, 9)));
    }

    private void Companions(Project p, Voucher voucher, DemoInvoice invoice, bool without)
    {
        var gross = invoice.Net + invoice.Tax;
        foreach (var (kind, number, amount) in new[]
        {
            (VoucherKind.Contract, Text($"HT-{invoice.On.Year}-{serial:0000}"), gross + gross), (VoucherKind.PaymentSlip, Text($"FK{invoice.On:yyyyMMdd}{serial:0000}"), gross), (VoucherKind.AccountingEntry, Text($"记-{invoice.On.Year}-{invoice.On.Month:00}-{serial:0000}"), gross),
        })
        {
            if (without && kind == VoucherKind.PaymentSlip) continue;
            var (piece, _) = New(p, invoice.On);
            piece.Restate(new VoucherFacts { Kind = kind, Number = number, IssuedOn = kind == VoucherKind.Contract && p.SignedOn is { } signed ? signed : invoice.On, Buyer = p.Company, Seller = invoice.Seller, Net = amount, Gross = amount }, null, null);
            Keep(piece);
            db.Add(new VoucherPiece(voucher.Id, piece.Id));
        }
    }

    private async Task Attach(Voucher voucher, MemoryStream content, string name, DateOnly on, (Guid? Id, string Name) who, CancellationToken cancel)
    {
        content.Position = 0;
        var file = await store.Keep(content, name, At(on, 1), cancel);
        if (await db.FindAsync<StoredFile>([file.Digest], cancel) is null) db.Add(file);
        db.Add(new Attachment("voucher", voucher.Id, name, file, who.Id, who.Name, At(on, 1)));
    }

    private void Keep(Voucher voucher, Allocation? part = null)
    {
        db.Add(voucher);
        var facts = new VoucherFacts { Kind = voucher.Kind, Code = voucher.Code, Number = voucher.Number, IssuedOn = voucher.IssuedOn, Buyer = voucher.Buyer, Seller = voucher.Seller, Net = new Money(voucher.NetFen), Gross = voucher.GrossFen is { } gross ? new Money(gross) : null };
        if (VoucherKey.Of(facts, voucher.Document) is var (kind, key)) db.Add(new VoucherKey(kind, key, voucher.Id));
        if (part is null) return;
        db.Add(part);
        voucher.Allocate(new Money(part.Fen));
    }

    private (Voucher, (Guid? Id, string Name)) New(Project p, DateOnly on)
    {
        (Guid? Id, string Name) who = clerks.TryGetValue(p.UnitId, out var clerk) ? (clerk.Id, clerk.Name) : (null, "区县经办");
        return (new Voucher(p.ParkId ?? p.UnitId, p.Id, who.Id, who.Name, At(on, 1)), who);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private DateTime At(DateOnly day, int after)
    {
        var at = day.AddDays(after).ToDateTime(new TimeOnly(2, 15), DateTimeKind.Utc);
        return at < clock.GetUtcNow().UtcDateTime ? at : clock.GetUtcNow().UtcDateTime;
    }
}
