using System.Text.RegularExpressions;
using Bridgehead.Features.Access;
using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>What the asker's unit decided about headings and words before, and its keeping. Another unit's decisions are never used.</summary>
public sealed partial class RememberChoices(BridgeheadDb db, Asker asker, ScopedUnits scope)
{
    private const int Longest = 200;

    /// <summary>What is remembered for a kind of ledger: headings, words by <see cref="ImportOptions.WordKey"/>, and what was given for tables without a column.</summary>
    public async Task<(RememberedHeadings Headings, IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<(string Signature, string Key), string> Proposed)> Read(ImportKind kind, CancellationToken cancel = default)
    {
        var known = await db.Set<RememberedChoice>().AsNoTracking().Where(c => c.UnitId == asker.UnitId && c.Kind == kind).OrderBy(c => c.Id).ToListAsync(cancel);
        var byTable = new Dictionary<(string, string), string>();
        var anywhere = new Dictionary<string, string>();
        foreach (var heading in known.Where(c => c.Sort == ChoiceSort.Heading))
        {
            byTable[(heading.Signature, heading.Text)] = heading.Meaning;
            // a column left out of one table may be wanted in another
            if (heading.Meaning.Length > 0) anywhere[heading.Text] = heading.Meaning;
        }
        return (new RememberedHeadings(byTable, anywhere), known.Where(c => c.Sort == ChoiceSort.Word).ToDictionary(c => ImportOptions.WordKey(c.Field, c.Text), c => c.Meaning),
            known.Where(c => c.Sort == ChoiceSort.Given && c.Meaning.Length > 0).GroupBy(c => (c.Signature, c.Field)).ToDictionary(same => same.Key, same => same.Last().Meaning));
    }

    /// <summary>Remembers what was given for all rows of a table, to be proposed the next time. Nothing that names a day or a year: the next ledger is of another.</summary>
    public async Task Given(ImportKind kind, string signature, IEnumerable<(ImportColumn Column, string Text)> given, CancellationToken cancel = default)
    {
        foreach (var (column, text) in given.Where(g => g.Column.MayBeProposed && !NamesATime().IsMatch(g.Text))) await Keep(kind, ChoiceSort.Given, signature, column.Key, column.Name, text, cancel);
    }

    /// <summary>Remembers what columns a table's headings are.</summary>
    public async Task Headings(ImportKind kind, string signature, IEnumerable<(string Heading, string Key)> pairs, CancellationToken cancel = default)
    {
        foreach (var (heading, key) in pairs.DistinctBy(p => p.Heading)) await Keep(kind, ChoiceSort.Heading, signature, "", heading, key, cancel);
    }

    /// <summary>Remembers what a word means. A name of a unit becomes its alias where the asker may change the tree, and is remembered for the own unit otherwise.</summary>
    public async Task Word(ImportKind kind, string field, string word, string meaning, CancellationToken cancel = default)
    {
        if (field is "unit" or "park" or "source" && asker.May(Permission.ManageUnits) && word.Trim().Length is > 0 and <= 40 && await scope.Named(meaning, cancel) is { } named
            && !(await scope.All(cancel)).Any(u => u.IsCalled(word.Trim())) && await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == named.Id, cancel) is { } unit)
        {
            unit.Call(unit.Name, unit.ShortName, unit.EnglishName, (unit.Aliases + "\n" + word.Trim()).Trim());
            await db.SaveChangesAsync(cancel);
            scope.Forget();
            return;
        }
        await Keep(kind, ChoiceSort.Word, "", field, word.Trim(), meaning, cancel);
    }

    private async Task Keep(ImportKind kind, ChoiceSort sort, string signature, string field, string text, string meaning, CancellationToken cancel)
    {
        if (text.Length is 0 or > Longest || meaning.Length > Longest) return;
        var unit = asker.UnitId;
        var known = await db.Set<RememberedChoice>().FirstOrDefaultAsync(c => c.UnitId == unit && c.Kind == kind && c.Sort == sort && c.Signature == signature && c.Field == field && c.Text == text, cancel);
        if (known is null) db.Add(known = new RememberedChoice(unit, kind, sort, signature, field, text));
        known.Means(meaning);
        await db.SaveChangesAsync(cancel);
    }

    [GeneratedRegex(@"(19|20)\d{2}|\d{1,2}月|季度|半年", RegexOptions.NonBacktracking)]
    private static partial Regex NamesATime();
}
