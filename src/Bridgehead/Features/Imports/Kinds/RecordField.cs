namespace Bridgehead.Features.Imports.Kinds;

/// <summary>One field of a record that an import may fill or change, read and written as text, so that changes can be shown, kept and taken back.</summary>
/// <typeparam name="TFacts">What is stated about the record.</typeparam>
/// <param name="Key">Its key, as kept with a batch.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">Its value as text; null for nothing.</param>
/// <param name="With">The same facts with another value.</param>
internal sealed record RecordField<TFacts>(string Key, string Name, Func<TFacts, string?> Text, Func<TFacts, string?, TFacts> With)
{
    /// <summary>How a value is shown to people; as it is when left out.</summary>
    public Func<string, string>? Show { get; init; }

    /// <summary>A value as people see it.</summary>
    public string? Shown(string? text) => text is null || Show is null ? text : Show(text);
}

/// <summary>A field of a record before and after, as it is kept with the batch that changed it.</summary>
/// <param name="Key">Which field.</param>
/// <param name="Before">Its text before.</param>
/// <param name="After">Its text after.</param>
internal sealed record FieldValue(string Key, string? Before, string? After);

/// <summary>Brings what a ledger says together with what stands.</summary>
internal static class FieldMerge
{
    /// <summary>The facts as they would stand, and the fields that differ.</summary>
    public static (TFacts Facts, IReadOnlyList<FieldValue> Changes) Of<TFacts>(IReadOnlyList<RecordField<TFacts>> fields, TFacts known, TFacts found, OnExisting policy)
    {
        var merged = known;
        if (policy == OnExisting.Keep) return (known, []);
        foreach (var field in fields)
        {
            var (before, said) = (field.Text(known), field.Text(found));
            if (said is null || said == before || (policy == OnExisting.Fill && before is not null)) continue;
            merged = field.With(merged, said);
        }
        return (merged, Between(fields, known, merged));
    }

    /// <summary>The fields in which two statements differ.</summary>
    public static IReadOnlyList<FieldValue> Between<TFacts>(IReadOnlyList<RecordField<TFacts>> fields, TFacts before, TFacts after) =>
        [.. fields.Select(field => new FieldValue(field.Key, field.Text(before), field.Text(after))).Where(value => value.Before != value.After)];

    /// <summary>The same facts with fields set to what they were.</summary>
    public static TFacts Back<TFacts>(IReadOnlyList<RecordField<TFacts>> fields, TFacts facts, IEnumerable<FieldValue> values) =>
        values.Aggregate(facts, (now, value) => fields.FirstOrDefault(field => field.Key == value.Key) is { } field ? field.With(now, value.Before) : now);

    /// <summary>As people see them.</summary>
    public static IReadOnlyList<ChangedField> Shown<TFacts>(IReadOnlyList<RecordField<TFacts>> fields, IEnumerable<FieldValue> values) =>
        [.. values.Select(value => (Value: value, Field: fields.First(field => field.Key == value.Key))).Where(v => v.Field.Name.Length > 0)
            .Select(v => new ChangedField(v.Field.Name, v.Field.Shown(v.Value.Before), v.Field.Shown(v.Value.After)))];
}
