using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Instructions;

/// <summary>An instruction with the names of what it speaks of.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="To">The unit that answers.</param>
/// <param name="FigureUnit">The unit of its figure; null where it is on no figure.</param>
/// <param name="Figure">The indicator of its figure; null where it is on no figure.</param>
public sealed record InstructionRow(Instruction Instruction, Unit To, Unit? FigureUnit, Indicator? Figure)
{
    /// <summary>What it was written on, in words.</summary>
    public string About(Words words) => Figure is null ? Instruction.Name
        : $"{FigureUnit?.LabelIn(words)} · {Figure.NameIn(words)}{(Instruction.Group.Length > 0 ? " · " + words[Groups.Name(Groups.Read(Instruction.Group).Dimension, Instruction.Group)] : "")} · {Months.Text(Instruction.FromMonth!.Value)}–{Months.Text(Instruction.ToMonth!.Value)}";

    /// <summary>Who answers, in words.</summary>
    public string Addressee(Words words) => Instruction.ToPerson is { } person ? $"{To.LabelIn(words)} · {person}" : To.LabelIn(words);

    /// <summary>Where the thing is seen.</summary>
    public string Address => Instruction.Subject switch
    {
        InstructionSubject.Project => $"/projects/{Instruction.ProjectId}",
        InstructionSubject.Report => $"/reports/{Instruction.ReportId}{(Instruction.BlockId is { } block ? $"#b{block}" : "")}",
        _ => $"/figures?unit={FigureUnit?.Code}&indicator={Instruction.Indicator}&from={Months.Text(Instruction.FromMonth!.Value)}&to={Months.Text(Instruction.ToMonth!.Value)}{(Instruction.Group.Length > 0 ? "&group=" + Uri.EscapeDataString(Instruction.Group) : "")}",
    };

    /// <summary>The figure as it stood then, in its unit of display.</summary>
    public decimal? Seen => Figure is not null && Instruction.Seen is { } seen ? UnitOfMeasure.Write(seen, Figure.Display) : null;
}

/// <summary>Reads the names instructions speak of.</summary>
public sealed class DescribeInstructions(BridgeheadDb db)
{
    /// <summary>The rows, in the order given.</summary>
    public async Task<IReadOnlyList<InstructionRow>> Run(IReadOnlyList<Instruction> instructions, CancellationToken cancel = default)
    {
        if (instructions.Count == 0) return [];
        var ids = instructions.Select(i => i.ToUnitId).Concat(instructions.Where(i => i.FigureUnitId is not null).Select(i => i.FigureUnitId!.Value)).Distinct().ToList();
        var codes = instructions.Select(i => i.Indicator).Where(c => c.Length > 0).Distinct().ToList();
        var units = await db.Set<Unit>().AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancel);
        var indicators = codes.Count == 0 ? [] : (await db.Set<Indicator>().AsNoTracking().Where(i => codes.Contains(i.Code)).ToListAsync(cancel)).GroupBy(i => i.Code).ToDictionary(g => g.Key, g => g.MaxBy(i => i.ScopeVersion)!);
        return [.. instructions.Select(i => new InstructionRow(i, units[i.ToUnitId], i.FigureUnitId is { } unit ? units.GetValueOrDefault(unit) : null, i.Indicator.Length > 0 ? indicators.GetValueOrDefault(i.Indicator) : null))];
    }

    /// <summary>One row.</summary>
    public async Task<InstructionRow> Run(Instruction instruction, CancellationToken cancel = default) => (await Run([instruction], cancel))[0];
}
