using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Duplicates;

internal sealed class DuplicatePairTable : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> pair)
    {
        pair.ToTable("DuplicatePairs");
        pair.Property(p => p.Why).HasConversion<int>();
        pair.Property(p => p.Claim).HasMaxLength(DuplicatePair.LongestReason);
        pair.Property(p => p.Reason).HasMaxLength(DuplicatePair.LongestReason);
        pair.Property(p => p.DecidedByName).HasMaxLength(60);
        pair.Property(p => p.Version).IsConcurrencyToken();
        pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        pair.HasIndex(p => p.SecondId);
        // the queue: what is undecided first, then by level, the oldest first
        pair.HasIndex(p => new { p.IsDecided, p.Level, p.FoundOn, p.Id });
    }
}

internal sealed class RecordMergeTable : IEntityTypeConfiguration<RecordMerge>
{
    public void Configure(EntityTypeBuilder<RecordMerge> merge)
    {
        merge.ToTable("RecordMerges");
        foreach (var (name, length) in new[] { ("SurvivorName", 120), ("LoserName", 120), ("ByName", 60), ("UndoneByName", 60) }) merge.Property(name).HasMaxLength(length);
        merge.Property(m => m.Version).IsConcurrencyToken();
        // one pointer at a time leads from a record to the one it went into
        merge.HasIndex(m => m.LoserId).IsUnique().HasFilter("\"UndoneAt\" IS NULL");
        merge.HasIndex(m => m.SurvivorId);
    }
}
