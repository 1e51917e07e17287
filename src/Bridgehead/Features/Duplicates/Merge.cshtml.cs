using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>What merging or overwriting would do, value by value, and the confirmation of it.</summary>
[Authorize(Permission.DecideDuplicates)]
public sealed class MergePage(BridgeheadDb db, ListPairs list, PlanMerge plan, MergeRecords merge) : PageAbout<PairRow>(db)
{
    /// <summary>Which record stays: "first" or "second".</summary>
    [BindProperty(SupportsGet = true, Name = "keep"), MaxLength(6)] public string? Keep { get; set; }
    /// <summary>Whether the values of the record that goes are kept wherever it has some.</summary>
    [BindProperty(SupportsGet = true, Name = "overwrite")] public bool Overwrite { get; set; }
    /// <summary>Field by field which side is kept: "stays" or "goes".</summary>
    [BindProperty(Name = "choice")] public Dictionary<string, string> Choice { get; set; } = [];
    /// <summary>Why.</summary>
    [BindProperty(Name = "reason"), MaxLength(500)] public string? Reason { get; set; }

    /// <summary>What would be done.</summary>
    public MergePlan Plan { get; private set; } = null!;
    /// <summary>Whether the record registered earlier stays.</summary>
    public bool KeepsFirst => Keep != "second";

    /// <inheritdoc />
    protected override async Task<PairRow?> Find() => await list.Find(Id, Cancel) is { IsWhole: true, Pair.IsDecided: false } row ? row : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Plan = await plan.Run(Subject.Pair, Survivor, Overwrite, Choice.Count == 0 ? null : Taken, Cancel);
        Db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPost(long version)
    {
        var pair = await Db.Set<DuplicatePair>().FirstAsync(p => p.Id == Id, Cancel);
        if (pair.Version != version) throw new DbUpdateConcurrencyException();
        var done = await merge.Run(pair, new MergeChoice(Survivor, Choice.Count == 0 ? null : Taken, Overwrite, Reason), Cancel);
        return RedirectToPage("/Duplicates/Merged", new { done.Id });
    }

    private Guid Survivor => KeepsFirst ? Subject.Pair.FirstId : Subject.Pair.SecondId;

    private List<string> Taken => [.. Choice.Where(c => c.Value == "goes").Select(c => c.Key)];
}
