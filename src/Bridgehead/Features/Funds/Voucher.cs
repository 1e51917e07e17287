namespace Bridgehead.Features.Funds;

/// <summary>
/// A document that proves money arrived or was spent. It belongs to the unit of its project, is set aside for projects up to what can be recognised,
/// and counts from the moment the reviewers have recognised it, through entries of the ledger of figures.
/// </summary>
public sealed class Voucher : IVersioned, IAudited
{
    private Voucher() { }

    /// <summary>Registers a document.</summary>
    /// <param name="unit">The unit it belongs to.</param>
    /// <param name="project">Its main project, when it is known.</param>
    /// <param name="by">Who; null for the operator.</param>
    /// <param name="byName">The name the person had then.</param>
    /// <param name="at">When (UTC).</param>
    public Voucher(Guid unit, Guid? project, Guid? by, string byName, DateTime at) =>
        (Id, UnitId, ProjectId, ById, ByName, At) = (Guid.CreateVersion7(), unit, project, by, byName, at);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its kind.</summary>
    public VoucherKind Kind { get; private set; }
    /// <summary>Where it stands.</summary>
    public VoucherState State { get; private set; }
    /// <summary>The unit it belongs to.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Its main project.</summary>
    public Guid? ProjectId { get; private set; }
    /// <summary>What kind of document was read.</summary>
    public Reading.DocumentKind Document { get; private set; }
    /// <summary>The code of the invoice.</summary>
    public string? Code { get; private set; }
    /// <summary>The number.</summary>
    public string? Number { get; private set; }
    /// <summary>The day of the document.</summary>
    public DateOnly? IssuedOn { get; private set; }
    /// <summary>The buyer, or whoever receives, in the one spelling names are kept in (<see cref="Reading.ReadText.Party"/>).</summary>
    public string? Buyer { get; private set; }
    /// <summary>The buyer's credit code.</summary>
    public string? BuyerId { get; private set; }
    /// <summary>The seller, or whoever pays in, spelled likewise.</summary>
    public string? Seller { get; private set; }
    /// <summary>The seller's credit code.</summary>
    public string? SellerId { get; private set; }
    /// <summary>Without tax, in fen; 0 while unknown.</summary>
    public long NetFen { get; private set; }
    /// <summary>The tax in fen; null when it is not known.</summary>
    public long? TaxFen { get; private set; }
    /// <summary>With tax, in fen; null when it is not known.</summary>
    public long? GrossFen { get; private set; }
    /// <summary>The amount in capitals.</summary>
    public string? InWords { get; private set; }
    /// <summary>The invoice a red-letter one takes back.</summary>
    public string? Original { get; private set; }
    /// <summary>The remark.</summary>
    public string? Remark { get; private set; }
    /// <summary>The currency.</summary>
    public string Currency { get; private set; } = "CNY";
    /// <summary>The amount in that currency, in hundredths of its main unit; null for yuan.</summary>
    public long? ForeignCents { get; private set; }
    /// <summary>The same in US cents, by the rate of the rules; null for yuan that are not foreign capital.</summary>
    public long? UsdCents { get; private set; }
    /// <summary>The rate it was converted by, with its day, source and policy.</summary>
    public string? Rate { get; private set; }
    /// <summary>The part local shareholders paid in, in fen.</summary>
    public long LocalShareFen { get; private set; }
    /// <summary>What is set aside for projects, in fen; never more than <see cref="NetFen"/>.</summary>
    public long AllocatedFen { get; private set; }
    /// <summary>What was recognised, in fen; 0 until then.</summary>
    public long RecognisedFen { get; private set; }
    /// <summary>What was read from the file, as JSON (<see cref="KeptReading"/>).</summary>
    public string Reading { get; private set; } = "{}";
    /// <summary>Checks that stop it, counted when it was last checked.</summary>
    public int Stops { get; private set; }
    /// <summary>Checks to look into, counted when it was last checked.</summary>
    public int Warns { get; private set; }
    /// <summary>How often it was submitted.</summary>
    public int Round { get; private set; }
    /// <summary>Who registered it.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Who submitted it last.</summary>
    public Guid? SubmittedById { get; private set; }
    /// <summary>When it was submitted last (UTC).</summary>
    public DateTime? SubmittedAt { get; private set; }
    /// <summary>Who accepted it for the district.</summary>
    public Guid? ReviewedById { get; private set; }
    /// <summary>How it was drawn for the re-review: seed, rate, draw.</summary>
    public string? Draw { get; private set; }
    /// <summary>Why it was returned or revoked.</summary>
    public Checking.ReasonCode? Reason { get; private set; }
    /// <summary>What to bring.</summary>
    public string? Bring { get; private set; }
    /// <summary>The evidence its entries rest on.</summary>
    public Guid? EvidenceId { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether its facts may be changed.</summary>
    public bool IsOpen => State is VoucherState.Draft or VoucherState.Returned or VoucherState.Revoked;
    /// <summary>The most that can be recognised of it: the net amount without the local shareholders' part.</summary>
    public Money Countable => new(Math.Max(0, NetFen - LocalShareFen));
    /// <summary>What is left to set aside.</summary>
    public Money Unallocated => new(Math.Max(0, Countable.Fen - AllocatedFen));
    /// <summary>How it is called: kind and number.</summary>
    public string Called => string.IsNullOrEmpty(Number) ? LabelAttribute.Of(Kind) : $"{LabelAttribute.Of(Kind)} {Number}";

    /// <summary>Keeps what was read from its file.</summary>
    internal void KeepReading(Reading.DocumentKind document, string reading) => (Document, Reading) = (document, reading);

    /// <summary>Says which project it is mainly for; it then belongs to that project's unit.</summary>
    public void Belong(Guid? project, Guid unit)
    {
        RefuseClosed();
        (ProjectId, UnitId) = (project, unit);
    }

    /// <summary>It goes with its project to another unit, whatever was decided.</summary>
    internal void GoTo(Guid unit) => UnitId = unit;

    /// <summary>States everything anew. Refused where more is set aside than would be left.</summary>
    public void Restate(VoucherFacts f, long? usdCents, string? rate)
    {
        RefuseClosed();
        Refusal.When(f.LocalShare < Money.Zero || f.LocalShare > (f.Net ?? Money.Zero) && f.LocalShare > Money.Zero, $"本地股东出资应在0到{f.Net ?? Money.Zero}之间", "LocalShare");
        var countable = Math.Max(0, (f.Net?.Fen ?? 0) - f.LocalShare.Fen);
        Refusal.When(AllocatedFen > countable, $"已分配{new Money(AllocatedFen)}，超过更正后的可认定金额{new Money(countable)}，请先减少分配", "Net");
        (Kind, Code, Number, IssuedOn) = (f.Kind, Blank(f.Code), Blank(f.Number), f.IssuedOn);
        (Buyer, BuyerId, Seller, SellerId) = (Funds.Reading.ReadText.Party(f.Buyer), Blank(f.BuyerId), Funds.Reading.ReadText.Party(f.Seller), Blank(f.SellerId));
        (NetFen, TaxFen, GrossFen, InWords, Original, Remark) = (f.Net?.Fen ?? 0, f.Tax?.Fen, f.Gross?.Fen, Blank(f.InWords), Blank(f.Original), Blank(f.Remark));
        (Currency, ForeignCents, UsdCents, Rate) = (f.Currency.Value, f.Foreign is { } foreign ? (long)Math.Round(foreign * 100, MidpointRounding.AwayFromZero) : null, usdCents, rate);
        LocalShareFen = f.LocalShare.Fen;
    }

    /// <summary>Sets so much more (or less) aside for projects. Refused beyond what is left.</summary>
    public void Allocate(Money more)
    {
        RefuseClosed();
        Refusal.When(more > Unallocated, $"该凭证仅剩{Unallocated}可分配（不含税金额{new Money(NetFen)}，本地股东部分{new Money(LocalShareFen)}）", "Amount");
        AllocatedFen = checked(AllocatedFen + more.Fen);
        Refusal.When(AllocatedFen < 0, $"分配金额不能为负", "Amount");
    }

    /// <summary>Notes what the checks found.</summary>
    public void Checked(int stops, int warns) => (Stops, Warns) = (stops, warns);

    /// <summary>Submits it for review.</summary>
    public void Submit(Guid? by, DateTime at)
    {
        RefuseClosed();
        Refusal.When(Kind.Ledger() == FundsLedger.Companion, $"{LabelAttribute.Of(Kind)}只作佐证，随发票一起审核，不必单独提交");
        (State, SubmittedById, SubmittedAt, ReviewedById, Draw, Reason, Bring) = (VoucherState.Submitted, by, at, null, null, null, null);
        Round++;
    }

    /// <summary>The district accepts it. Whoever registered or submitted it may not.</summary>
    public void Accept(Guid? by, string draw)
    {
        Refusal.Unless(State == VoucherState.Submitted, $"凭证现为“{LabelAttribute.Of(State)}”，不在待区县审核，请刷新后再看");
        RefuseOwn(by);
        Refusal.When(Stops > 0, $"还有{Stops}项检查不通过，不能认定；请退回并写明要补什么");
        (State, ReviewedById, Draw) = (VoucherState.Accepted, by, draw);
    }

    /// <summary>It is recognised. The second reviewer is neither the submitter nor the first.</summary>
    public void Recognise(Guid? by, bool second)
    {
        Refusal.Unless(State == VoucherState.Accepted, $"凭证现为“{LabelAttribute.Of(State)}”，不在待市级复核，请刷新后再看");
        if (second)
        {
            RefuseOwn(by);
            Refusal.When(by is not null && by == ReviewedById, $"区县审核与市级复核须由两人分别办理，您已审核过这张凭证");
        }
        (State, RecognisedFen) = (VoucherState.Recognised, AllocatedFen);
    }

    /// <summary>Names the evidence its entries rest on.</summary>
    internal void Entered(Guid evidence) => EvidenceId = evidence;

    /// <summary>It goes back with a reason and what to bring.</summary>
    public void Return(Guid? by, Checking.ReasonCode reason, string bring)
    {
        Refusal.Unless(State is VoucherState.Submitted or VoucherState.Accepted, $"凭证现为“{LabelAttribute.Of(State)}”，不在审核中，请刷新后再看");
        RefuseOwn(by);
        Refusal.When(State == VoucherState.Accepted && by is not null && by == ReviewedById, $"区县审核与市级复核须由两人分别办理，您已审核过这张凭证");
        Refusal.When(string.IsNullOrWhiteSpace(bring), $"退回请写明要补什么材料", nameof(Bring));
        (State, Reason, Bring) = (VoucherState.Returned, reason, bring.Trim());
    }

    /// <summary>Its recognition is taken back.</summary>
    public void Revoke(Guid? by, Checking.ReasonCode reason, string why)
    {
        Refusal.Unless(State == VoucherState.Recognised, $"凭证现为“{LabelAttribute.Of(State)}”，没有认定可撤销");
        RefuseOwn(by);
        Refusal.When(string.IsNullOrWhiteSpace(why), $"撤销认定必须写明理由", nameof(Bring));
        (State, RecognisedFen, EvidenceId, Reason, Bring) = (VoucherState.Revoked, 0, null, reason, why.Trim());
    }

    /// <summary>It is put aside; its number is free again.</summary>
    public void Discard()
    {
        Refusal.Unless(IsOpen, $"凭证现为“{LabelAttribute.Of(State)}”，不能停用");
        (State, AllocatedFen) = (VoucherState.Discarded, 0);
    }

    private void RefuseOwn(Guid? by) => Refusal.When(by is not null && (by == SubmittedById || by == ById), $"经办与审核须由不同的人办理，您登记或提交了这张凭证，不能审核");

    private void RefuseClosed() => Refusal.Unless(IsOpen, $"凭证现为“{LabelAttribute.Of(State)}”，不能修改");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
