using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>Which assessments are looked for.</summary>
public sealed class AssessmentQuery
{
    /// <summary>The cursor: next of the page before.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>An assessment with the scheme it is made by.</summary>
public sealed record AssessmentRow(Assessment Assessment, Scheme Scheme);

/// <summary>Finds schemes and assessments. Those who run them for the whole city see all; a unit sees what is or was shown to all units.</summary>
public sealed class FindAssessments(BridgeheadDb db, ScopedUnits scope, GatherNumbers gather, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Whether the asker may run assessments: only for the whole city.</summary>
    public async Task<bool> MayRun(CancellationToken cancel = default) => asker.May(Permission.RunAssessments) && await scope.IsWholeCity(cancel);

    /// <summary>The latest version of every scheme, by code.</summary>
    public async Task<IReadOnlyList<Scheme>> Schemes(CancellationToken cancel = default) =>
        await db.Set<Scheme>().AsNoTracking().Where(s => !db.Set<Scheme>().Any(o => o.Code == s.Code && o.Number > s.Number)).OrderBy(s => s.Code).Take(200).ToListAsync(cancel);

    /// <summary>One version of a scheme, the latest when no number is given; null when there is none.</summary>
    public async Task<Scheme?> Scheme(string code, int? number = null, CancellationToken cancel = default) =>
        await db.Set<Scheme>().AsNoTracking().Where(s => s.Code == code && (number == null || s.Number == number)).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The scheme an assessment is made by.</summary>
    public async Task<Scheme> SchemeOf(Assessment assessment, CancellationToken cancel = default) => await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == assessment.SchemeId, cancel);

    /// <summary>One page of assessments, the latest begun first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<AssessmentRow> Rows, string? Next)> Page(AssessmentQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var assessments = (await Visible(cancel)).AsNoTracking();
        if (Listed.Identity(query.After) is { } after) assessments = assessments.Where(a => a.Id.CompareTo(after) < 0);
        var rows = await assessments.OrderByDescending(a => a.Id).Take(size + 1).Join(db.Set<Scheme>(), a => a.SchemeId, s => s.Id, (a, s) => new AssessmentRow(a, s)).ToListAsync(cancel);
        rows = [.. rows.OrderByDescending(r => r.Assessment.Id)];
        return rows.Count > size ? (rows[..size], rows[size - 1].Assessment.Id.ToString()) : (rows, null);
    }

    /// <summary>One assessment, ready to be changed; null when it is not there or not shown to the asker.</summary>
    public async Task<Assessment?> Find(Guid id, CancellationToken cancel = default) => await (await Visible(cancel)).FirstOrDefaultAsync(a => a.Id == id, cancel);

    /// <summary>The one that scored an assessment again; null when there is none the asker may see.</summary>
    public async Task<Assessment?> After(Assessment assessment, CancellationToken cancel = default) => await (await Visible(cancel)).AsNoTracking().FirstOrDefaultAsync(a => a.ReplacesId == assessment.Id, cancel);

    /// <summary>The results: of a draft as they would be now, of all others as they were frozen.</summary>
    public async Task<ResultSheet> Sheet(Assessment assessment, SchemeDefinition definition, CancellationToken cancel = default)
    {
        var numbers = (await db.Set<AssessmentNumber>().AsNoTracking().Where(n => n.AssessmentId == assessment.Id).ToListAsync(cancel)).ToDictionary(n => (n.UnitId, n.Item, n.Input), n => n.Read);
        if (assessment.State == AssessmentState.Draft)
        {
            var members = ResultSheet.Members(definition, await scope.All(cancel));
            var read = await gather.Run(definition, assessment.Span, assessment.AsOf, [.. members.Select(m => m.Unit)], cancel);
            // what is given by hand stands where the ledger knows nothing
            return ResultSheet.Of(definition, members, (unit, item, input) => read.GetValueOrDefault((unit, item, input)) is { } known && known.Number(definition.Items[item].Inputs[input].Source) is not null
                ? known : numbers.GetValueOrDefault((unit, item, input)) ?? read.GetValueOrDefault((unit, item, input)));
        }
        var groups = await db.Set<AssessedUnit>().AsNoTracking().Where(u => u.AssessmentId == assessment.Id).ToDictionaryAsync(u => u.UnitId, u => u.Group, cancel);
        var ids = groups.Keys.ToList();
        var units = await db.Set<Unit>().AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(cancel);
        return ResultSheet.Of(definition, units.Select(u => (u, groups[u.Id])), (unit, item, input) => numbers.GetValueOrDefault((unit, item, input)));
    }

    /// <summary>The appeals, the first first: the city sees all, a unit its own and those below.</summary>
    public async Task<IReadOnlyList<(Appeal Appeal, Unit Unit)>> Appeals(Assessment assessment, CancellationToken cancel = default)
    {
        var units = (await scope.All(cancel)).ToDictionary(u => u.Id);
        var ids = units.Keys.ToList();
        return [.. (await db.Set<Appeal>().AsNoTracking().Where(a => a.AssessmentId == assessment.Id && ids.Contains(a.UnitId)).OrderBy(a => a.Id).Take(500).ToListAsync(cancel)).Select(a => (a, units[a.UnitId]))];
    }

    /// <summary>One appeal in scope, ready to be decided; null when it is not there.</summary>
    public async Task<Appeal?> Appeal(Guid assessment, Guid id, CancellationToken cancel = default)
    {
        var ids = await scope.Ids(cancel);
        return await db.Set<Appeal>().FirstOrDefaultAsync(a => a.AssessmentId == assessment && a.Id == id && ids.Contains(a.UnitId), cancel);
    }

    private async Task<IQueryable<Assessment>> Visible(CancellationToken cancel)
    {
        if (await scope.IsEverything(cancel)) return db.Set<Assessment>();
        return (await scope.All(cancel)).Count == 0 ? db.Set<Assessment>().Where(a => false)
            : db.Set<Assessment>().Where(a => a.State == AssessmentState.Publicity || a.State == AssessmentState.Final || (a.State == AssessmentState.Superseded && a.PublicFrom != null));
    }
}
