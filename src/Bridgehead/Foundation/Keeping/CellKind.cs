using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Bridgehead;

/// <summary>How one type of column is read from a database and stands in a backup: alike from both engines, exact to the last digit.</summary>
/// <param name="Type">The type the database driver takes and gives.</param>
/// <param name="Read">Reads it from a row.</param>
/// <param name="Write">Writes it as JSON.</param>
/// <param name="Parse">Reads it from JSON.</param>
internal sealed record CellKind(Type Type, Func<DbDataReader, int, object> Read, Action<Utf8JsonWriter, object> Write, Func<JsonElement, object> Parse)
{
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private static readonly Dictionary<Type, CellKind> Known = new[]
    {
        Make((row, i) => row.GetString(i), (to, text) => to.WriteStringValue(text), from => from.GetString()!),
        Make((row, i) => row.GetInt32(i), (to, number) => to.WriteNumberValue(number), from => from.GetInt32()),
        Make((row, i) => row.GetInt64(i), (to, number) => to.WriteNumberValue(number), from => from.GetInt64()),
        Make((row, i) => row.GetBoolean(i), (to, yes) => to.WriteBooleanValue(yes), from => from.GetBoolean()),
        Make((row, i) => row.GetGuid(i), (to, id) => to.WriteStringValue(id), from => from.GetGuid()),
        Make((row, i) => row.GetFieldValue<byte[]>(i), (to, bytes) => to.WriteBase64StringValue(bytes), from => from.GetBytesFromBase64()),
        Make((row, i) => row.GetFieldValue<DateOnly>(i), (to, day) => to.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)),
            from => DateOnly.ParseExact(from.GetString()!, "O", CultureInfo.InvariantCulture)),
        Make((row, i) => DateTime.SpecifyKind(row.GetDateTime(i), DateTimeKind.Utc), (to, time) => to.WriteStringValue(time.ToString(Moment, CultureInfo.InvariantCulture)),
            from => DateTime.ParseExact(from.GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
        Make((row, i) => row.GetFieldValue<DateTimeOffset>(i).ToUniversalTime(), (to, time) => to.WriteStringValue(time.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)),
            from => new DateTimeOffset(DateTime.ParseExact(from.GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))),
    }.ToDictionary(kind => kind.Type);

    /// <summary>The kind of a column of this type.</summary>
    /// <exception cref="NotSupportedException">A type that does not behave alike on both engines; the model must not have it.</exception>
    public static CellKind Of(Type type) =>
        Known.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type) ?? throw new NotSupportedException($"A column of {type} is not kept alike by both databases.");

    private static CellKind Make<T>(Func<DbDataReader, int, T> read, Action<Utf8JsonWriter, T> write, Func<JsonElement, T> parse) where T : notnull =>
        new(typeof(T), (row, i) => read(row, i), (to, value) => write(to, (T)value), from => parse(from));
}
