namespace Bridgehead.Features.Imports;

/// <summary>What an import did, or would do, as the API and the command line tell it.</summary>
public sealed record ImportDocument(
    string Kind, string File, Guid? Batch, int Read, int Accepted, int Added, int Updated, int Unchanged, int Refused, IReadOnlyList<ImportedSheet> Sheets, IReadOnlyList<LeftOutSheet> Unread, IReadOnlyList<WordToMap> Words)
{
    /// <summary>Writes a report out.</summary>
    public static ImportDocument Of(ImportKind kind, string file, Guid? batch, CheckReport r, Words words) => new(
        kind.ToString().ToLowerInvariant(), file, batch, r.Read, r.Accepted, r.Added, r.Updated, r.Unchanged, r.Refused,
        [.. r.Sheets.Select(s => ImportedSheet.Of(s, words))], [.. r.Unread.Select(u => new LeftOutSheet(u.Name, words.Say(u.Reason.Sentence())))],
        [.. r.Words.Select(w => new WordToMap(w.Field, w.Word, w.Count, [.. w.Meanings.Select(m => m.Key)]))]);
}

/// <summary>What became of one sheet: the columns recognised, the rows counted, what was found.</summary>
public sealed record ImportedSheet(
    string Name, int HeaderRow, string Certainty, bool YearsAcross, IReadOnlyList<MatchedColumn> Columns, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Missing, int Read, int Added, int Updated, int Unchanged, int Refused,
    IReadOnlyList<RefusedRow> RefusedRows, IReadOnlyList<RowFinding> Findings, int MoreFindings, IReadOnlyList<UpdatedRow> Updates, IReadOnlyList<PassedRows> Skipped,
    IReadOnlyList<GivenForAll> Given, IReadOnlyList<MissingField> Absent, IReadOnlyList<SharedReason> Reasons)
{
    internal static ImportedSheet Of(CheckedSheet s, Words words) => new(
        s.Name, s.HeaderRow, s.Certainty.ToString().ToLowerInvariant(), s.IsWide,
        [.. s.Columns.Where(c => c.Key is not null).Select(c => new MatchedColumn(c.Key!, c.Name!, c.Heading, c.Letters, c.Unit, c.Score, words.Say(c.Why!.Sentence())))],
        [.. s.Columns.Where(c => c.Key is null).Select(c => c.Heading)], s.Missing, s.Read, s.Added, s.Updated, s.Unchanged, s.Refused,
        [.. s.RefusedRows.SelectMany(r => r.Problems.Select(p => new RefusedRow(r.Row, p.Column, words.Say(p.Reason.Sentence()), p.Index is { } at ? r.Cells.ElementAtOrDefault(at) : null)))],
        [.. s.Notes.Select(f => new RowFinding(f.Row, f.Column, f.Severity.ToString().ToLowerInvariant(), words.Say(f.Message.Sentence()))), .. s.Doubles.Select(d => new RowFinding(d.Row, null, "warning", words.Say(d.Sentence.Sentence())))],
        s.MoreNotes + s.DoublesCount - s.Doubles.Count,
        [.. s.Updates.Select(u => new UpdatedRow(u.Row, u.Name, [.. u.Changes.Select(c => new UpdatedField(words[c.Name], c.Before, c.After))]))],
        [.. s.Skipped.Select(k => new PassedRows(k.First, k.Last, words.Say(k.Reason.Sentence())))],
        [.. s.Given.Select(g => new GivenForAll(g.Key, g.Name, g.Text, g.Problem is { } wrong ? words.Say(wrong.Sentence()) : null))],
        [.. s.Absent.Select(a => new MissingField(a.Key, a.Name, a.Required, a.Proposed))],
        [.. s.Reasons.Select(r => new SharedReason(r.Rows, r.First, r.Key, r.Index is { } at ? Reading.CellReference.Letters(at) : null, r.Raw, words.Say(r.Reason.Sentence())))]);
}

/// <summary>What a person gave for all rows of a sheet that has no such column, and what is wrong with it.</summary>
public sealed record GivenForAll(string Key, string Name, string Text, string? Problem);

/// <summary>A column a sheet does not have and that one value can be given for; proposed is what was given for the last ledger of the same form.</summary>
public sealed record MissingField(string Key, string Name, bool Required, string? Proposed);

/// <summary>A reason that several rows share: one answer mends all of them.</summary>
public sealed record SharedReason(int Rows, IReadOnlyList<int> First, string? Key, string? Column, string? Raw, string Reason);

/// <summary>A column that was recognised, how surely, and why.</summary>
public sealed record MatchedColumn(string Key, string Name, string Heading, string Column, string? Unit, int Score, string Why);

/// <summary>A row that was refused.</summary>
public sealed record RefusedRow(int Row, string? Column, string Reason, string? Raw);

/// <summary>Something to know about a row that was taken.</summary>
public sealed record RowFinding(int Row, string? Column, string Severity, string Message);

/// <summary>A record that is changed.</summary>
public sealed record UpdatedRow(int Row, string Name, IReadOnlyList<UpdatedField> Changes);

/// <summary>A field of it, before and after.</summary>
public sealed record UpdatedField(string Name, string? Before, string? After);

/// <summary>Rows that hold no record.</summary>
public sealed record PassedRows(int First, int Last, string Reason);

/// <summary>A sheet that was left out.</summary>
public sealed record LeftOutSheet(string Name, string Reason);

/// <summary>A word nobody knew, and the keys of what it may mean.</summary>
public sealed record WordToMap(string Field, string Word, int Count, IReadOnlyList<string> Meanings);
