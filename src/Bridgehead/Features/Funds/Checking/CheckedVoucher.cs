namespace Bridgehead.Features.Funds.Checking;

/// <summary>A project a voucher is set aside for, as far as a check needs it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Company">Its company; null while none is founded.</param>
/// <param name="SignedOn">The day of its agreement.</param>
/// <param name="Affiliates">The companies approved to buy for it.</param>
public sealed record CheckedProject(Guid Id, string Name, string? Company, DateOnly? SignedOn, IReadOnlyList<string> Affiliates);

/// <summary>A document standing beside a voucher.</summary>
public sealed record CheckedPiece(Guid Id, VoucherKind Kind, string? Number, DateOnly? IssuedOn, long Fen, string? Buyer, string? Seller);

/// <summary>Everything a check looks at: the voucher, what was read, the rules, and what the rest of the installation knows.</summary>
public sealed record CheckedVoucher(Voucher Voucher, KeptReading Reading, FundsRules Rules, DateOnly Today)
{
    /// <summary>The projects it is set aside for; its main project when nothing is yet.</summary>
    public IReadOnlyList<CheckedProject> Projects { get; init; } = [];
    /// <summary>The documents beside it.</summary>
    public IReadOnlyList<CheckedPiece> Pieces { get; init; } = [];
    /// <summary>The number of a red-letter invoice that takes it back.</summary>
    public string? TakenBackBy { get; init; }
    /// <summary>How many other projects the same seller has billed.</summary>
    public int SellersOtherProjects { get; init; }
    /// <summary>An invoice of the same seller with the next number, for another project: number and project.</summary>
    public (string Number, string Project)? Neighbour { get; init; }
    /// <summary>A payment back to whoever paid in, or of the same amount, within the days of the rules: number and day.</summary>
    public (string Number, DateOnly On)? LeftAgain { get; init; }
    /// <summary>Another proof of the same amount coming in for the same project within the days of <see cref="VoucherChecks.InflowDays"/>: what it is called, and its day.</summary>
    public (string Called, DateOnly On)? SameInflow { get; init; }
    /// <summary>Of how many months of its year the average rate is known, where the rules convert by the year and no rate was found; null otherwise.</summary>
    public int? MonthsKnown { get; init; }
    /// <summary>What is billed under its contract altogether, in fen; null without a contract.</summary>
    public long? BilledFen { get; init; }
    /// <summary>Whether the database knows the keys as another's; only for records that came around the door.</summary>
    public string? SameAs { get; init; }
}
