using Bridgehead.Features.Access;
using Bridgehead.Features.Admission;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>What was agreed with the investor of a project: each promise of both sides and how it stands today.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ProjectAgreementsPage(BridgeheadDb db, FindAgreements find, AskCurves curves, CheckCompliance compliance, ScopedUnits scope, Asker asker) : PageAbout<Project>(db)
{
    /// <summary>Every version of every agreement, chains by age, the latest version of each first.</summary>
    public IReadOnlyList<Agreement> Agreements { get; private set; } = [];
    /// <summary>The promises in force, by day.</summary>
    public IReadOnlyList<StandingPromise> Promises { get; private set; } = [];
    /// <summary>The wording of each promise in force, by line.</summary>
    public IReadOnlyDictionary<Guid, string?> Notes { get; private set; } = new Dictionary<Guid, string?>();
    /// <summary>The unit it lands in.</summary>
    public Unit? Unit { get; private set; }
    /// <summary>The fair-competition and legality reviews recorded, the latest first.</summary>
    public IReadOnlyList<ComplianceNote> Compliance { get; private set; } = [];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => curves.Today;
    /// <summary>Whether the asker may write agreements.</summary>
    public bool MayWrite => asker.May(Permission.WriteAgreements);

    /// <inheritdoc />
    protected override Task<Project?> Find() => find.Project(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Unit = await scope.Find(Subject.UnitId, Cancel);
        Agreements = await find.Of(Id, Cancel);
        Compliance = await compliance.Of(Id, Cancel);
        Promises = await Db.Set<StandingPromise>().AsNoTracking().Where(s => s.ProjectId == Id && s.DroppedOn == null).OrderBy(s => s.DueOn).ThenBy(s => s.Id).ToListAsync(Cancel);
        Notes = await Db.Set<Promise>().AsNoTracking().Where(p => p.ProjectId == Id && Db.Set<StandingPromise>().Any(s => s.Id == p.LineId && s.AgreementId == p.AgreementId))
            .Select(p => new { p.LineId, p.Note }).ToDictionaryAsync(p => p.LineId, p => p.Note, Cancel);
        return true;
    }

    /// <summary>How many promises of a side stand so today.</summary>
    public int Count(PromiseParty party, PromiseState state) => Promises.Count(p => p.Party == party && p.StateOn(Today) == state);
}
