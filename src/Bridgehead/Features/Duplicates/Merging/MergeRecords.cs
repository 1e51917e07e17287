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
/// pointer to it. What the other had declared is taken back in the ledger of figures, its recognised money is entered for the one that stays, and the rest stays entered (decision record 0013).
/// </summary>
public sealed class MergeRecords(BridgeheadDb db, PlanMerge plan, MoveReferences references, OpenProject open, CountProject count, FindContradictions contradictions, IEnumerable<IFollowProject> followers, UnitOfWork work, Asker asker, TimeProvider clock)
{
    private const StringSplitOptions Trim = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Merges the two records of a pair, both of which the asker sees; the pair is decided by it.</summary>
    public async Task<RecordMerge> Run(DuplicatePair pair, MergeChoice choice, CancellationToken cancel = default)
    {
        references.RefuseUnknown(pair.Kind);
        await db.BeginWrite(cancel);
        if (pair.Kind == RecordKind.Project) await Chain.Hold(db, Chain.Ledger, cancel);
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
        foreach (var (column, keys) in moved) db.Note(new FieldChange(column, planned.SurvivorId, "Moved", null, keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (survivor.Entity is Enterprise stays && loser.Entity is Enterprise goes && await Named(stays, goes, cancel) is { } name) moved.Add(RecordMerge.AddedNames, [name.Id.ToString()]);
        merge.Moved = JsonSerializer.Serialize(moved);
        var before = db.Entry(loser.Entity).CurrentValues.Clone();
        await ThrowAway(loser.Entity, now, cancel);
        Take(survivor, before, planned, loser.Entity);
        Sound(survivor.Entity, open.Today);
        merge.SurvivorAfter = RecordFields.Snapshot(survivor);
        db.Add(merge);
        survivor.State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        if (survivor.Entity is Project project)
        {
            await count.Run(project, $"合并“{merge.LoserName}”", cancel);
            foreach (var follower in followers) await follower.Took(project, (Project)loser.Entity, cancel);
        }
        else await contradictions.Run(planned.SurvivorId, cancel);
        return merge;
    }

    private async Task ThrowAway(object loser, DateTime now, CancellationToken cancel)
    {
        if (loser is Project project) await open.Gone(project, cancel);
        else
        {
            ((Enterprise)loser).ThrowAway(now);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static void Take(EntityEntry survivor, PropertyValues loser, MergePlan planned, object gone)
    {
        foreach (var field in planned.Fields.Where(f => f.TakesLoser).SelectMany(f => RecordFields.Together(f.Name)).Where(f => survivor.Metadata.FindProperty(f) is not null)) survivor.Property(field).CurrentValue = loser[field];
        if (survivor.Entity is Project project && loser.GetValue<DateOnly>(nameof(Project.LastProgressOn)) is var last && last > project.LastProgressOn)
            survivor.Property(nameof(Project.LastProgressOn)).CurrentValue = last;
        if (survivor.Entity is Enterprise stays && gone is Enterprise goes) stays.Goes($"{stays.OtherNames}\n{goes.OtherNames}\n{goes.Name}".Split('\n', Trim).Where(n => n != stays.Name));
    }

    /// <summary>The name of the one that goes becomes another name of the one that stays; null where it has it already.</summary>
    private async Task<OtherName?> Named(Enterprise stays, Enterprise goes, CancellationToken cancel)
    {
        if (goes.Name == stays.Name || await db.Set<OtherName>().AnyAsync(n => n.EnterpriseId == stays.Id && n.Name == goes.Name, cancel)) return null;
        var name = new OtherName(stays.Id, goes.Name, OtherNameKind.Other);
        db.Add(name);
        return name;
    }

    /// <summary>What was put together must be a record that could be registered so.</summary>
    private static void Sound(object survivor, DateOnly today)
    {
        if (survivor is Project project) _ = new Project("", ProjectInput.Of(project).Facts(project), project.Stage, today);
        else if (survivor is Enterprise enterprise) _ = new Enterprise(enterprise.Name, EnterpriseInput.Of(enterprise, true).Facts(enterprise));
    }

    private static string Name(EntityEntry record) => (string)record.Property("Name").CurrentValue!;
}
