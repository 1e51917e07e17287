using System.Text.Json;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>A list of enterprises. The same enterprise, by credit code or else by name, is recognised in the register and within the file, and filled in, overwritten or kept as the person decided, never doubled.</summary>
public sealed class EnterprisesImport(BridgeheadDb db, FieldSources sources, FindContradictions contradictions, EnterpriseLabels labels, LookForDoubles doubles) : RowImport
{
    private readonly Dictionary<string, Enterprise> byCode = [];
    private readonly Dictionary<string, Enterprise> byName = [];
    private readonly Dictionary<Enterprise, (string Sheet, int Row)> added = [];
    private EnteredMeanwhile meanwhile = new();
    private readonly Dictionary<Enterprise, EnterpriseFacts> before = [];

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns => EnterpriseColumns.All;

    /// <inheritdoc />
    public override async Task Begin(CancellationToken cancel)
    {
        meanwhile = new EnteredMeanwhile();
        await labels.Begin(cancel);
        await foreach (var enterprise in db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null).AsAsyncEnumerable().WithCancellation(cancel)) Know(enterprise);
    }

    /// <inheritdoc />
    public override RowVerdict Take(SheetRow row)
    {
        var (asked, found) = (Words(row, "asked", 120), Words(row, "name", 120));
        var name = found ?? asked;
        if (name is null) row.Refuse("name", $"没有企业名称");
        else if (found is null) row.Say("name", Severity.Warning, $"未查到登记信息，按提供的名称“{asked}”登记");
        var capital = row.Amount("capital");
        if (capital is not null && Math.Abs(capital.Amount) > 90_000_000_000_000m) row.Refuse("capital", $"注册资本过大，请核对单位");
        if (capital is { Amount: < 0 }) row.Refuse("capital", $"注册资本不能为负数");
        var paid = row.Amount("paid");
        if (paid is not null && (capital is null || paid.Currency != capital.Currency || paid.Amount > capital.Amount || paid.Amount < 0))
        {
            row.Say("paid", Severity.Warning, $"实缴资本与注册资本对不上，这一项留空");
            paid = null;
        }
        var facts = new EnterpriseFacts
        {
            CreditCode = row.CreditCode("code"), EnglishName = Words(row, "english", 200), OtherNames = EnterpriseLabels.Others(name ?? "", row, asked), LegalRepresentative = Words(row, "person", 60),
            Kind = Words(row, "kind", 80), Standing = Words(row, "standing", 60), CapitalMinor = capital is null ? null : (long)Math.Round(capital.Amount * 100m), CapitalCurrency = capital?.Currency,
            PaidInMinor = paid is null ? null : (long)Math.Round(paid.Amount * 100m),
            RegisteredOn = row.Date("registered"), Industry = Words(row, "industry", 120), Region = Words(row, "region", 80), Address = Words(row, "address", 300),
            Phone = Limit(row.Phone("phone"), 120), Business = Words(row, "business", 4000),
        };
        if (!row.IsRefused) return Keep(row, name!, facts, asked);
        // the row does not come in anyway; that its code is taken is said with the rest
        if (Known(name ?? "", facts) is null) RefuseTaken(row, facts);
        return RowVerdict.Refused;
    }

    /// <inheritdoc />
    public override async Task Settle(CancellationToken cancel)
    {
        // what later rows said of the same enterprise is in it by now
        foreach (var (enterprise, (sheet, row)) in added) doubles.Note(sheet, row, RecordFacts.Of(enterprise));
        Doubled.AddRange(await doubles.Run(RecordKind.Enterprise, cancel));
    }

    /// <inheritdoc />
    public override async Task Write(ImportBatch batch, ImportProgress progress, CancellationToken cancel)
    {
        var (fresh, changed) = (added.Keys.ToList(), before.Where(b => !added.ContainsKey(b.Key)).ToList());
        progress.Begin(1, fresh.Count + changed.Count);
        await db.BeginWrite(cancel);
        await meanwhile.Refuse(db, fresh, cancel);
        foreach (var enterprise in fresh) enterprise.BatchId = batch.Id;
        await IndexesAside.During<Enterprise>(db, fresh.Count, () => BulkInsert.Into(db, progress.Counting(fresh), cancel), cancel);
        await labels.Names(fresh, cancel);
        await doubles.Queue(cancel);
        db.Note(new FieldChange(nameof(Enterprise), batch.Id, "Added", null, fresh.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var part in changed.Chunk(500))
        {
            var ids = part.Select(e => e.Key.Id).ToList();
            var stored = await db.Set<Enterprise>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
            foreach (var (enterprise, _) in part)
            {
                Refusal.Unless(stored.TryGetValue(enterprise.Id, out var now) && now.Version == enterprise.Version && now.DeletedAt is null, $"企业“{enterprise.Name}”在检查之后被他人修改，请重新检查后再导入");
                var contents = EnterpriseFields.Contents(now!);
                now!.Change(enterprise.Name, EnterpriseFieldsToMerge.Facts(enterprise).Facts);
                await sources.Note(now.Id, [.. EnterpriseFields.Contents(now).Where(f => f.Value != contents[f.Key]).Select(f => f.Key)], SourceKind.Import, batch.File, batch.At, cancel);
                await labels.Complete(now, enterprise, cancel);
                progress.Step();
            }
            await db.SaveChangesAsync(cancel);
            await BulkInsert.Into(db, part.Select(e => new ImportedChange(batch.Id, ImportedChange.OfEnterprise, e.Key.Id, stored[e.Key.Id].Version,
                JsonSerializer.Serialize(FieldMerge.Between(EnterpriseFieldsToMerge.All, new NamedFacts(e.Key.Name, e.Value), EnterpriseFieldsToMerge.Facts(e.Key))))), cancel);
            db.ChangeTracker.Clear();
        }
        progress.Begin(3, 0);
        await SearchIndex.Add(db, fresh, cancel);
        await labels.Titles(cancel);
        await contradictions.Run([.. fresh.Where(Contradictions.MayBeIn).Concat(labels.Titled).Select(e => e.Id)], cancel);
        db.ChangeTracker.Clear();
    }

    private RowVerdict Keep(SheetRow row, string name, EnterpriseFacts facts, string? asked)
    {
        var known = Known(name, facts);
        if (known is null && RefuseTaken(row, facts)) return RowVerdict.Refused;
        if (known is null)
        {
            var enterprise = new Enterprise(name, facts);
            added.Add(enterprise, (row.Sheet, row.Number));
            Know(enterprise);
            labels.Note(row, enterprise, name, asked);
            return RowVerdict.Added;
        }
        row.Say("name", Severity.Note, $"与已有企业“{known.Name}”是同一家");
        var policy = Options.OnExisting ?? OnExisting.Fill;
        if (policy == OnExisting.Keep) return RowVerdict.Matched;
        var standing = EnterpriseFieldsToMerge.Facts(known);
        var merged = FieldMerge.Of(EnterpriseFieldsToMerge.All, standing, new NamedFacts(known.Name, facts), policy).Facts.Facts with { OtherNames = EnterpriseLabels.Together(standing.Facts.OtherNames, facts.OtherNames, known.Name) };
        labels.Note(row, known, known.Name, asked);
        try
        {
            var changes = FieldMerge.Between(EnterpriseFieldsToMerge.All, standing, standing with { Facts = merged });
            if (changes.Count == 0) return RowVerdict.Matched;
            known.Change(known.Name, merged);
            before.TryAdd(known, standing.Facts);
            Know(known);
            if (!added.ContainsKey(known)) Settled.Add(new SettledRow(row.Sheet, row.Number, known.Name, FieldMerge.Shown(EnterpriseFieldsToMerge.All, changes)));
        }
        catch (Refusal refusal)
        {
            row.Refuse(null, refusal.Sentence);
            return RowVerdict.Refused;
        }
        return RowVerdict.Matched;
    }

    /// <summary>The enterprise on file, or in an earlier row, that the row is about.</summary>
    private Enterprise? Known(string name, EnterpriseFacts facts) =>
        Options.MatchBy != MatchBy.Name && facts.CreditCode is { } code && byCode.TryGetValue(code.Value, out var same) ? same
            : Options.MatchBy != MatchBy.Code && byName.TryGetValue(name, out same) && (same.CreditCode is null || facts.CreditCode is null || same.CreditCode == facts.CreditCode) ? same : null;

    /// <summary>Refuses a row whose credit code is on file for an enterprise that it is not recognised as.</summary>
    private bool RefuseTaken(SheetRow row, EnterpriseFacts facts)
    {
        if (facts.CreditCode is not { } code || !byCode.ContainsKey(code.Value)) return false;
        row.Refuse("code", $"统一社会信用代码{code.Value}已有企业登记，但不是按所选方式识别的，不重复导入");
        return true;
    }

    private void Know(Enterprise enterprise)
    {
        if (enterprise.CreditCode is { } code) byCode.TryAdd(code.Value, enterprise);
        byName.TryAdd(enterprise.Name, enterprise);
    }

    internal static string? Words(SheetRow row, string key, int length)
    {
        var text = row.Text(key);
        if (text is null or "-" or "—" or "--" or "/" or "无") return null;
        if (text.Length <= length) return text;
        row.Say(key, Severity.Warning, $"内容超过{length}个字，已截短");
        return text[..length];
    }
}
