using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridgehead.Features.Ledger;

/// <summary>
/// A month whose figures are closed (关账): nothing is entered for it any more. What comes later counts in the next open month, and a mistake is
/// taken back there. A close is never undone (domain rules 5.5 and 14).
/// </summary>
public sealed class MonthClose : IAudited
{
    private MonthClose() { }

    internal MonthClose(int month, ClosedBooks before, CloseState state, string note, (Guid? Id, string Name) by, DateTime at)
    {
        (Id, Month, BooksFrom, FirstMonth) = (Guid.CreateVersion7(), month, before.To == 0 ? month / 100 * 100 + 1 : before.From, before.To == 0 ? month / 100 * 100 + 1 : month);
        (Unreported, UnderReview, Undecided, Late) = (state.Unreported, state.UnderReview, state.Undecided, state.Late);
        (Note, ById, Who, At) = (note.Trim(), by.Id, by.Name, at);
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }
    /// <summary>The month, yyyymm.</summary>
    public int Month { get; private set; }
    /// <summary>The first month it closes: the month itself; for the first close of all, January of its year.</summary>
    public int FirstMonth { get; private set; }
    /// <summary>The first month of the books, before which only statements of the past may still be entered.</summary>
    public int BooksFrom { get; private set; }
    /// <summary>The last entry of the ledger when it was closed.</summary>
    public long Sequence { get; internal set; }
    /// <summary>That entry's hash.</summary>
    public string LedgerHash { get; internal set; } = "";
    /// <summary>The hash of the sums of the months it closes; they never change again.</summary>
    public string SumsHash { get; internal set; } = "";
    /// <summary>The hash of the figures as they were published.</summary>
    public string FiguresHash { get; internal set; } = "";
    /// <summary>Projects whose monthly report was missing.</summary>
    public int Unreported { get; private set; }
    /// <summary>Vouchers still under review.</summary>
    public int UnderReview { get; private set; }
    /// <summary>Suspected duplicates nobody had decided.</summary>
    public int Undecided { get; private set; }
    /// <summary>Entries that came late from months closed before.</summary>
    public int Late { get; private set; }
    /// <summary>What was said about what was left open.</summary>
    public string Note { get; private set; } = "";
    /// <summary>Who closed it; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>The hash of sums: SHA-256 over one line each in a fixed order. The tiers are left out: an auditor may look at a closed month.</summary>
    public static string HashOf(IEnumerable<Rollup> sums) => Hash(sums.Where(s => s.Dimension != Dimension.Tier && s.Stands).Select(s =>
        string.Create(CultureInfo.InvariantCulture, $"{s.IndicatorId:N} {s.UnitId:N} {s.Dimension} {s.FromMonth} {s.ToMonth} {(s.Whole ? 1 : 0)} {s.Value} {s.Entries} {s.Key}")));

    /// <summary>The hash of published figures.</summary>
    public static string HashOf(IEnumerable<ClosedFigure> figures) => Hash(figures.Select(f =>
        string.Create(CultureInfo.InvariantCulture, $"{f.IndicatorId:N} {f.UnitId:N} {f.Dimension} {f.MonthValue} {f.YearValue} {f.Entries} {f.Declared} {f.Documented} {f.CrossChecked} {f.Audited} {f.Key}")));

    private static string Hash(IEnumerable<string> lines) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
}

/// <summary>What was left open when a month was closed.</summary>
/// <param name="Unreported">Projects whose monthly report is missing.</param>
/// <param name="UnderReview">Vouchers still under review.</param>
/// <param name="Undecided">Suspected duplicates nobody has decided.</param>
/// <param name="Late">Entries of the month that came late from months closed before.</param>
public sealed record CloseState(int Unreported, int UnderReview, int Undecided, int Late)
{
    /// <summary>Whether something is left open that has to be explained; what came late is only told.</summary>
    public bool IsOpen => Unreported + UnderReview + Undecided > 0;
}
