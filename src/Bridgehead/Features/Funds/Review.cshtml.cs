using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Recognition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Funds;

/// <summary>The queue of a reviewer, one voucher after the other: what fails on top, the document beside the values, accept or return by key, the next document fetched ahead.</summary>
[Authorize(Permission.ReviewFunds)]
public sealed class ReviewPage(BridgeheadDb db, ListVouchers list, ShowVoucher show, ReviewVoucher review, FundsSettings settings, Attachments attachments, UnitOfWork work) : Screen
{
    private const int Most = 50;

    /// <summary>Which queue: District or City; the city's own first for the city.</summary>
    [BindProperty(SupportsGet = true)] public ReviewLevel? Level { get; set; }
    /// <summary>Which voucher.</summary>
    [BindProperty(SupportsGet = true)] public Guid? At { get; set; }
    /// <summary>What is decided.</summary>
    [BindProperty] public VoucherDecisionInput Input { get; set; } = new();

    /// <summary>What waits, longest first.</summary>
    public IReadOnlyList<VoucherRow> Waiting { get; private set; } = [];
    /// <summary>How many wait for the district.</summary>
    public int ForDistrict { get; private set; }
    /// <summary>How many wait for the city.</summary>
    public int ForCity { get; private set; }
    /// <summary>Whether the asker speaks for the city.</summary>
    public bool IsOfCity { get; private set; }
    /// <summary>The voucher shown; null when nothing waits.</summary>
    public ShownVoucher? Shown { get; private set; }
    /// <summary>The one after it.</summary>
    public VoucherRow? Next => Beside(1);
    /// <summary>The one before it.</summary>
    public VoucherRow? Previous => Beside(-1);
    /// <summary>Where the picture of the one after it is.</summary>
    public string? NextPicture { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        IsOfCity = await settings.IsOfCity(Cancel);
        var at = At is { } wanted ? await list.Find(wanted, Cancel) : null;
        if (At is not null && at is null) return false;
        Level ??= at?.State switch { VoucherState.Accepted => ReviewLevel.City, VoucherState.Submitted => ReviewLevel.District, _ => IsOfCity ? ReviewLevel.City : ReviewLevel.District };
        ForDistrict = await list.CountWaiting(VoucherState.Submitted, Cancel);
        ForCity = IsOfCity ? await list.CountWaiting(VoucherState.Accepted, Cancel) : 0;
        Waiting = await list.Waiting(Level == ReviewLevel.City && IsOfCity ? VoucherState.Accepted : VoucherState.Submitted, Most, Cancel);
        if (at is null && Waiting.Count > 0) at = await list.Find(Waiting[0].Id, Cancel);
        if (at is null) return true;
        Shown = await show.Run(at, Cancel);
        if (Next is { } next && ShowPicture.Of(await attachments.Of("voucher", next.Id, Cancel)) is { } ahead) NextPicture = ShowPicture.Address(ahead);
        return true;
    }

    /// <summary>Decides over the voucher shown, and goes on to the next.</summary>
    public async Task<IActionResult> OnPost([Required] Guid? voucher, long version)
    {
        if (await list.Find(voucher ?? Guid.Empty, Cancel) is not { } subject) return NotFound();
        work.Subject = subject.Id;
        var next = At == subject.Id ? Next?.Id : null;
        At ??= subject.Id;
        db.MustBeAt(subject, version);
        await review.Decide(subject, Input, Cancel);
        return RedirectToPage(new { Level, At = next });
    }

    private VoucherRow? Beside(int step)
    {
        if (Shown is null) return null;
        var place = Waiting.ToList().FindIndex(w => w.Id == Shown.Voucher.Id);
        return place < 0 ? null : Waiting.ElementAtOrDefault(place + step);
    }
}
