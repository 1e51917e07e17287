using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Closing;

/// <summary>The next month to close with its checklist, and the months that are closed.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(CloseBooks books, CloseChecklist checklist, ReadClose read, Asker asker) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public CloseInput Input { get; set; } = new();
    /// <summary>Closes before this month.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? Before { get; set; }

    /// <summary>What has to be in order; null for those who see no unit.</summary>
    public CloseChecks? Checks { get; private set; }
    /// <summary>The month to close next.</summary>
    public int Month { get; private set; }
    /// <summary>Whether it is over.</summary>
    public bool IsOver { get; private set; }
    /// <summary>The months that are closed.</summary>
    public IReadOnlyList<MonthClose> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>Whether nothing is closed yet, so that the first month may be chosen.</summary>
    public bool IsFirst { get; private set; }
    /// <summary>Whether the asker may close.</summary>
    public bool MayClose => asker.May(Permission.CloseMonths) && asker.IsOfBureau;
    /// <summary>The name to be typed in the demo.</summary>
    public string Person => asker.Name;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, var next) = await books.Page(Months.TryRead(Before, out var before) ? before : null, 24, Cancel);
        Next = next is { } month ? $"/figures/close?before={Months.Text(month)}" : null;
        IsFirst = Rows.Count == 0 && Before is null;
        Month = await books.Next(Cancel);
        IsOver = books.IsOver(Month);
        if (await read.Unit(null, Cancel) is { } unit) Checks = await checklist.Run(Month, unit, Cancel);
        return true;
    }

    /// <summary>Shows them.</summary>
    public void OnGet() => Input.Month = Months.Text(Month);

    /// <summary>Closes the month.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.CloseMonths)) return Forbid();
        var close = await books.Run(Input, Cancel);
        this.Notice($"已关账{Months.Text(close.Month)}");
        return RedirectToPage(new { before = (string?)null });
    }
}
