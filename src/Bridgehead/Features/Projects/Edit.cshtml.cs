using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Projects.Views;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>
/// Opening a project, or changing what is stated about it. Two people may change the same project: what only one of them changed is brought together by itself, what both
/// changed is shown with the three values and a choice.
/// </summary>
[Authorize(Permission.WriteProjects)]
public sealed class EditPage(BridgeheadDb db, ListProjects list, OpenProject open, ProjectHistory history, ScopedUnits scope, UnitOfWork work, GuardDuplicates guard, WhoWrites who) : Screen
{
    private static readonly string[] NoContent = [nameof(ProjectInput.Version), nameof(ProjectInput.Stage)];
    private bool isClash;

    /// <summary>Which project; null for a new one.</summary>
    [FromRoute] public Guid? Id { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public ProjectInput Input { get; set; } = new();
    /// <summary>The form as it was opened, for telling what was changed from what was only sent along.</summary>
    [BindProperty, MaxLength(40000)] public string? Read { get; set; }
    /// <summary>For each field both changed: "theirs" takes the other's value.</summary>
    [BindProperty] public Dictionary<string, string> Take { get; set; } = [];
    /// <summary>The change whose earlier value is to be put back, by its number in the trail.</summary>
    [BindProperty(SupportsGet = true)] public long? From { get; set; }
    /// <summary>The field to be put back.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? Field { get; set; }

    /// <summary>The project; null for a new one.</summary>
    public Project? Subject { get; private set; }
    /// <summary>Where it may land, and where it does.</summary>
    public IReadOnlyList<Unit> Places { get; private set; } = [];
    /// <summary>Whom the lead may have come from, and whom it did.</summary>
    public IReadOnlyList<Unit> Sources { get; private set; } = [];
    /// <summary>The stages it may be opened at.</summary>
    public IEnumerable<Stage> Stages => Stage.All.Where(s => !s.IsSide && (!who.IsOutpost || s.Order < Stage.Called("signed")!.Order));
    /// <summary>What both changed.</summary>
    public IReadOnlyList<FieldClash> Clashes { get; private set; } = [];
    /// <summary>What the form travels with: how it was opened, or, once both sides are shown, how the record stands now.</summary>
    public string? Opened => Subject is null ? null : Read is not null && !isClash ? Read : ThreeWayMerge.Keep(ProjectInput.Of(Subject));
    /// <summary>The field filled with its earlier value.</summary>
    public string? Restored { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (Id is { } id)
        {
            if (!await (await list.Visible(Cancel)).AnyAsync(p => p.Id == id, Cancel)) return false;
            Subject = await db.Set<Project>().FirstAsync(p => p.Id == id, Cancel);
        }
        Places = await With(await open.Places(Cancel), Subject?.UnitId, Subject?.ParkId);
        Sources = await With([.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.Outpost or UnitKind.CityBureau)], Subject?.SourceUnitId);
        return true;
    }

    /// <summary>Shows the form; with the earlier value of a field in it when one is to be put back.</summary>
    public async Task OnGet()
    {
        if (Subject is null)
        {
            Input.UnitId ??= Places.FirstOrDefault(u => u.Kind is UnitKind.District)?.Id ?? (Places.Count > 0 ? Places[0].Id : null);
            if (who.IsOutpost) Input.SourceUnitId ??= Sources is [var own, ..] ? own.Id : null;
            return;
        }
        Input = ProjectInput.Of(Subject);
        if (From is not { } sequence || Field is null || await history.Earlier(Subject.Id, sequence, Field, Cancel) is not { } earlier) return;
        Restored = ProjectHistory.Fill(Input, ProjectHistory.Restore(StatedFacts.Of(Subject), Field, earlier.Value), Field);
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Subject is null)
        {
            var stage = Stage.Called(Input.Stage ?? "lead") ?? throw new Refusal($"没有阶段“{Input.Stage}”", nameof(Input.Stage));
            var typed = RecordFacts.Of(Input.Facts(), Guid.Empty);
            var found = await guard.Before(typed, Input.AsNew, Cancel);
            var project = await open.Run(Input.Facts(), stage, Cancel);
            await guard.After(found, typed with { Id = project.Id }, Input.AsNew, Cancel);
            work.Subject = project.Id;
            return RedirectToPage("/Projects/Show", new { project.Id });
        }
        work.Subject = Subject.Id;
        TakeTheirs(Subject);
        if (Input.Version != Subject.Version && ThreeWayMerge.Kept<ProjectInput>(Read) is { } before) await BringTogether(before, Subject);
        db.ReadAt(Subject, Input.Version);
        var changed = RecordFacts.Of(Input.Facts(Subject), Subject.Id);
        var doubles = await guard.Before(changed, Input.AsNew, Cancel);
        await open.Change(Subject, Input.Facts(Subject), Cancel);
        await guard.After(doubles, changed, Input.AsNew, Cancel);
        return RedirectToPage("/Projects/Show", new { Subject.Id });
    }

    /// <summary>A value of a field as it is read.</summary>
    public string Shown(string field, string? value, Words words) => (field, value) switch
    {
        (_, null) => Show.Unknown,
        (nameof(ProjectInput.Origin), _) => Enum.TryParse<Origin>(value, out var origin) ? words.Of(origin) : value,
        (nameof(ProjectInput.Branch), _) => Enum.TryParse<Branch>(value, out var branch) ? words.Of(branch) : value,
        (nameof(ProjectInput.StartKind), _) => Enum.TryParse<StartKind>(value, out var start) ? words.Of(start) : value,
        (nameof(ProjectInput.LandSupply), _) => Enum.TryParse<LandSupply>(value, out var supply) ? words.Of(supply) : value,
        (nameof(ProjectInput.UnitId) or nameof(ProjectInput.ParkId) or nameof(ProjectInput.SourceUnitId), _) => Places.Concat(Sources).FirstOrDefault(u => u.Id.ToString() == value)?.LabelIn(words) ?? value,
        _ => value,
    };

    // what is so now stays a choice, also where the person could not choose it anew: a saved form changes nothing it does not show
    private async Task<IReadOnlyList<Unit>> With(IReadOnlyList<Unit> offered, params Guid?[] now)
    {
        var left = now.OfType<Guid>().Except(offered.Select(u => u.Id)).ToList();
        return left.Count == 0 ? offered : [.. offered, .. await db.Set<Unit>().AsNoTracking().Where(u => left.Contains(u.Id)).ToListAsync(Cancel)];
    }

    // chosen on the page that showed both sides: the other's value instead of what was typed
    private void TakeTheirs(Project project)
    {
        var now = ProjectInput.Of(project);
        foreach (var (name, side) in Take)
            if (side == "theirs" && !NoContent.Contains(name) && typeof(ProjectInput).GetProperty(name) is { CanWrite: true } field) Put(name, () => field.SetValue(Input, field.GetValue(now)));
    }

    private async Task BringTogether(ProjectInput before, Project project)
    {
        var now = ProjectInput.Of(project);
        var (clashes, taken) = ThreeWayMerge.Into(before, Input, now, NoContent);
        foreach (var name in taken) Put(name, () => { });
        if (clashes.Count > 0)
        {
            (Clashes, isClash) = (clashes, true);
            await db.SaveStale(project, Input.Version, Cancel);
        }
        Input.Version = project.Version;
        if (taken.Count > 0) this.Notice($"已与他人刚才的修改合并保存");
    }

    private void Put(string name, Action set)
    {
        set();
        var value = typeof(ProjectInput).GetProperty(name)!.GetValue(Input);
        ModelState.SetModelValue("Input." + name, value, Convert.ToString(value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value, CultureInfo.InvariantCulture));
    }
}
