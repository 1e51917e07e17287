using System.Text.Json;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Audit;

/// <summary>One entry of the trail: who, what, from where, before and after, and whether its hash holds.</summary>
[Authorize(Permission.ReadTrail)]
public sealed class EntryPage(ListTrail list) : Screen
{
    /// <summary>Which entry.</summary>
    [FromRoute] public long Sequence { get; set; }

    /// <summary>The entry.</summary>
    public AuditEntry Entry { get; private set; } = null!;
    /// <summary>What changed, field by field.</summary>
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];
    /// <summary>Whether the hash follows from the columns.</summary>
    public bool Holds => Entry.Hash == Entry.HashAfter(Entry.PreviousHash);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await list.Find(Sequence, Cancel) is not { } entry) return false;
        (Entry, Changes) = (entry, JsonSerializer.Deserialize<FieldChange[]>(entry.Changes) ?? []);
        return true;
    }
}
