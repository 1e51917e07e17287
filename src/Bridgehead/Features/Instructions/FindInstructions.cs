using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Progress;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Instructions;

/// <summary>Whose instructions.</summary>
public enum InstructionList
{
    /// <summary>待我办: what I or my unit has to answer.</summary>
    [Label("待我办")] Mine,
    /// <summary>我批示的: what I wrote.</summary>
    [Label("我批示的")] Given,
    /// <summary>全部: everything in scope.</summary>
    [Label("全部")] All,
}

/// <summary>Which instructions are looked for; kept in the address.</summary>
public sealed class InstructionQuery
{
    /// <summary>Whose.</summary>
    public InstructionList? List { get; set; }
    /// <summary>How far they have come; all but the closed ones when empty.</summary>
    public InstructionState? State { get; set; }
    /// <summary>Only those whose day is over without an answer.</summary>
    public bool? Overdue { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(60)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>Finds instructions: those to units in the asker's scope and those the asker wrote.</summary>
public sealed class FindInstructions(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => clock.Day();

    /// <summary>One page, the day that comes first first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<Instruction> Rows, string? Next)> Page(InstructionQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var found = query.List switch
        {
            InstructionList.Mine => Mine(),
            InstructionList.Given => Given(),
            _ => await Visible(cancel),
        };
        var today = Today;
        if (query.Overdue == true) found = Owed(found).Where(i => i.DueOn < today);
        found = query.State is { } state ? found.Where(i => i.State == state) : found.Where(i => i.State != InstructionState.Closed);
        if (Cursor(query.After) is var (day, id)) found = found.Where(i => i.DueOn > day || i.DueOn == day && i.Id.CompareTo(id) > 0);
        var rows = await found.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(size + 1).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].DueOn:yyyyMMdd}-{rows[size - 1].Id:N}")) : (rows, null);
    }

    /// <summary>One instruction with its steps, ready to be changed; null when it is not there or not the asker's to see.</summary>
    public async Task<Instruction?> Find(Guid id, CancellationToken cancel = default) =>
        await (await Visible(cancel)).AsTracking().Include(i => i.Steps.OrderBy(s => s.Number)).FirstOrDefaultAsync(i => i.Id == id, cancel);

    /// <summary>Those written on a project or report, the latest first; at most 50.</summary>
    public async Task<IReadOnlyList<Instruction>> About(Guid record, CancellationToken cancel = default) =>
        await (await Visible(cancel)).Include(i => i.Steps.OrderBy(s => s.Number)).Where(i => (i.ProjectId == record || i.ReportId == record)).OrderByDescending(i => i.Id).Take(50).ToListAsync(cancel);

    /// <summary>Those written on a figure of a unit, whatever its months, the latest first; at most 20.</summary>
    public async Task<IReadOnlyList<Instruction>> About(string indicator, Guid unit, CancellationToken cancel = default) =>
        await (await Visible(cancel)).Include(i => i.Steps.OrderBy(s => s.Number)).Where(i => i.Indicator == indicator && i.FigureUnitId == unit).OrderByDescending(i => i.Id).Take(20).ToListAsync(cancel);

    /// <summary>What the asker has to do: answer, or judge an answer. The day that comes first first; at most so many.</summary>
    public async Task<IReadOnlyList<Instruction>> Waiting(int most, CancellationToken cancel = default)
    {
        var waiting = asker.May(Permission.AnswerInstructions) ? await Owed(Mine()).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(most).ToListAsync(cancel) : [];
        if (!asker.May(Permission.GiveInstructions)) return waiting;
        return [.. waiting, .. await Given().Where(i => i.State == InstructionState.Answered).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(most).ToListAsync(cancel)];
    }

    /// <summary>What others owe the asker and is late; at most so many.</summary>
    public async Task<IReadOnlyList<Instruction>> Late(int most, CancellationToken cancel = default)
    {
        if (!asker.May(Permission.GiveInstructions)) return [];
        var today = Today;
        return await Owed(Given()).Where(i => i.DueOn < today).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>Whether the asker answers it: the person named, or for a unit anybody there who may.</summary>
    public bool IsMine(Instruction instruction) => asker.IsOperator
        || asker.May(Permission.AnswerInstructions) && (instruction.ToPersonId is { } person ? person == asker.UserId : instruction.ToUnitId == asker.UnitId);

    /// <summary>Whether the asker wrote it.</summary>
    public bool IsGiver(Instruction instruction) => asker.IsOperator || asker.May(Permission.GiveInstructions) && instruction.GivenById == asker.UserId;

    private async Task<IQueryable<Instruction>> Visible(CancellationToken cancel)
    {
        var all = db.Set<Instruction>().AsNoTracking();
        if (await scope.IsEverything(cancel)) return all;
        var (units, me) = (await scope.Ids(cancel), asker.UserId);
        return all.Where(i => units.Contains(i.ToUnitId) || me != null && (i.GivenById == me || i.ToPersonId == me));
    }

    private IQueryable<Instruction> Mine()
    {
        var (me, unit) = (asker.UserId, asker.UnitId);
        return db.Set<Instruction>().AsNoTracking().Where(i => i.ToUnitId == unit && (i.ToPersonId == null || i.ToPersonId == me));
    }

    private IQueryable<Instruction> Given()
    {
        var me = asker.UserId;
        return db.Set<Instruction>().AsNoTracking().Where(i => i.GivenById == me);
    }

    private static IQueryable<Instruction> Owed(IQueryable<Instruction> from) =>
        from.Where(i => i.State == InstructionState.Given || i.State == InstructionState.Accepted || i.State == InstructionState.Returned);

    private static (DateOnly Day, Guid Id)? Cursor(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        var parts = after.Split('-');
        var (day, id) = (default(DateOnly), Guid.Empty);
        Refusal.Unless(parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Guid.TryParseExact(parts[1], "N", out id),
            $"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
        return (day, id);
    }
}
