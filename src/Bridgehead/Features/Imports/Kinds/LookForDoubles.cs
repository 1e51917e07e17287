using Bridgehead.Features.Duplicates;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>Likely doubles among the new records of a ledger: told by the check, queued with the writing for a person to decide. Made anew for each import.</summary>
public sealed class LookForDoubles(FindInLedger find)
{
    private readonly List<RecordFacts> records = [];
    private readonly Dictionary<Guid, (string Sheet, int Row)> places = [];
    private IReadOnlyList<LedgerDouble> found = [];

    /// <summary>Notes what a row becomes, in the order of the ledger.</summary>
    public void Note(string sheet, int row, RecordFacts record)
    {
        records.Add(record);
        places[record.Id] = (sheet, row);
    }

    /// <summary>Compares them with what stands and with each other, once for all.</summary>
    public async Task<IEnumerable<DoubledRow>> Run(RecordKind kind, CancellationToken cancel)
    {
        found = await find.Run(kind, records, cancel);
        List<DoubledRow> doubled = [.. found.Select(d => new DoubledRow(places[d.Row.Id].Sheet, places[d.Row.Id].Row, d, places.TryGetValue(d.Other.Id, out var other) ? other.Row : null))];
        // what was compared is not needed for writing
        records.Clear();
        records.TrimExcess();
        places.Clear();
        places.TrimExcess();
        return doubled;
    }

    /// <summary>Queues what was found, in the open unit of work.</summary>
    public Task Queue(CancellationToken cancel) => find.Queue(found, cancel);
}
