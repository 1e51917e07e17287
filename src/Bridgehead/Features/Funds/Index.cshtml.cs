using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Funds;

/// <summary>The list of vouchers: the clerk looks for what came back, the reviewer for what waits, the auditor for anything.</summary>
[Authorize(Permission.ReadFunds)]
public sealed class IndexPage(ListVouchers list, ScopedUnits scope, FundsSettings settings, Asker asker) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public VoucherQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<VoucherRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may upload.</summary>
    public bool MayWrite => asker.May(Permission.WriteFunds);
    /// <summary>Whether the asker reviews.</summary>
    public bool MayReview => asker.May(Permission.ReviewFunds);
    /// <summary>How many wait for the asker's review.</summary>
    public int Waiting { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        (Rows, Next) = await list.Page(Query, Cancel);
        if (MayReview) Waiting = await list.CountWaiting(await settings.IsOfCity(Cancel) ? VoucherState.Accepted : VoucherState.Submitted, Cancel);
        return true;
    }

    /// <summary>Count and sums, fetched after the page.</summary>
    public async Task<IActionResult> OnGetTotal() => Partial("/Features/Funds/_Total.cshtml", await list.Total(Query, Cancel));

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    /// <summary>The tone of a state's chip.</summary>
    public static string Tone(VoucherState state) => state switch
    {
        VoucherState.Recognised => "good",
        VoucherState.Submitted or VoucherState.Accepted => "plan",
        VoucherState.Returned => "warn",
        VoucherState.Revoked => "bad",
        _ => "",
    };
}
