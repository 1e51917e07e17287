using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What an import did, or would do, as the API and the command line tell it.</summary>
public sealed record ImportDocument(
    string Kind, string File, Guid? Batch, int Read, int Accepted, int Refused, int Repeated, IReadOnlyList<ImportedSheet> Sheets, IReadOnlyList<LeftOutSheet> Unread)
{
    /// <summary>Writes an outcome out.</summary>
    public static ImportDocument Of(ImportOutcome outcome, Words words) => new(
        outcome.Kind.ToString().ToLowerInvariant(), outcome.File, outcome.BatchId, outcome.Read, outcome.Accepted, outcome.Refused, outcome.Repeated,
        [.. outcome.Sheets.Select(s => ImportedSheet.Of(s, words))], [.. outcome.Unread.Select(u => new LeftOutSheet(u.Name, words.Say(u.Reason)))]);
}

/// <summary>What became of one sheet: the columns recognised, the rows counted, what was found.</summary>
public sealed record ImportedSheet(
    string Name, int HeaderRow, IReadOnlyList<MatchedColumn> Columns, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Missing, int Read, int Accepted, int Refused, int Repeated,
    IReadOnlyList<RefusedRow> RefusedRows, IReadOnlyList<RowFinding> Findings, int MoreFindings, IReadOnlyList<PassedRows> Skipped)
{
    internal static ImportedSheet Of(SheetOutcome s, Words words) => new(
        s.Sheet.Name, s.Sheet.HeaderRow, [.. s.Sheet.Matches.Select(m => new MatchedColumn(m.Column.Key, m.Column.Name, m.Heading, m.Letters, m.Unit, words.Say(m.Why)))],
        [.. s.Sheet.Unmatched.Select(h => h.Text)], [.. s.Sheet.Missing.Select(c => c.Name)], s.Read, s.Accepted, s.Refused, s.Repeated,
        [.. s.Findings.Where(f => f.Severity == Severity.Error).Select(f => new RefusedRow(f.Row, f.Column, words.Say(f.Sentence), f.Raw))],
        [.. s.Findings.Where(f => f.Severity != Severity.Error).Select(f => new RowFinding(f.Row, f.Column, f.Severity.ToString().ToLowerInvariant(), words.Say(f.Sentence)))],
        s.MoreFindings, [.. s.Sheet.Skipped.Select(k => new PassedRows(k.First, k.Last, words.Say(k.Reason)))]);
}

/// <summary>A column that was recognised, and why.</summary>
public sealed record MatchedColumn(string Key, string Name, string Heading, string Column, string? Unit, string Why);

/// <summary>A row that was refused.</summary>
public sealed record RefusedRow(int Row, string? Column, string Reason, string? Raw);

/// <summary>Something to know about a row that was taken.</summary>
public sealed record RowFinding(int Row, string? Column, string Severity, string Message);

/// <summary>Rows that hold no record.</summary>
public sealed record PassedRows(int First, int Last, string Reason);

/// <summary>A sheet that was left out.</summary>
public sealed record LeftOutSheet(string Name, string Reason);
