using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Targets;

/// <summary>One target: how it was set over time, how far it is reached, and in what it is handed down.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ShowPage(BridgeheadDb db, ListTargets list, SetTarget set, Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock, UnitOfWork work) : PageAbout<Target>(db)
{
    /// <summary>Other amounts as they are typed.</summary>
    public TargetChangeInput Input { get; private set; } = new();

    /// <summary>With its indicator, unit and person.</summary>
    public TargetRow Row { get; private set; } = null!;
    /// <summary>How it was set over time, the latest first.</summary>
    public IReadOnlyList<TargetRevision> Revisions { get; private set; } = [];
    /// <summary>In what it is handed down.</summary>
    public IReadOnlyList<TargetRow> Below { get; private set; } = [];
    /// <summary>How far it is reached; null for a person's and before its year begins.</summary>
    public Attainment? Reached { get; private set; }
    /// <summary>How much is done.</summary>
    public long? Done { get; private set; }
    /// <summary>The months of the year gone by; 0 before it begins.</summary>
    public int Elapsed { get; private set; }
    /// <summary>Whether the asker may change it.</summary>
    public bool MaySet { get; private set; }

    /// <inheritdoc />
    protected override async Task<Target?> Find()
    {
        if (await list.Find(Id, Cancel) is not { } found) return null;
        Row = found;
        Input = new TargetChangeInput { Value = Written(found.Target.Withdrawn ? null : found.Target.Value), Stretch = Written(found.Target.Stretch) };
        Revisions = [.. (await list.Revisions(Id, Cancel)).Reverse()];
        Below = await list.Below(found, Cancel);
        MaySet = asker.May(Permission.SetTargets) && (found.Target.PersonId is not null || await scope.IsWholeCity(Cancel) || found.Unit.Path != asker.ScopePath);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Elapsed = found.Target.Year < today.Year ? 12 : found.Target.Year == today.Year ? today.Month : 0;
        // growth needs the year before, which is not kept before 1990
        if (Elapsed > 0 && found.Target.Year > 1990 && found.Target.PersonId is null && !found.Target.Withdrawn)
        {
            var (dimension, key) = (found.Target.Dimension, found.Target.Key);
            var answer = await figures.Answer(new FigureQuestion(found.Indicator, found.Unit, new Months(found.Target.Year * 100 + 1, found.Target.Year * 100 + Elapsed)) { Group = (dimension, key) }, Cancel);
            (Done, Reached) = (answer.Whole.Value, answer.Whole.Targets.FirstOrDefault(t => t.SetBy == found.Target.SetBy));
        }
        return found.Target;
    }

    /// <summary>Sets other amounts.</summary>
    public async Task<IActionResult> OnPostRevise([Bind(Prefix = nameof(Input))] TargetChangeInput input, long version)
    {
        if (!asker.May(Permission.SetTargets)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await set.Change(Subject, Row.Indicator, input, Cancel);
        this.Notice($"目标已调整，今天起按新目标计算");
        return RedirectToPage(new { Id });
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostWithdraw([Bind(Prefix = "Withdrawal")] TargetWithdrawalInput input, long version)
    {
        if (!asker.May(Permission.SetTargets)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await set.Withdraw(Subject, input, Cancel);
        this.Notice($"目标已撤销");
        return RedirectToPage(new { Id });
    }

    private decimal? Written(long? smallest) => smallest is { } value ? UnitOfMeasure.Write(value, Row.Indicator.Display) : null;
}
