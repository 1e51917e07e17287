using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bridgehead.Features.Duplicates;

/// <summary>Plans a merge without doing it: field by field, with everything that refers to the record that goes.</summary>
public sealed class PlanMerge(BridgeheadDb db, MoveReferences references, Words words)
{
    /// <summary>The plan.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="survivor">The record that stays, one of the pair.</param>
    /// <param name="overwrite">Whether the values of the record that goes are kept wherever it has some: 覆盖.</param>
    /// <param name="take">The fields whose value is the one of the record that goes; null for what is empty in the other.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<MergePlan> Run(DuplicatePair pair, Guid survivor, bool overwrite = false, IReadOnlyCollection<string>? take = null, CancellationToken cancel = default)
    {
        Refusal.Unless(survivor == pair.FirstId || survivor == pair.SecondId, $"保留的记录应是这一对中的一个");
        var loser = survivor == pair.FirstId ? pair.SecondId : pair.FirstId;
        var (one, other) = (await Find(db, pair.Kind, survivor, cancel), await Find(db, pair.Kind, loser, cancel));
        var names = await Names(cancel);
        var fields = RecordFields.Of(db.Model, pair.Kind).Select(field =>
        {
            var (kept, gone) = (Text(one, field.Name, names), Text(other, field.Name, names));
            return new PlannedField(field.Name, field.Label, Shown(field.Name, kept), Shown(field.Name, gone),
                gone is not null && (take is not null ? take.Contains(field.Name) : overwrite ? kept != gone : kept is null)) { Differs = kept != gone };
        }).ToList();
        var moves = (await references.Found(pair.Kind, loser, survivor, cancel)).Select(m => new PlannedMove(m.Key, m.Value.Count)).ToList();
        var entries = pair.Kind != RecordKind.Project ? 0 : await db.Set<LedgerEntry>().CountAsync(e => e.ProjectId == loser && e.DerivedFrom == null && e.ReversesSequence == null
            && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence), cancel);
        return new MergePlan(pair.Kind, survivor, loser, fields, moves, entries);
    }

    /// <summary>A record of the pair, to be changed. Refused when it is not in use any more.</summary>
    internal static async Task<EntityEntry> Find(BridgeheadDb db, RecordKind kind, Guid id, CancellationToken cancel)
    {
        object? record = kind == RecordKind.Project
            ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id && p.DeletedAt == null, cancel)
            : await db.Set<Enterprise>().FirstOrDefaultAsync(e => e.Id == id && e.DeletedAt == null, cancel);
        Refusal.When(record is null, $"这一对中有记录已移入回收站，不能合并");
        return db.Entry(record!);
    }

    private Task<Dictionary<string, string>> Names(CancellationToken cancel) =>
        db.Set<Organisations.Unit>().AsNoTracking().ToDictionaryAsync(u => u.Id.ToString(), u => u.NameIn(words), cancel);

    // enough of a telephone number to tell two apart
    private static string? Shown(string field, string? value) => field is "Phone" or "Contact" ? Masked.Phone(value) : value;

    private string? Text(EntityEntry record, string field, Dictionary<string, string> units) => (field, record.Property(field).CurrentValue) switch
    {
        (_, null or "") or ("AmountFen", 0L) => null,
        ("AmountFen", long fen) => words.Say($"{(new Money(fen).Wan).ToString("#,0.######", CultureInfo.InvariantCulture)}万元"),
        ("CapitalMinor", long minor) => (minor / 1_000_000m).ToString("#,0.######", CultureInfo.InvariantCulture) + words["万"] + record.Property("CapitalCurrency").CurrentValue,
        ("StageOrder", int order) => words[Stage.Of(order).Name],
        (_, Guid id) => units.GetValueOrDefault(id.ToString(), "—"),
        (_, Enum state) => words.Of(state),
        (_, Land land) => new Show(words).Mu(land),
        (_, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, DateTime time) => time.AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        (_, bool yes) => words[yes ? "是" : "否"],
        (_, var value) => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
