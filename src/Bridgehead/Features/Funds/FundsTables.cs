using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Funds;

internal sealed class VoucherTable : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> voucher)
    {
        voucher.ToTable("Vouchers", table => table.HasCheckConstraint("Vouchers_within_net", "\"AllocatedFen\" >= 0 AND (\"AllocatedFen\" = 0 OR \"AllocatedFen\" <= \"NetFen\" - \"LocalShareFen\")"));
        voucher.Property(v => v.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Code", 20), ("Number", 60), ("Buyer", 200), ("BuyerId", 30), ("Seller", 200), ("SellerId", 30), ("InWords", 100), ("Original", 60), ("Remark", 1000), ("Currency", 3), ("Rate", 200), ("ByName", 60), ("Draw", 200), ("Bring", 500) })
            voucher.Property(name).HasMaxLength(length);
        voucher.Property(v => v.Version).IsConcurrencyToken();
        voucher.Ignore(v => v.IsOpen).Ignore(v => v.Countable).Ignore(v => v.Unallocated).Ignore(v => v.Called);
        voucher.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
        // one index for each order of the lists: newest first over all, within a state, within a unit; what waits longest first
        voucher.HasIndex(v => new { v.State, v.Id });
        voucher.HasIndex(v => new { v.UnitId, v.State, v.Id });
        voucher.HasIndex(v => new { v.State, v.SubmittedAt, v.Id });
        voucher.HasIndex(v => new { v.ProjectId, v.Id });
        voucher.HasIndex(v => new { v.Kind, v.Id });
        voucher.HasIndex(v => v.Number);
        voucher.HasIndex(v => new { v.Seller, v.Id });
        voucher.HasIndex(v => new { v.Buyer, v.IssuedOn });
        voucher.HasIndex(v => v.Original).HasFilter("\"Original\" IS NOT NULL");
        voucher.HasIndex(v => v.EvidenceId).IsUnique().HasFilter("\"EvidenceId\" IS NOT NULL");
    }
}

internal sealed class AllocationTable : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("VoucherAllocations", table => table.HasCheckConstraint("VoucherAllocations_above_nothing", "\"Fen\" > 0"));
        allocation.Property(a => a.Id).ValueGeneratedNever();
        allocation.Property(a => a.Version).IsConcurrencyToken();
        allocation.HasOne<Voucher>().WithMany().HasForeignKey(a => a.VoucherId).OnDelete(DeleteBehavior.Cascade);
        allocation.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Restrict);
        allocation.HasIndex(a => new { a.VoucherId, a.ProjectId }).IsUnique();
        allocation.HasIndex(a => a.ProjectId);
    }
}

internal sealed class VoucherKeyTable : IEntityTypeConfiguration<VoucherKey>
{
    public void Configure(EntityTypeBuilder<VoucherKey> key)
    {
        key.ToTable("VoucherKeys").HasKey(k => new { k.Kind, k.Key });
        key.Property(k => k.Key).HasMaxLength(160);
        key.HasOne<Voucher>().WithMany().HasForeignKey(k => k.VoucherId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VoucherPieceTable : IEntityTypeConfiguration<VoucherPiece>
{
    public void Configure(EntityTypeBuilder<VoucherPiece> piece)
    {
        piece.ToTable("VoucherPieces").HasKey(p => new { p.VoucherId, p.PieceId });
        piece.HasOne<Voucher>().WithMany().HasForeignKey(p => p.VoucherId).OnDelete(DeleteBehavior.Cascade);
        piece.HasOne<Voucher>().WithMany().HasForeignKey(p => p.PieceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VoucherDecisionTable : IEntityTypeConfiguration<VoucherDecision>
{
    public void Configure(EntityTypeBuilder<VoucherDecision> decision)
    {
        // one decision for each level and round: of two at the same moment the database takes one
        decision.ToTable("VoucherDecisions").HasKey(d => new { d.VoucherId, d.Round, d.Level });
        decision.Property(d => d.ByName).HasMaxLength(60);
        decision.Property(d => d.Bring).HasMaxLength(500);
        decision.HasOne<Voucher>().WithMany().HasForeignKey(d => d.VoucherId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AffiliateTable : IEntityTypeConfiguration<Affiliate>
{
    public void Configure(EntityTypeBuilder<Affiliate> affiliate)
    {
        affiliate.ToTable("ProjectAffiliates");
        affiliate.Property(a => a.Id).ValueGeneratedNever();
        affiliate.Property(a => a.Name).HasMaxLength(120);
        affiliate.Property(a => a.Basis).HasMaxLength(200);
        affiliate.Property(a => a.ByName).HasMaxLength(60);
        affiliate.Property(a => a.Version).IsConcurrencyToken();
        affiliate.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Cascade);
        affiliate.HasIndex(a => new { a.ProjectId, a.Name }).IsUnique();
    }
}

internal sealed class FundsRulesTable : IEntityTypeConfiguration<FundsRules>
{
    public void Configure(EntityTypeBuilder<FundsRules> rules)
    {
        rules.ToTable("FundsRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        rules.Property(r => r.SampleSeed).HasMaxLength(60);
        rules.Property(r => r.Version).IsConcurrencyToken();
    }
}

internal sealed class ParityTable : IEntityTypeConfiguration<Parity>
{
    public void Configure(EntityTypeBuilder<Parity> parity)
    {
        parity.ToTable("Parities");
        parity.Property(p => p.Id).ValueGeneratedNever();
        parity.Property(p => p.Currency).HasMaxLength(3);
        parity.Property(p => p.Text).HasMaxLength(14);
        parity.Property(p => p.Source).HasMaxLength(80);
        parity.Property(p => p.Version).IsConcurrencyToken();
        parity.Ignore(p => p.Rate);
        parity.HasIndex(p => new { p.Currency, p.On }).IsUnique();
    }
}
