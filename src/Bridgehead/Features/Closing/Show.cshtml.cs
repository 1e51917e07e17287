using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Closing;

/// <summary>A closed month: the figures as they were published, beside what the ledger gives today, and the hashes that prove them.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ShowPage(ReadClose read, Ledger.Figures figures, ScopedUnits scope) : Screen
{
    /// <summary>The month, 2026-10.</summary>
    [FromRoute] public string Month { get; set; } = "";
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string? Unit { get; set; }

    /// <summary>The close.</summary>
    public MonthClose Close { get; private set; } = null!;
    /// <summary>The unit shown.</summary>
    public Unit About { get; private set; } = null!;
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The figures as published.</summary>
    public IReadOnlyList<PublishedFigure> Rows { get; private set; } = [];
    /// <summary>What the ledger gives today for the same months, by indicator.</summary>
    public IReadOnlyDictionary<Guid, long?> Today { get; private set; } = new Dictionary<Guid, long?>();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Months.TryRead(Month, out var month) || await read.Find(month, Cancel) is not { } close || await read.Unit(Unit, Cancel) is not { } unit) return false;
        (Close, About, Units) = (close, unit, [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)]);
        Rows = await read.Figures(close, unit, Cancel);
        Today = (await figures.Overview(unit, new Months(month / 100 * 100 + 1, month), Cancel)).ToDictionary(o => o.Indicator.Id, o => o.Whole.Value);
        return true;
    }

    /// <summary>The tiers of a published figure.</summary>
    public static IReadOnlyList<TierShare> Tiers(ClosedFigure f)
    {
        (EvidenceTier Tier, long Value)[] parts = [(EvidenceTier.Declared, f.Declared), (EvidenceTier.Documented, f.Documented), (EvidenceTier.CrossChecked, f.CrossChecked), (EvidenceTier.Audited, f.Audited)];
        var whole = parts.Sum(p => p.Value);
        return [.. parts.Where(p => p.Value != 0).Select(p => new TierShare(p.Tier, p.Value, Ratio.Share(p.Value, whole)))];
    }
}
