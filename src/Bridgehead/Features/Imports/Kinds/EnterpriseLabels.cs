using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>What a list of enterprises says beside the facts: other names, and the classes an enterprise is in. Made anew for each import.</summary>
public sealed class EnterpriseLabels(BridgeheadDb db, TimeProvider clock)
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', '/', '|', '\n'];
    private readonly Dictionary<Enterprise, List<(string Name, OtherNameKind Kind)>> names = [];
    private readonly Dictionary<Enterprise, List<(ClassKind Kind, int Year)>> titles = [];
    private readonly Dictionary<string, ClassKind> kinds = [];

    /// <summary>The enterprises the list states a class of.</summary>
    public IEnumerable<Enterprise> Titled => titles.Keys;

    /// <summary>Reads the classes there are.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        foreach (var kind in await db.Set<ClassKind>().AsNoTracking().ToListAsync(cancel))
            foreach (var name in new[] { kind.Code, kind.Name, kind.Name.TrimStart('中', '国'), kind.EnglishName }.Where(n => n.Length > 0)) kinds.TryAdd(name, kind);
    }

    /// <summary>Writes the names of new enterprises.</summary>
    public Task Names(IReadOnlyCollection<Enterprise> fresh, CancellationToken cancel) =>
        BulkInsert.Into(db, fresh.Where(names.ContainsKey).SelectMany(e => names[e].DistinctBy(n => n.Name).Select(n => new OtherName(e.Id, n.Name, n.Kind))), cancel);

    /// <summary>Adds the names that an enterprise on file has not got yet.</summary>
    public async Task Complete(Enterprise stored, Enterprise found, CancellationToken cancel)
    {
        if (!names.TryGetValue(found, out var stated)) return;
        var known = await db.Set<OtherName>().Where(n => n.EnterpriseId == stored.Id).Select(n => n.Name).ToListAsync(cancel);
        var missing = stated.DistinctBy(n => n.Name).Where(n => !known.Contains(n.Name)).ToList();
        db.AddRange(missing.Select(n => new OtherName(stored.Id, n.Name, n.Kind)));
        stored.Goes(known.Concat(missing.Select(n => n.Name)));
    }

    /// <summary>Notes the classes the file states, each year of a list once.</summary>
    public async Task Titles(CancellationToken cancel)
    {
        foreach (var part in titles.Chunk(500))
        {
            var ids = part.Select(t => t.Key.Id).ToList();
            var held = (await db.Set<EnterpriseClass>().AsNoTracking().Where(c => ids.Contains(c.EnterpriseId)).Select(c => new { c.EnterpriseId, c.Kind, c.ListYear }).ToListAsync(cancel)).ToHashSet();
            foreach (var (enterprise, stated) in part)
                foreach (var (kind, year) in stated.Distinct())
                    if (held.Add(new { EnterpriseId = enterprise.Id, Kind = kind.Code, ListYear = year })) db.Add(new EnterpriseClass(enterprise.Id, kind, year, new DateOnly(year, 1, 1)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Notes what a row says of an enterprise.</summary>
    public void Note(SheetRow row, Enterprise enterprise, string name, string? asked)
    {
        var found = new[] { (EnterprisesImport.Words(row, "former", 400), OtherNameKind.Former), (EnterprisesImport.Words(row, "short", 120), OtherNameKind.Abbreviation), (asked, OtherNameKind.Other) };
        foreach (var (text, kind) in found)
            foreach (var one in text?.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length <= 120 && n != name) ?? [])
                (names.TryGetValue(enterprise, out var known) ? known : names[enterprise] = []).Add((one, kind));
        if (EnterprisesImport.Words(row, "classes", 400) is not { } stated) return;
        var year = row["listYear"] is { Length: >= 4 } said && int.TryParse(said[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1980 and <= 2100 ? read : clock.GetUtcNow().AddHours(8).Year;
        foreach (var title in stated.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (kinds.TryGetValue(title, out var kind)) (titles.TryGetValue(enterprise, out var held) ? held : titles[enterprise] = []).Add((kind, year));
            else row.Say("classes", Severity.Warning, $"资质目录中没有“{title}”，未登记；可在“资质统计”中查看有哪些");
    }

    /// <summary>All other names of a row, one a line.</summary>
    public static string? Others(string name, SheetRow row, string? asked)
    {
        var all = new[] { EnterprisesImport.Words(row, "former", 400), EnterprisesImport.Words(row, "short", 120), asked }.OfType<string>()
            .SelectMany(n => n.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length <= 120 && n != name).Distinct().ToList();
        return all.Count == 0 ? null : Short(all);
    }

    /// <summary>The names on file and those of a row, one a line.</summary>
    public static string? Together(string? known, string? found, string name)
    {
        var all = $"{known}\n{found}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != name).Distinct().ToList();
        return all.Count == 0 ? null : Short(all);
    }

    private static string Short(IEnumerable<string> all) => string.Join('\n', all) is { Length: > 500 } much ? much[..500] : string.Join('\n', all);
}
