using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>Proves that the search index knows every record in use, and nothing else.</summary>
public sealed class VerifySearch(BridgeheadDb db)
{
    private static readonly MethodInfo Count = typeof(VerifySearch).GetMethod(nameof(CountOf), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What is missing, and what is too much.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default)
    {
        var wrong = new List<FormattableString>();
        var known = 0L;
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(ISearchable).IsAssignableFrom))
        {
            var (missing, found) = await (Task<(long, long)>)Count.MakeGenericMethod(type).Invoke(this, [cancel])!;
            if (missing > 0) wrong.Add($"检索索引缺少{missing}条记录：{type.Name}");
            known += found;
        }
        var spare = await db.Set<SearchEntry>().LongCountAsync(cancel) - known;
        if (spare > 0) wrong.Add($"检索索引多出{spare}条记录");
        if (!await SearchIndex.Agrees(db, cancel)) wrong.Add($"全文索引与检索条目不一致");
        return wrong;
    }

    private async Task<(long Missing, long Found)> CountOf<T>(CancellationToken cancel) where T : class, ISearchable
    {
        var records = db.Set<T>().AsQueryable();
        if (typeof(ITrashable).IsAssignableFrom(typeof(T)))
            records = records.Where(r => EF.Property<DateTime?>(r, nameof(ITrashable.DeletedAt)) == null);
        var all = await records.LongCountAsync(cancel);
        var found = await records.LongCountAsync(r => db.Set<SearchEntry>().Any(e => e.RecordId == EF.Property<Guid>(r, "Id")), cancel);
        return (all - found, found);
    }
}
