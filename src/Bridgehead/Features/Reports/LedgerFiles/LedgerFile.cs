using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>A column of a ledger.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Kind">How its values are shown.</param>
/// <param name="Width">In characters, about.</param>
/// <param name="Adds">Whether the foot of the ledger adds it up.</param>
public sealed record LedgerColumn(string Head, TableColumnKind Kind = TableColumnKind.Text, int Width = 14, bool Adds = false);

/// <summary>A line of a ledger.</summary>
/// <param name="Unit">The unit it stands under.</param>
/// <param name="Cells">A value for every column but the running number.</param>
/// <param name="Fen">Its amount in fen, for the sums by unit.</param>
public sealed record LedgerLine(Unit Unit, object?[] Cells, long Fen);

/// <summary>How many lines a unit has, and what they come to.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Fen">Their amounts together, in fen.</param>
public sealed record LedgerSum(Unit Unit, long Count, long Fen);

/// <summary>A ledger ready to be written: its head, its sums by unit in the fixed administrative order, and its lines, which are read only while they are written.</summary>
/// <param name="Kind">Which ledger.</param>
/// <param name="Title">Its title, with the days it covers.</param>
/// <param name="Note">What has to be known to read it, below the title on the left.</param>
/// <param name="UnitLine">The units of its numbers, below the title on the right.</param>
/// <param name="Columns">Its columns, the running number first.</param>
/// <param name="Sums">Its sums by unit.</param>
/// <param name="Lines">Its lines in the order of the units.</param>
public sealed record LedgerFile(
    LedgerFileKind Kind, string Title, string Note, string UnitLine, IReadOnlyList<LedgerColumn> Columns, IReadOnlyList<LedgerSum> Sums, IAsyncEnumerable<LedgerLine> Lines)
{
    /// <summary>The most lines one file takes (reliability goal 58).</summary>
    public const int Most = 200_000;

    /// <summary>How many lines.</summary>
    public long Count => Sums.Sum(sum => sum.Count);

    /// <summary>What they come to, in fen.</summary>
    public long Fen => Sums.Sum(sum => sum.Fen);
}
