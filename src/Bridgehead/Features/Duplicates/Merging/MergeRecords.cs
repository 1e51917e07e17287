using System.Text.Json;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bridgehead.Features.Duplicates;

/// <summary>What is chosen for a merge.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Take">The fields whose value is the one of the record that goes; null for the plan's own choice.</param>
/// <param name="Overwrite">Whether it is an overwriting: the values of the record that goes are kept wherever it has some.</param>
/// <param name="Reason">Why, when something is said.</param>
public sealed record MergeChoice(Guid Survivor, IReadOnlyCollection<string>? Take, bool Overwrite = false, string? Reason = null);

/// <summary>
/// Makes two records one: the chosen values stand in the one that stays, everything that referred to the other refers to it, the other lies in the trash with a
/// pointer to it. What the other had declared is taken back in the ledger of figures and the rest stays entered (decision record 0010).
/// </summary>
public sealed class MergeRecords(BridgeheadDb db, PlanMerge plan, MoveReferences references, OpenProject open, CountProject count, UnitOfWork work, Asker asker, TimeProvider clock)
{
    /// <summary>Merges the two records of a pair, both of which the asker sees; the pair is decided by it.</summary>
    public async Task<RecordMerge> Run(DuplicatePair pair, MergeChoice choice, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var planned = await plan.Run(pair, choice.Survivor, choice.Overwrite, choice.Take, cancel);
        var (survivor, loser) = (await PlanMerge.Find(db, pair.Kind, planned.SurvivorId, cancel), await PlanMerge.Find(db, pair.Kind, planned.LoserId, cancel));
        (work.Subject, work.Reason) = (planned.SurvivorId, choice.Reason);
        pair.Decide(choice.Overwrite ? DuplicateDecision.Overwritten : DuplicateDecision.Merged, choice.Reason, asker.UserId, asker.Name, now);
        var merge = new RecordMerge(pair.Kind, planned.SurvivorId, Name(survivor), planned.LoserId, Name(loser), asker.UserId, asker.Name, now)
        {
            PairId = pair.Id, SurvivorBefore = RecordFields.Snapshot(survivor), LoserBefore = RecordFields.Snapshot(loser),
            LoserKeys = ((ISearchable)loser.Entity).Card is var card ? $"{card.Title}\n{card.Keys}\n{(await FormerNames.Of(db, [planned.LoserId], cancel)).GetValueOrDefault(planned.LoserId)}" : "",
        };
        var moved = await references.Found(pair.Kind, planned.LoserId, planned.SurvivorId, cancel);
        await references.Move(pair.Kind, moved, planned.LoserId, planned.SurvivorId, cancel);
        merge.Moved = JsonSerializer.Serialize(moved);
        foreach (var (column, keys) in moved) db.Note(new FieldChange(column, planned.SurvivorId, "Moved", null, keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var before = db.Entry(loser.Entity).CurrentValues.Clone();
        await ThrowAway(loser.Entity, now, cancel);
        Take(survivor, before, planned, loser.Entity);
        Sound(survivor.Entity, open.Today);
        merge.SurvivorAfter = RecordFields.Snapshot(survivor);
        db.Add(merge);
        survivor.State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        if (survivor.Entity is Project project) await count.Run(project, $"合并“{merge.LoserName}”", cancel);
        return merge;
    }

    private async Task ThrowAway(object loser, DateTime now, CancellationToken cancel)
    {
        if (loser is Project project) await open.ThrowAway(project, cancel);
        else
        {
            ((Enterprise)loser).ThrowAway(now);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static void Take(EntityEntry survivor, PropertyValues loser, MergePlan planned, object gone)
    {
        foreach (var field in planned.Fields.Where(f => f.TakesLoser).SelectMany(f => RecordFields.Together(f.Name))) survivor.Property(field).CurrentValue = loser[field];
        if (survivor.Entity is Project project && loser.GetValue<DateOnly>(nameof(Project.LastProgressOn)) is var last && last > project.LastProgressOn)
            survivor.Property(nameof(Project.LastProgressOn)).CurrentValue = last;
        if (survivor.Entity is Enterprise stays && gone is Enterprise goes) survivor.Property(nameof(Enterprise.OtherNames)).CurrentValue = AllNames(stays, goes);
    }

    /// <summary>The former and short names of both, and the name of the one that goes: it is found by each of them.</summary>
    private static string? AllNames(Enterprise stays, Enterprise goes)
    {
        var names = string.Join('\n', $"{stays.OtherNames}\n{goes.OtherNames}\n{goes.Name}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != stays.Name).Distinct());
        Refusal.When(names.Length > 500, $"两家的曾用名、简称合起来超过500个字，请先删去不用的");
        return names.Length == 0 ? null : names;
    }

    /// <summary>What was put together must be a record that could be registered so.</summary>
    private static void Sound(object survivor, DateOnly today)
    {
        if (survivor is Project project) _ = new Project("", ProjectInput.Of(project).Facts(project), project.Stage, today);
        else if (survivor is Enterprise enterprise) _ = new Enterprise(enterprise.Name, EnterpriseInput.Of(enterprise).Facts());
    }

    private static string Name(EntityEntry record) => (string)record.Property("Name").CurrentValue!;
}
