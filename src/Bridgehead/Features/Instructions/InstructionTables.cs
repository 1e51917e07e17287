using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Instructions;

internal sealed class InstructionTable : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> instruction)
    {
        instruction.ToTable("Instructions");
        instruction.Property(i => i.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Name", 200), ("Quote", 1000), ("Indicator", 40), ("Group", 40), ("Text", 1000), ("ToPerson", 60), ("GivenBy", 60) }) instruction.Property(name).HasMaxLength(length);
        instruction.Property(i => i.Version).IsConcurrencyToken();
        instruction.Ignore(i => i.IsOwed);
        instruction.HasOne<Unit>().WithMany().HasForeignKey(i => i.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        instruction.HasOne<AppUser>().WithMany().HasForeignKey(i => i.ToPersonId).OnDelete(DeleteBehavior.Restrict);
        instruction.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.InstructionId).OnDelete(DeleteBehavior.Cascade);
        instruction.Navigation(i => i.Steps).HasField("steps").UsePropertyAccessMode(PropertyAccessMode.Field);
        instruction.HasIndex(i => new { i.ToUnitId, i.State, i.DueOn, i.Id });
        instruction.HasIndex(i => new { i.GivenById, i.State, i.DueOn, i.Id });
        instruction.HasIndex(i => new { i.State, i.DueOn, i.Id });
        instruction.HasIndex(i => new { i.ProjectId, i.Id });
        instruction.HasIndex(i => new { i.ReportId, i.Id });
        instruction.HasIndex(i => new { i.Indicator, i.FigureUnitId, i.Id });
    }
}

internal sealed class InstructionStepTable : IEntityTypeConfiguration<InstructionStep>
{
    public void Configure(EntityTypeBuilder<InstructionStep> step)
    {
        step.ToTable("InstructionSteps");
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Text).HasMaxLength(2000);
        step.Property(s => s.By).HasMaxLength(60);
        step.HasIndex(s => new { s.InstructionId, s.Number }).IsUnique();
    }
}
