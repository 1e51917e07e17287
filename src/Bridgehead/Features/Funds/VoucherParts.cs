using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds;

/// <summary>So much of a voucher set aside for a project.</summary>
public sealed class Allocation : IVersioned, IAudited
{
    private Allocation() { }

    /// <summary>Sets a part aside.</summary>
    public Allocation(Guid voucher, Guid project, Money amount) => (Id, VoucherId, ProjectId, Fen) = (Guid.CreateVersion7(), voucher, project, amount.Fen);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which voucher.</summary>
    public Guid VoucherId { get; private set; }
    /// <summary>For which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>How much, in fen; above 0.</summary>
    public long Fen { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets another amount.</summary>
    public void Change(Money amount) => Fen = amount.Fen;
}

/// <summary>What kind of key a voucher is known by.</summary>
public enum VoucherKeyKind
{
    /// <summary>An invoice: its 20 digits, or code and number.</summary>
    [Label("发票号码")] Invoice,
    /// <summary>Money at a bank: serial, day and amount.</summary>
    [Label("银行流水号")] Bank,
    /// <summary>A contract's number with whoever buys by it; of a land contract the number alone.</summary>
    [Label("合同编号")] Contract,
    /// <summary>A customs declaration's 18 digits.</summary>
    [Label("报关单号")] Customs,
    /// <summary>The number of another document with its kind.</summary>
    [Label("编号")] Other,
    /// <summary>A file's SHA-256.</summary>
    [Label("文件")] File,
}

/// <summary>A key that belongs to one voucher in the whole installation, whatever unit, project or year: the database refuses a second.</summary>
public sealed class VoucherKey
{
    private VoucherKey() { }

    /// <summary>Claims a key.</summary>
    public VoucherKey(VoucherKeyKind kind, string key, Guid voucher) => (Kind, Key, VoucherId) = (kind, key, voucher);

    /// <summary>Its kind.</summary>
    public VoucherKeyKind Kind { get; private set; }
    /// <summary>The key.</summary>
    public string Key { get; private set; } = "";
    /// <summary>Whose it is.</summary>
    public Guid VoucherId { get; private set; }

    /// <summary>
    /// The key the facts give; null while they are not complete. An invoice has its invoice key whatever kind it is declared as, and whatever speaks of money coming in or going out at a bank shares
    /// one family of keys, so that one document is not counted twice under two names. A contract's number is its parties' own; a land contract's is given once (domain rule 5.4).
    /// </summary>
    /// <param name="f">What is stated.</param>
    /// <param name="document">What kind of document was read.</param>
    public static (VoucherKeyKind Kind, string Key)? Of(VoucherFacts f, DocumentKind document)
    {
        var (number, code) = (Plain(f.Number), Plain(f.Code));
        if (number.Length == 0) return null;
        var day = f.IssuedOn?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
        // what came in, in the currency it came in: the amount in yuan changes with the rate
        var amount = f.Currency != CurrencyCode.Yuan && f.Foreign is { } foreign ? Text($"{foreign * 100:0}{f.Currency.Value}") : Text($"{(f.Net ?? f.Gross)?.Fen}");
        var digital = number.Length == 20 && number.All(char.IsAsciiDigit);
        return f.Kind switch
        {
            _ when f.Kind.IsInvoice() || document != DocumentKind.Other || f.Kind.Ledger() == FundsLedger.Formed && (digital || number.Length == 8 && code.Length is 10 or 12) =>
                (VoucherKeyKind.Invoice, digital ? number : code + number),
            VoucherKind.Contract => (VoucherKeyKind.Contract, Short(IsLand(f) ? number : $"{ReadText.Name(f.Buyer)}/{number}")),
            VoucherKind.CustomsDeclaration => (VoucherKeyKind.Customs, number),
            _ when f.Kind.Ledger() == FundsLedger.Arrived || f.Kind == VoucherKind.PaymentSlip => (VoucherKeyKind.Bank, $"{number}/{day}/{amount}"),
            _ => (VoucherKeyKind.Other, $"{f.Kind}/{number}/{day}/{amount}"),
        };
    }

    // the land is always given by the authority of natural resources (before 2018: of land)
    private static bool IsLand(VoucherFacts f) => Array.Exists(Land, word => f.Seller?.Contains(word, StringComparison.Ordinal) == true) || f.Remark?.Contains("土地使用权出让", StringComparison.Ordinal) == true;

    private static readonly string[] Land = ["自然资源", "国土资源", "国土局", "土地储备"];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Short(string key) => key.Length <= 160 ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Plain(string? text) => text is null ? "" : string.Concat((text.Any(char.IsSurrogate) ? text : text.InForm(NormalizationForm.FormKC)).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>A document that stands beside a voucher and proves it: contract, payment slip, accounting entry, settlement. One may stand beside many.</summary>
public sealed class VoucherPiece
{
    private VoucherPiece() { }

    /// <summary>Puts a document beside a voucher.</summary>
    public VoucherPiece(Guid voucher, Guid piece) => (VoucherId, PieceId) = (voucher, piece);

    /// <summary>The voucher that is proved.</summary>
    public Guid VoucherId { get; private set; }
    /// <summary>The document that proves it.</summary>
    public Guid PieceId { get; private set; }
}

/// <summary>At which level a decision was made.</summary>
public enum ReviewLevel
{
    /// <summary>区县审核.</summary>
    [Label("区县审核")] District,
    /// <summary>市级复核.</summary>
    [Label("市级复核")] City,
    /// <summary>撤销认定.</summary>
    [Label("撤销认定")] Revocation,
}

/// <summary>A decision over a voucher: one for each level each time it is submitted, never changed.</summary>
public sealed class VoucherDecision
{
    private VoucherDecision() { }

    internal VoucherDecision(Voucher voucher, ReviewLevel level, bool accepted, Guid? by, string byName, DateTime at) =>
        (VoucherId, Round, Level, Accepted, ById, ByName, At, Reason, Bring) = (voucher.Id, voucher.Round, level, accepted, by, byName, at, accepted ? null : voucher.Reason, accepted ? null : voucher.Bring);

    /// <summary>Over which voucher.</summary>
    public Guid VoucherId { get; private set; }
    /// <summary>In which round.</summary>
    public int Round { get; private set; }
    /// <summary>At which level.</summary>
    public ReviewLevel Level { get; private set; }
    /// <summary>Accepted, or returned.</summary>
    public bool Accepted { get; private set; }
    /// <summary>By whom; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Why not.</summary>
    public Checking.ReasonCode? Reason { get; private set; }
    /// <summary>What to bring.</summary>
    public string? Bring { get; private set; }
}

/// <summary>A company approved to buy for a project besides its own project company.</summary>
public sealed class Affiliate : IVersioned, IAudited
{
    private Affiliate() { }

    /// <summary>Approves one.</summary>
    public Affiliate(Guid project, string name, string basis, Guid? by, string byName, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120, $"请填写关联企业名称，最多120个字", "Name");
        Refusal.When(string.IsNullOrWhiteSpace(basis) || basis.Trim().Length > 200, $"请写明认定为关联企业的依据，最多200个字", "Basis");
        (Id, ProjectId, Name, Basis, ById, ByName, At) = (Guid.CreateVersion7(), project, name.Trim(), basis.Trim(), by, byName, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>For which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The company.</summary>
    public string Name { get; private set; } = "";
    /// <summary>What the approval rests on.</summary>
    public string Basis { get; private set; } = "";
    /// <summary>Who approved it.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }
}
