using Bridgehead.Features.Funds.Checking;

namespace Bridgehead.Features.Funds;

/// <summary>A voucher of a list as the API shows it. Amounts in yuan.</summary>
public sealed record VoucherRowView(
    Guid Id, VoucherKind Kind, VoucherState State, Guid UnitId, Guid? ProjectId, string? Code, string? Number, DateOnly? IssuedOn, string? Buyer, string? Seller, decimal? NetYuan, decimal? GrossYuan,
    decimal AllocatedYuan, decimal RecognisedYuan, int Stops, int Warns)
{
    /// <summary>Shows a row.</summary>
    public static VoucherRowView Of(VoucherRow r) => new(
        r.Id, r.Kind, r.State, r.UnitId, r.ProjectId, r.Code, r.Number, r.IssuedOn, r.Buyer, r.Seller, r.NetFen == 0 ? null : r.NetFen / 100m, r.GrossFen / 100m, r.AllocatedFen / 100m, r.RecognisedFen / 100m, r.Stops, r.Warns);
}

/// <summary>A value read from the file, with its place.</summary>
public sealed record ReadValueView(string Field, string Text, string From);

/// <summary>A finding of the checks.</summary>
public sealed record FindingView(string Code, bool Stops, string Sentence);

/// <summary>A part set aside for a project.</summary>
public sealed record VoucherPartView(Guid ProjectId, string Project, decimal AmountYuan);

/// <summary>A document that stands beside it.</summary>
public sealed record PieceView(Guid Id, VoucherKind Kind, string? Number);

/// <summary>A decision over it.</summary>
public sealed record DecisionView(ReviewLevel Level, bool Accepted, string Who, DateTime At, string? Reason, string? Bring);

/// <summary>A voucher as the API shows it. Amounts in yuan.</summary>
public sealed record VoucherView(
    Guid Id, VoucherKind Kind, FundsLedger Ledger, VoucherState State, Guid UnitId, Guid? ProjectId, string Document, string? Code, string? Number, DateOnly? IssuedOn, string? Buyer, string? BuyerId, string? Seller, string? SellerId,
    decimal? NetYuan, decimal? TaxYuan, decimal? GrossYuan, string? InWords, string? Original, string? Remark, string Currency, decimal? Foreign, decimal? Usd, string? Rate, decimal LocalShareYuan, decimal AllocatedYuan, decimal RecognisedYuan,
    string? Reason, string? Bring, string? Draw, Guid? EvidenceId, IReadOnlyList<VoucherPartView> Parts, IReadOnlyList<PieceView> Pieces, IReadOnlyList<FindingView> Checks, IReadOnlyList<ReadValueView> Values, IReadOnlyList<DecisionView> Decisions, long Version)
{
    /// <summary>Shows a voucher.</summary>
    public static VoucherView Of(ShownVoucher s, Words words)
    {
        var v = s.Voucher;
        return new VoucherView(
            v.Id, v.Kind, v.Kind.Ledger(), v.State, v.UnitId, v.ProjectId, ReasonCodes.Kebab(v.Document.ToString()), v.Code, v.Number, v.IssuedOn, v.Buyer, v.BuyerId, v.Seller, v.SellerId,
            v.NetFen == 0 ? null : v.NetFen / 100m, v.TaxFen / 100m, v.GrossFen / 100m, v.InWords, v.Original, v.Remark, v.Currency, v.ForeignCents / 100m, v.UsdCents / 100m, v.Rate, v.LocalShareFen / 100m, v.AllocatedFen / 100m,
            v.RecognisedFen / 100m, v.Reason?.Code(), v.Bring, v.Draw, v.EvidenceId, [.. s.Parts.Select(p => new VoucherPartView(p.ProjectId, p.Project, p.Amount.Yuan))], [.. s.Pieces.Select(p => new PieceView(p.Id, p.Kind, p.Number))],
            [.. s.Findings.Select(f => new FindingView(f.Code.Code(), f.Stops, words.Say(f.Sentence)))], [.. s.Reading.Values.Select(r => new ReadValueView(ReasonCodes.Kebab(r.Field.ToString()), r.Text, ReasonCodes.Kebab(r.From.ToString())))],
            [.. s.Decisions.Select(d => new DecisionView(d.Level, d.Accepted, d.ByName, d.At, d.Reason?.Code(), d.Bring))], v.Version);
    }
}

/// <summary>A rate as the API shows it.</summary>
public sealed record ParityView(string Currency, DateOnly On, string Yuan, int Per, string Source);

/// <summary>How many rates were entered.</summary>
public sealed record ParitiesTaken(int Taken);
