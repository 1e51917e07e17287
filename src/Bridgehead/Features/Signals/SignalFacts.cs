namespace Bridgehead.Features.Signals;

/// <summary>One entry of arrived funds, as the signals need it.</summary>
public sealed record AmountFact(Guid UnitId, Guid? ProjectId, DateOnly On, long Fen, long Sequence);

/// <summary>A unit's value against its annual target.</summary>
/// <param name="UnitId">Whose.</param>
/// <param name="Indicator">On which indicator.</param>
/// <param name="Year">Of which year.</param>
/// <param name="Value">How much is done, in the smallest unit.</param>
/// <param name="Target">How much was to be done.</param>
/// <param name="Smallest">How near is as good as equal, in the smallest unit: one thing, or ten thousand yuan.</param>
/// <param name="IsCount">Whether things are counted.</param>
public sealed record TargetFact(Guid UnitId, string Indicator, int Year, long Value, long Target, long Smallest, bool IsCount);

/// <summary>A voucher, as the signals need it.</summary>
public sealed record VoucherFact(Guid Id, Guid UnitId, Guid? ProjectId, string? Number, string? Seller, string? SellerId, string? Buyer, string? BuyerId, DateOnly? On, long Fen);

/// <summary>A recognised voucher and another document that speaks against it: a red-letter invoice, a payment out.</summary>
/// <param name="Voucher">What was recognised; its amount is the recognised one.</param>
/// <param name="Against">The other document.</param>
public sealed record AgainstFact(VoucherFact Voucher, VoucherFact Against);

/// <summary>A project with what was agreed and what has arrived.</summary>
public sealed record AgreementFact(Guid ProjectId, Guid UnitId, string Name, long AgreedFen, long ArrivedFen);

/// <summary>Something a sighting rests on.</summary>
/// <param name="Kind">entry, voucher, project or figure.</param>
/// <param name="Reference">Its number or identity.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Fen">How much; null where nothing is counted.</param>
/// <param name="On">Of which day.</param>
public sealed record EvidenceFact(string Kind, string Reference, string Text, long? Fen, DateOnly? On);

/// <summary>What a rule saw.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Key">What tells it from others of its kind, run after run.</param>
/// <param name="UnitId">Whose figures.</param>
/// <param name="Name">What it is about: an indicator, a seller, a number, a month.</param>
/// <param name="Measured">What was measured, in the rule's own measure.</param>
/// <param name="Compared">What it was compared with.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record Seen(SignalKind Kind, string Key, Guid UnitId, string Name, decimal Measured, decimal Compared, IReadOnlyList<EvidenceFact> Evidence)
{
    /// <summary>The project it is about, where it is one.</summary>
    public Guid? ProjectId { get; init; }
}
