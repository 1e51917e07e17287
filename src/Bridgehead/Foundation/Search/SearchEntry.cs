using Bridgehead.Features.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead;

/// <summary>One record as the search box knows it: its card, and the tokens it is found by.</summary>
public sealed class SearchEntry
{
    /// <summary>The row in the full-text index.</summary>
    public long Row { get; internal set; }
    /// <summary>The record found.</summary>
    public Guid RecordId { get; internal set; }
    /// <summary>Which kind of record: project, enterprise, unit.</summary>
    public string Kind { get; internal set; } = "";
    /// <summary>The name people know it by.</summary>
    public string Title { get; internal set; } = "";
    /// <summary>The unit whose data scope it falls in; null when everyone signed in may find it.</summary>
    public Guid? UnitId { get; internal set; }
    /// <summary>The distinct tokens, separated by one space.</summary>
    public string Tokens { get; internal set; } = "";

    // many are made one after the other
    [ThreadStatic]
    private static HashSet<string>? spare;

    /// <summary>The entry of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="former">What else it is found by: the names and numbers of the records merged into it.</param>
    internal static SearchEntry Of(ISearchable record, string? former = null)
    {
        var card = record.Card;
        var tokens = spare ??= new HashSet<string>(200, StringComparer.Ordinal);
        tokens.Clear();
        SearchTokens.ForIndex(card.Title + "\n" + card.Keys + "\n" + former, tokens);
        tokens.UnionWith(MatchMarks.Of(record));
        return new SearchEntry
        {
            RecordId = record.Id, Kind = card.Kind, Title = card.Title, UnitId = card.UnitId,
            Tokens = string.Join(' ', tokens),
        };
    }
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries").HasKey(e => e.Row);
        entry.Property(e => e.Kind).HasMaxLength(16);
        entry.HasIndex(e => e.RecordId).IsUnique();
    }
}
