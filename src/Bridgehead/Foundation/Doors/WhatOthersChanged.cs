using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>What others changed of a record since it was read, told by the trail: the person who comes second sees it before saving again.</summary>
internal static class WhatOthersChanged
{
    private const int Most = 5;

    /// <summary>One sentence for each change of the record, newest first, at most five.</summary>
    public static async Task<IReadOnlyList<FormattableString>> Of(BridgeheadDb db, Guid subject, CancellationToken cancel)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == subject && e.Result == AuditResult.Done && e.Changes != "[]")
            .OrderByDescending(e => e.Sequence).Take(1).ToListAsync(cancel);
        return [.. entries.SelectMany(e => Telling(JsonSerializer.Deserialize<List<FieldChange>>(e.Changes)!, subject).Take(Most).Select(c => Sentence(e, c)))];
    }

    // of the record itself; where only what belongs to it was changed (a holding, a contact), of that
    private static List<FieldChange> Telling(List<FieldChange> changes, Guid subject)
    {
        var plain = changes.Where(c => !IsIdentity(c.Before) && !IsIdentity(c.After)).ToList();
        var own = plain.Where(c => c.Id == subject).ToList();
        return own.Count > 0 ? own : plain;
    }

    private static FormattableString Sentence(AuditEntry entry, FieldChange change) =>
        $"{entry.UserName}在{entry.At.AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}把“{Text(change, change.Before)}”改成了“{Text(change, change.After)}”";

    private static string Text(FieldChange change, string? value) =>
        change.Field.EndsWith("Fen", StringComparison.Ordinal) && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var fen)
            ? new Money(fen).Wan.ToString("0.######", CultureInfo.InvariantCulture) + "万元"
            : value ?? "—";

    private static bool IsIdentity(string? text) => Guid.TryParse(text, out _);
}
