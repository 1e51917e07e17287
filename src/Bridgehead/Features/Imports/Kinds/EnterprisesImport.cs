using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>A list of enterprises. The same enterprise, by credit code or else by name, is recognised in the register and within the file, and completed instead of doubled.</summary>
public sealed class EnterprisesImport(BridgeheadDb db, FieldSources sources, FindContradictions contradictions, TimeProvider clock) : RowImport
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', '/', '|', '\n'];

    private readonly Dictionary<string, Enterprise> byCode = [];
    private readonly Dictionary<string, Enterprise> byName = [];
    private readonly HashSet<Enterprise> added = [];
    private readonly HashSet<Enterprise> completed = [];
    private readonly Dictionary<Enterprise, List<(string Name, OtherNameKind Kind)>> names = [];
    private readonly Dictionary<Enterprise, List<(ClassKind Kind, int Year)>> titles = [];
    private Dictionary<string, ClassKind> kinds = [];

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new ImportColumn("asked", "提供企业名称").Or("查询名称", "提供名称"),
        new ImportColumn("name", "企业名称", Required: true).Or("公司名称", "单位名称", "企业全称", "投资方", "名称", "法人单位名称", "客商名称"),
        new ImportColumn("code", "统一社会信用代码", ColumnKind.CreditCode).Or("信用代码", "社会信用代码", "统一信用代码"),
        new ImportColumn("english", "英文名").Or("英文名称"),
        new ImportColumn("former", "曾用名").Or("原名称", "曾用名称"),
        new ImportColumn("short", "简称").Or("期货名称", "股票简称", "证券简称", "企业简称"),
        new ImportColumn("classes", "企业资质").Or("资质", "企业类别", "荣誉资质"),
        new ImportColumn("listYear", "榜单年度").Or("认定年度", "资质年度"),
        new ImportColumn("person", "法定代表人").Or("法人代表", "法人", "负责人"),
        new ImportColumn("kind", "公司类型").Or("企业类型", "企业性质"),
        new ImportColumn("standing", "经营状态").Or("登记状态", "企业状态"),
        new ImportColumn("capital", "注册资本", ColumnKind.Money).Or("注册资金", "认缴资本"),
        new ImportColumn("paid", "实缴资本", ColumnKind.Money).Or("实收资本"),
        new ImportColumn("registered", "成立日期", ColumnKind.Date).Or("注册日期", "成立时间", "注册时间"),
        new ImportColumn("industry", "所属行业").Or("行业", "行业名称", "国民经济行业"),
        new ImportColumn("region", "地区").Or("所在地区", "所属地区", "所属城市", "省份"),
        new ImportColumn("address", "企业地址").Or("注册地址", "地址", "住所"),
        new ImportColumn("phone", "联系电话", ColumnKind.Phone).Or("电话", "手机", "联系方式"),
        new ImportColumn("business", "经营范围").Or("主营业务", "主营产品"),
    ];

    /// <inheritdoc />
    public override async Task Begin(CancellationToken cancel)
    {
        foreach (var kind in await db.Set<ClassKind>().AsNoTracking().ToListAsync(cancel))
            foreach (var name in new[] { kind.Code, kind.Name, kind.Name.TrimStart('中', '国'), kind.EnglishName }.Where(n => n.Length > 0)) kinds.TryAdd(name, kind);
        await foreach (var enterprise in db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null).AsAsyncEnumerable().WithCancellation(cancel)) Know(enterprise);
    }

    /// <inheritdoc />
    public override bool Take(SheetRow row)
    {
        var (asked, found) = (Words(row, "asked", 120), Words(row, "name", 120));
        var name = found ?? asked;
        if (name is null)
        {
            row.Refuse("name", $"没有企业名称");
            return false;
        }
        if (found is null) row.Say("name", Severity.Warning, $"未查到登记信息，按提供的名称“{asked}”登记");
        var capital = row.Amount("capital");
        if (capital is not null && Math.Abs(capital.Amount) > 90_000_000_000_000m) row.Refuse("capital", $"注册资本过大，请核对单位");
        var paid = row.Amount("paid");
        if (paid is not null && (capital is null || paid.Currency != capital.Currency || paid.Amount > capital.Amount || paid.Amount < 0))
        {
            row.Say("paid", Severity.Warning, $"实缴资本与注册资本对不上，这一项留空");
            paid = null;
        }
        var facts = new EnterpriseFacts
        {
            CreditCode = row.CreditCode("code"), EnglishName = Words(row, "english", 200), OtherNames = Others(name, row, asked), LegalRepresentative = Words(row, "person", 60),
            Kind = Words(row, "kind", 80), Standing = Words(row, "standing", 60), CapitalMinor = capital is null ? null : (long)Math.Round(capital.Amount * 100m), CapitalCurrency = capital?.Currency,
            PaidInMinor = paid is null ? null : (long)Math.Round(paid.Amount * 100m),
            RegisteredOn = row.Date("registered"), Industry = Words(row, "industry", 120), Region = Words(row, "region", 80), Address = Words(row, "address", 300),
            Phone = Limit(row.Phone("phone"), 120), Business = Words(row, "business", 4000),
        };
        return !row.IsRefused && Keep(row, name, facts, asked);
    }

    /// <inheritdoc />
    public override async Task Write(ImportBatch batch, CancellationToken cancel)
    {
        var fresh = added.ToList();
        foreach (var enterprise in fresh) enterprise.BatchId = batch.Id;
        await BulkInsert.Into(db, fresh, cancel);
        await BulkInsert.Into(db, fresh.Where(names.ContainsKey).SelectMany(e => names[e].DistinctBy(n => n.Name).Select(n => new OtherName(e.Id, n.Name, n.Kind))), cancel);
        await SearchIndex.Add(db, fresh, cancel);
        db.Note(new FieldChange(nameof(Enterprise), batch.Id, "Added", null, fresh.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var part in completed.Except(added).Chunk(500))
        {
            var ids = part.Select(e => e.Id).ToList();
            var stored = await db.Set<Enterprise>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
            foreach (var enterprise in part) await Complete(stored[enterprise.Id], enterprise, batch, cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        await Title(cancel);
        await contradictions.Run([.. fresh.Where(Contradictions.MayBeIn).Concat(titles.Keys).Select(e => e.Id)], cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Fills what was empty, says of each that it came with this file, and adds the names.</summary>
    private async Task Complete(Enterprise stored, Enterprise found, ImportBatch batch, CancellationToken cancel)
    {
        var before = EnterpriseFields.Contents(stored);
        stored.Change(found.Name, Facts(found));
        await sources.Note(stored.Id, [.. EnterpriseFields.Contents(stored).Where(f => f.Value != before[f.Key]).Select(f => f.Key)], SourceKind.Import, batch.File, batch.At, cancel);
        if (!names.TryGetValue(found, out var stated)) return;
        var known = await db.Set<OtherName>().Where(n => n.EnterpriseId == stored.Id).Select(n => n.Name).ToListAsync(cancel);
        var missing = stated.DistinctBy(n => n.Name).Where(n => !known.Contains(n.Name)).ToList();
        db.AddRange(missing.Select(n => new OtherName(stored.Id, n.Name, n.Kind)));
        stored.Goes(known.Concat(missing.Select(n => n.Name)));
    }

    /// <summary>Notes the classes the file states, each year of a list once.</summary>
    private async Task Title(CancellationToken cancel)
    {
        foreach (var part in titles.Chunk(500))
        {
            var ids = part.Select(t => t.Key.Id).ToList();
            var held = (await db.Set<EnterpriseClass>().AsNoTracking().Where(c => ids.Contains(c.EnterpriseId)).Select(c => new { c.EnterpriseId, c.Kind, c.ListYear }).ToListAsync(cancel)).ToHashSet();
            foreach (var (enterprise, stated) in part)
                foreach (var (kind, year) in stated.Distinct())
                    if (held.Add(new { EnterpriseId = enterprise.Id, Kind = kind.Code, ListYear = year })) db.Add(new EnterpriseClass(enterprise.Id, kind, year, new DateOnly(year, 1, 1)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private void Note(SheetRow row, Enterprise enterprise, string name, string? asked)
    {
        var found = new[] { (Words(row, "former", 400), OtherNameKind.Former), (Words(row, "short", 120), OtherNameKind.Abbreviation), (asked, OtherNameKind.Other) };
        foreach (var (text, kind) in found)
            foreach (var one in text?.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length <= 120 && n != name) ?? [])
                (names.TryGetValue(enterprise, out var known) ? known : names[enterprise] = []).Add((one, kind));
        if (Words(row, "classes", 400) is not { } stated) return;
        var year = row["listYear"] is { Length: >= 4 } said && int.TryParse(said[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1980 and <= 2100 ? read : clock.GetUtcNow().AddHours(8).Year;
        foreach (var title in stated.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (kinds.TryGetValue(title, out var kind)) (titles.TryGetValue(enterprise, out var held) ? held : titles[enterprise] = []).Add((kind, year));
            else row.Say("classes", Severity.Warning, $"资质目录中没有“{title}”，未登记；可在“资质统计”中查看有哪些");
    }

    private bool Keep(SheetRow row, string name, EnterpriseFacts facts, string? asked)
    {
        var known = facts.CreditCode is { } code && byCode.TryGetValue(code.Value, out var same) ? same
            : byName.TryGetValue(name, out same) && (same.CreditCode is null || facts.CreditCode is null || same.CreditCode == facts.CreditCode) ? same : null;
        if (known is null)
        {
            var enterprise = new Enterprise(name, facts);
            added.Add(enterprise);
            Know(enterprise);
            Note(row, enterprise, name, asked);
            return false;
        }
        row.Say("name", Severity.Note, $"与已有企业“{known.Name}”是同一家，只补充空缺内容");
        var before = Facts(known);
        var merged = Completed(before, facts);
        if (merged != before)
        {
            known.Change(known.Name, merged);
            completed.Add(known);
            Know(known);
        }
        Note(row, known, known.Name, asked);
        if (names.TryGetValue(known, out var called) && called.Exists(n => known.OtherNames?.Split('\n').Contains(n.Name) != true)) completed.Add(known);
        return true;
    }

    private void Know(Enterprise enterprise)
    {
        if (enterprise.CreditCode is { } code) byCode.TryAdd(code.Value, enterprise);
        byName.TryAdd(enterprise.Name, enterprise);
    }

    private static EnterpriseFacts Completed(EnterpriseFacts known, EnterpriseFacts found) => known with
    {
        CreditCode = known.CreditCode ?? found.CreditCode, EnglishName = known.EnglishName ?? found.EnglishName, OtherNames = known.OtherNames ?? found.OtherNames,
        LegalRepresentative = known.LegalRepresentative ?? found.LegalRepresentative, Kind = known.Kind ?? found.Kind, Standing = known.Standing ?? found.Standing,
        CapitalMinor = known.CapitalMinor ?? found.CapitalMinor, CapitalCurrency = known.CapitalMinor is null ? found.CapitalCurrency : known.CapitalCurrency,
        RegisteredOn = known.RegisteredOn ?? found.RegisteredOn, Industry = known.Industry ?? found.Industry, Region = known.Region ?? found.Region,
        PaidInMinor = known.PaidInMinor ?? (known.CapitalMinor is null || (known.CapitalCurrency == found.CapitalCurrency && found.PaidInMinor <= known.CapitalMinor) ? found.PaidInMinor : null),
        Address = known.Address ?? found.Address, Phone = known.Phone ?? found.Phone, Business = known.Business ?? found.Business,
    };

    private static EnterpriseFacts Facts(Enterprise e) => new()
    {
        CreditCode = e.CreditCode, EnglishName = e.EnglishName, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative, Kind = e.Kind, Standing = e.Standing,
        CapitalMinor = e.CapitalMinor, CapitalCurrency = e.CapitalCurrency, RegisteredOn = e.RegisteredOn, PaidInMinor = e.PaidInMinor, Industry = e.Industry, IndustryCode = e.IndustryCode, Region = e.Region, RegionCode = e.RegionCode, Address = e.Address, Phone = e.Phone, Business = e.Business,
    };

    private static string? Others(string name, SheetRow row, string? asked)
    {
        var all = new[] { Words(row, "former", 400), Words(row, "short", 120), asked }.OfType<string>()
            .SelectMany(n => n.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length <= 120 && n != name).Distinct().ToList();
        return all.Count == 0 ? null : Limit(string.Join('\n', all), 500);
    }

    private static string? Words(SheetRow row, string key, int length)
    {
        var text = row.Text(key);
        if (text is null or "-" or "—" or "--" or "/" or "无") return null;
        if (text.Length <= length) return text;
        row.Say(key, Severity.Warning, $"内容超过{length}个字，已截短");
        return text[..length];
    }

    private static string? Limit(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
