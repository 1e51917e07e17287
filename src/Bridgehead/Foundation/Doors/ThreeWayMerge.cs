using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>A field both sides changed, each to something else.</summary>
/// <param name="Field">The property of the form.</param>
/// <param name="Before">Its value as it was read.</param>
/// <param name="Mine">What the person typed.</param>
/// <param name="Theirs">What the other saved meanwhile.</param>
public sealed record FieldClash(string Field, string? Before, string? Mine, string? Theirs);

/// <summary>
/// Brings together what two people made of the same record: a field only one of them changed takes that change, a field both changed alike stays so, and a field both
/// changed differently is shown to whoever comes second. Compared as text, field by field; blank and not there are the same.
/// </summary>
public static class ThreeWayMerge
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A form as it was opened, to travel with it.</summary>
    public static string Keep<T>(T form) where T : class => JsonSerializer.Serialize(form, Json);

    /// <summary>The form as it was opened; null when it did not travel along or cannot be read.</summary>
    public static T? Kept<T>(string? text) where T : class
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Lets the save of a record fail as the stale one it is: the door answers it and shows both sides.</summary>
    public static Task SaveStale(this BridgeheadDb db, IVersioned thing, long version, CancellationToken cancel)
    {
        db.ReadAt(thing, version);
        db.Entry(thing).State = EntityState.Modified;
        return db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes over into the form what only the other changed. Returns the fields the two disagree about, which keep what was typed, and those taken over.</summary>
    /// <param name="before">The form as it was when it was opened.</param>
    /// <param name="mine">The form as it was sent; changed in place.</param>
    /// <param name="theirs">The form as it would open now.</param>
    /// <param name="except">Fields that are not content: the version.</param>
    public static (IReadOnlyList<FieldClash> Clashes, IReadOnlyList<string> Taken) Into<T>(T before, T mine, T theirs, params string[] except) where T : class
    {
        var (clashes, taken) = (new List<FieldClash>(), new List<string>());
        foreach (var field in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.CanRead && !except.Contains(p.Name)))
        {
            var (was, typed, now) = (Text(field.GetValue(before)), Text(field.GetValue(mine)), Text(field.GetValue(theirs)));
            if (now == was || now == typed) continue;
            if (typed == was)
            {
                field.SetValue(mine, field.GetValue(theirs));
                taken.Add(field.Name);
            }
            else clashes.Add(new(field.Name, was, typed, now));
        }
        return (clashes, taken);
    }

    /// <summary>A value as it is compared and shown; null when there is none.</summary>
    public static string? Text(object? value)
    {
        var text = value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
    }
}
