using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Ledger;

/// <summary>The entries one sum is made of, each with its evidence; an entry can be taken back by an opposite one.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class EntriesPage(ListEntries list, Figures figures, ScopedUnits scope, ReverseEntry reverse, Asker asker) : Screen
{
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
    /// <summary>Only statements, or only single entries; both when empty.</summary>
    [BindProperty(SupportsGet = true)] public bool? Whole { get; set; }
    /// <summary>As the ledger stood at the end of this day; as it is when empty.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? AsOf { get; set; }
    /// <summary>Entries after this sequence number.</summary>
    [BindProperty(SupportsGet = true)] public long After { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];
    /// <summary>The indicator.</summary>
    public Indicator About { get; private set; } = null!;
    /// <summary>The unit.</summary>
    public Organisations.Unit Where { get; private set; } = null!;
    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; private set; }
    /// <summary>Whether the asker may take an entry back: in the ledger as it is, not as it was.</summary>
    public bool MayReverse => AsOf is null && asker.May(Permission.RecordFigures);

    /// <summary>The address of the same entries.</summary>
    public Dictionary<string, string> With(string? after = null)
    {
        var route = new Dictionary<string, string> { ["indicator"] = Indicator, ["unit"] = Unit, ["from"] = From, ["to"] = To, ["side"] = Side.ToString() };
        if (Group is { Length: > 0 } group) route["group"] = group;
        if (Whole is { } whole) route["whole"] = whole ? "true" : "false";
        if (AsOf is { } day) route["asOf"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (after is not null) route["after"] = after;
        return route;
    }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Months.TryRead(From, out var from) || !Months.TryRead(To, out var to)) return false;
        if (await scope.Named(Unit, Cancel) is not { } unit || await figures.Named(Indicator, Months.LastDay(to), Cancel) is not { } indicator) return false;
        (Where, About) = (unit, indicator);
        (Rows, Next) = await list.Page(new EntryQuery
        {
            Indicator = $"{indicator.Code}@{indicator.ScopeVersion}", Unit = unit.Code, From = From, To = To, Side = Side, Group = Group, Exactly = true, Whole = Whole, AsOf = AsOf,
            After = After.ToString(CultureInfo.InvariantCulture),
        }, Cancel);
        return true;
    }

    /// <summary>Takes one entry back, with its reason.</summary>
    public async Task<IActionResult> OnPostReverse(long sequence, [MaxLength(200)] string? reason)
    {
        if (!MayReverse) return Forbid();
        if (!await reverse.Run(sequence, reason, Cancel)) return NotFound();
        return RedirectToPage(With());
    }
}
