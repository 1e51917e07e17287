using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The entries one sum is made of, each with its evidence; an entry can be taken back by an opposite one.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class EntriesPage(BridgeheadDb db, Figures figures, ScopedUnits scope, RecordEntries record, Asker asker) : Screen
{
    private const int PageSize = 50;

    /// <summary>The indicator's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string Indicator { get; set; } = "";
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string Unit { get; set; } = "";
    /// <summary>The first month.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string From { get; set; } = "";
    /// <summary>The last month.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string To { get; set; } = "";
    /// <summary>By which side.</summary>
    [BindProperty(SupportsGet = true)] public Dimension Side { get; set; }
    /// <summary>Which group.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? Group { get; set; }
    /// <summary>Entries after this sequence number.</summary>
    [BindProperty(SupportsGet = true)] public long After { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];
    /// <summary>The indicator.</summary>
    public Indicator About { get; private set; } = null!;
    /// <summary>The unit.</summary>
    public Organisations.Unit Where { get; private set; } = null!;
    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next { get; private set; }
    /// <summary>Whether the asker may take an entry back.</summary>
    public bool MayReverse => asker.May(Permission.RecordFigures);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Months.TryRead(From, out var from) || !Months.TryRead(To, out var to)) return false;
        if (await scope.Named(Unit, Cancel) is not { } unit || await figures.Named(Indicator, Months.LastDay(to), Cancel) is not { } indicator) return false;
        (Where, About) = (unit, indicator);
        var rows = await Of(indicator.Id, unit.Id, from, to).Where(e => e.Sequence > After).OrderBy(e => e.Sequence).Take(PageSize + 1)
            .Join(db.Set<Evidence>(), e => e.EvidenceId, v => v.Id, (e, v) => new EntryRow(
                e.Sequence, e.BusinessDate, e.RecordedAt, e.Value, e.Whole, e.Breakdown, e.Origin, e.Industry, e.Band, e.Other, e.ProjectId, e.ReversesSequence, e.Reason,
                v.Id, v.Kind, v.Title, v.Source, db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence)))
            .AsNoTracking().ToListAsync(Cancel);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Sequence : null;
        Rows = [.. rows.Take(PageSize)];
        return true;
    }

    /// <summary>Takes one entry back, with its reason.</summary>
    public async Task<IActionResult> OnPostReverse(long sequence, [MaxLength(200)] string? reason)
    {
        if (!MayReverse) return Forbid();
        var units = await scope.Ids(Cancel);
        var entry = await db.Set<LedgerEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Sequence == sequence && units.Contains(e.UnitId), Cancel);
        if (entry is null) return NotFound();
        Refusal.When(entry.ReversesSequence is not null, $"冲销分录不能再冲销，请重新入账");
        Refusal.When(await record.Reverse([entry], reason ?? "", Cancel) == 0, $"第{sequence}条已经冲销过");
        return RedirectToPage(new { Indicator, Unit, From, To, Side, Group });
    }

    private IQueryable<LedgerEntry> Of(Guid indicator, Guid unit, int from, int to)
    {
        var group = Group ?? "";
        var members = Groups.Sums.TryGetValue(group, out var sum) ? sum : [group];
        var entries = db.Set<LedgerEntry>().Where(e => e.IndicatorId == indicator && e.UnitId == unit && e.FromMonth == from && e.ToMonth == to);
        return Side switch
        {
            Dimension.None => entries.Where(e => e.Breakdown == Dimension.None),
            Dimension.Origin => entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Side) && (e.Origin == group || members.Contains(e.Origin))),
            Dimension.Industry => entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Side) && e.Industry == group),
            Dimension.Band => entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Side) && (e.Band == group || members.Contains(e.Band))),
            _ => entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Side) && e.Other == group),
        };
    }
}

/// <summary>An entry as it is listed.</summary>
public sealed record EntryRow(
    long Sequence, DateOnly BusinessDate, DateTime RecordedAt, long Value, bool Whole, Dimension Breakdown, string? Origin, string? Industry, string? Band, string? Other,
    Guid? ProjectId, long? Reverses, string? Reason, Guid EvidenceId, EvidenceKind Kind, string Evidence, string Source, bool TakenBack);
