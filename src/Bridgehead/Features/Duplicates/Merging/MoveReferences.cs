using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bridgehead.Features.Duplicates;

/// <summary>Finds, moves and moves back the rows that refer to a record, column by column as <see cref="References"/> says.</summary>
public sealed class MoveReferences(BridgeheadDb db)
{
    private static readonly MethodInfo Finding = typeof(MoveReferences).GetMethod(nameof(KeysOf), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Moving = typeof(MoveReferences).GetMethod(nameof(Point), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Refuses to merge while a table refers to such records and nobody has said what becomes of it.</summary>
    public void RefuseUnknown(RecordKind kind)
    {
        if (References.Unknown(db.Model, kind) is [var unknown, ..]) throw new Refusal($"“{unknown}”中登记了与{kind}有关的内容，合并时如何处理尚未规定，不能合并；请联系系统管理员");
    }

    /// <summary>The rows a merge would move: column by column their keys.</summary>
    public async Task<SortedDictionary<string, List<string>>> Found(RecordKind kind, Guid loser, Guid survivor, CancellationToken cancel = default)
    {
        var found = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var column in References.Moving(db.Model, kind))
            if (await Keys(column, kind, loser, survivor, cancel) is { Count: > 0 } keys) found.Add(References.Name(column), keys);
        return found;
    }

    /// <summary>Lets rows refer to another record, those that still refer to the first.</summary>
    public async Task Move(RecordKind kind, IReadOnlyDictionary<string, List<string>> rows, Guid from, Guid to, CancellationToken cancel = default)
    {
        foreach (var column in References.Moving(db.Model, kind))
            if (rows.TryGetValue(References.Name(column), out var keys))
                await (Task)Moving.MakeGenericMethod(column.DeclaringType.ClrType, column.ClrType, KeyOf(column).ClrType).Invoke(this, [column.Name, KeyOf(column).Name, keys, from, to, cancel])!;
    }

    private async Task<List<string>> Keys(IProperty column, RecordKind kind, Guid record, Guid other, CancellationToken cancel) =>
        await (Task<List<string>>)Finding.MakeGenericMethod(column.DeclaringType.ClrType, column.ClrType, KeyOf(column).ClrType).Invoke(this, [column, KeyOf(column), kind, record, other, cancel])!;

    private static IProperty KeyOf(IProperty column) => ((IEntityType)column.DeclaringType).FindPrimaryKey()!.Properties.Single();

    // of what there may be only one for a record (a unique index), the row of the one that stays wins and the other is left where it is
    private async Task<List<string>> KeysOf<T, TColumn, TKey>(IProperty column, IProperty key, RecordKind kind, Guid record, Guid other, CancellationToken cancel) where T : class
    {
        var rows = await Rows<T, TColumn>(column.Name, kind, record).ToListAsync(cancel);
        // nothing is made to refer to one record twice: an enterprise does not own itself
        var besides = References.Of(db.Model, kind).Where(c => c != column && c.DeclaringType == column.DeclaringType).ToList();
        rows.RemoveAll(row => besides.Exists(c => Value(c, row) is Guid id && id == other));
        var single = column.GetContainingIndexes().Where(i => i.IsUnique).Select(i => i.Properties.Where(p => p != column).ToList())
            .Concat(column.DeclaringType.GetProperties().Where(p => References.IsOnce(column, p)).Select(p => new List<IProperty> { p })).ToList();
        if (rows.Count > 0 && single.Count > 0)
        {
            var taken = await Rows<T, TColumn>(column.Name, kind, other).ToListAsync(cancel);
            rows.RemoveAll(row => single.Exists(rest => taken.Exists(t => rest.TrueForAll(p => Equals(Value(p, row), Value(p, t))))));
        }
        return [.. rows.Select(r => FormattableString.Invariant($"{Value(key, r)}")).Order(StringComparer.Ordinal)];
    }

    private static object? Value(IProperty property, object row) => property.GetGetter().GetClrValue(row);

    // an attachment says by a word to what kind of record it belongs
    private IQueryable<T> Rows<T, TColumn>(string column, RecordKind kind, Guid record) where T : class
    {
        var (rows, name) = (db.Set<T>().AsNoTracking().Where(Refers<T, TColumn>(column, record)), kind == RecordKind.Project ? "project" : "enterprise");
        return typeof(T) == typeof(Attachment) ? rows.Where(r => EF.Property<string>(r, nameof(Attachment.Kind)) == name) : rows;
    }

    private async Task Point<T, TColumn, TKey>(string column, string key, List<string> keys, Guid from, Guid to, CancellationToken cancel) where T : class
    {
        foreach (var part in keys.Chunk(500))
        {
            var wanted = part.Select(Read<TKey>).ToList();
            var value = (TColumn)(object)to;
            await db.Set<T>().Where(Refers<T, TColumn>(column, from)).Where(r => wanted.Contains(EF.Property<TKey>(r, key)))
                .ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<TColumn>(r, column), value), cancel);
        }
    }

    private static Expression<Func<T, bool>> Refers<T, TColumn>(string column, Guid record)
    {
        var row = Expression.Parameter(typeof(T));
        var property = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TColumn)], row, Expression.Constant(column));
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(property, Expression.Field(Expression.Constant(new Wanted<TColumn>((TColumn)(object)record)), nameof(Wanted<>.Value))), row);
    }

    /// <summary>Holds the record asked for, so that it becomes a parameter of the statement.</summary>
    private sealed class Wanted<TColumn>(TColumn value)
    {
        public readonly TColumn Value = value;
    }

    private static TKey Read<TKey>(string text) => (TKey)(typeof(TKey) == typeof(Guid) ? Guid.Parse(text) : Convert.ChangeType(text, typeof(TKey), System.Globalization.CultureInfo.InvariantCulture));
}
