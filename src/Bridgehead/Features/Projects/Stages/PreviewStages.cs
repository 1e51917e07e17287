using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A stage that differs between two sets; null on the side that has no such stage.</summary>
public sealed record StageDifference(StageRule? Before, StageRule? After)
{
    /// <summary>What is asked for now and was not before.</summary>
    public IReadOnlyList<Requirement> Added => [.. (After?.Requirements ?? []).Except(Before?.Requirements ?? [])];
    /// <summary>What was asked for before and is not now.</summary>
    public IReadOnlyList<Requirement> Removed => [.. (Before?.Requirements ?? []).Except(After?.Requirements ?? [])];
}

/// <summary>A project that would newly lack something.</summary>
public sealed record TouchedProject(Guid Id, string Number, string Name, Guid UnitId, int StageOrder, IReadOnlyList<Gap> Lacks);

/// <summary>What a draft would do.</summary>
/// <param name="Differences">The stages that differ.</param>
/// <param name="Ahead">How many projects of the track have a changed stage still ahead.</param>
/// <param name="Lacking">How many of them lack what is newly asked for.</param>
/// <param name="First">The first of those, nearest to the gate first.</param>
/// <param name="Passed">How many have passed the gate without it; they are not asked again.</param>
public sealed record StagePreview(IReadOnlyList<StageDifference> Differences, int Ahead, int Lacking, IReadOnlyList<TouchedProject> First, int Passed);

/// <summary>Says before a draft is put in force which projects it touches: counted in the database, so that a large city waits no longer than a small one.</summary>
public sealed class PreviewStages(BridgeheadDb db, StageRules rules, TimeProvider clock)
{
    /// <summary>How many projects are named.</summary>
    public const int Named = 50;

    /// <summary>Compares a set with the one in force before it.</summary>
    public async Task<StagePreview> Of(StageSet set, CancellationToken cancel = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var before = (await rules.On(today, cancel))[set.Track];
        var differences = Stage.All.Select(s => new StageDifference(before.Rule(s.Order), set.Rule(s.Order)))
            .Where(d => d.Before is null != d.After is null || (d.Before is not null && !d.Before.Says(d.After!))).ToList();
        var projects = db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null && p.Track == set.Track && p.StageOrder < Stage.SideOrder);
        var highest = differences.Select(d => (d.After ?? d.Before)!.Order).Where(o => o < Stage.SideOrder).DefaultIfEmpty(-1).Max();
        var ahead = await projects.CountAsync(p => p.StageOrder < highest, cancel);
        var asked = differences.SelectMany(d => d.Added.Select(a => (Rule: d.After!, What: a))).ToList();
        if (asked.Count == 0) return new StagePreview(differences, ahead, 0, [], 0);
        var (lacking, passed) = (Any(asked, a => Lacking(a.What, p => p.StageOrder < a.Rule.Order)), Any(asked, a => Lacking(a.What, p => p.StageOrder >= a.Rule.Order)));
        var first = await projects.Where(lacking).OrderByDescending(p => p.StageOrder).ThenBy(p => p.Id).Take(Named).ToListAsync(cancel);
        var touched = new List<TouchedProject>(first.Count);
        foreach (var p in first)
        {
            var papers = await rules.PapersOf(p.Id, cancel);
            touched.Add(new TouchedProject(p.Id, p.Number, p.Name, p.UnitId, p.StageOrder,
                [.. asked.Where(a => p.StageOrder < a.Rule.Order && Gates.Applies(p, a.What.When) && !Gates.Has(p, papers, a.What)).Select(a => new Gap(a.Rule, a.What))]));
        }
        return new StagePreview(differences, ahead, await projects.CountAsync(lacking, cancel), touched, await projects.CountAsync(passed, cancel));
    }

    private static Expression<Func<Project, bool>> Any<T>(IEnumerable<T> of, Func<T, Expression<Func<Project, bool>>> each) => of.Select(each).Aggregate(Or);

    private Expression<Func<Project, bool>> Lacking(Requirement what, Expression<Func<Project, bool>> where) => And(And(where, Applying(what.When)), Without(what));

    private static Expression<Func<Project, bool>> Applying(StageCondition when)
    {
        var oneYi = Money.FromYi(1).Fen;
        return when switch
        {
            StageCondition.FromAbroad => p => p.Origin == Origin.Abroad,
            StageCondition.NewLand => p => p.LandSupply == LandSupply.New,
            StageCondition.Premises => p => p.LandSupply == LandSupply.Leased || p.LandSupply == LandSupply.Bought,
            StageCondition.BuildingWorks => p => p.StartKind == StartKind.Building,
            StageCondition.EquipmentPurchase => p => p.StartKind == StartKind.Equipment,
            StageCondition.Opening => p => p.StartKind == StartKind.Opening,
            StageCondition.FromOneYi => p => p.AmountFen >= oneYi,
            _ => p => true,
        };
    }

    private Expression<Func<Project, bool>> Without(Requirement what)
    {
        if (what.Document is { } kind)
            return p => !db.Set<ProjectDocument>().Any(d => d.ProjectId == p.Id && d.Kind == kind && db.Set<Attachment>().Any(a => a.Id == d.AttachmentId && a.DeletedAt == null));
        return what.Field switch
        {
            StageNeed.Investor => p => p.Investor == null,
            StageNeed.Origin => p => p.Origin == null,
            StageNeed.Branch => p => p.Branch == null,
            StageNeed.Amount => p => p.AmountFen == 0,
            StageNeed.SignedOn => p => p.SignedOn == null,
            StageNeed.Unit => p => false,
            StageNeed.Company => p => p.Company == null,
            StageNeed.StartedOn => p => p.StartedOn == null,
            StageNeed.ProducedOn => p => p.ProducedOn == null,
            StageNeed.NationalCode => p => p.NationalCode == null,
            StageNeed.Industry => p => p.Industry == null,
            StageNeed.LandSupply => p => p.LandSupply == null,
            StageNeed.StartKind => p => p.StartKind == null,
            StageNeed.CompletedOn => p => p.CompletedOn == null,
            StageNeed.Contact => p => p.Contact == null,
            StageNeed.Description => p => p.Description == null,
            _ => p => !db.Set<DepartmentDate>().Any(d => d.ProjectId == p.Id && d.Milestone == Milestone.InStatistics),
        };
    }

    private static Expression<Func<Project, bool>> And(Expression<Func<Project, bool>> one, Expression<Func<Project, bool>> other) => Join(one, other, Expression.AndAlso);

    private static Expression<Func<Project, bool>> Or(Expression<Func<Project, bool>> one, Expression<Func<Project, bool>> other) => Join(one, other, Expression.OrElse);

    private static Expression<Func<Project, bool>> Join(Expression<Func<Project, bool>> one, Expression<Func<Project, bool>> other, Func<Expression, Expression, BinaryExpression> how) =>
        Expression.Lambda<Func<Project, bool>>(how(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
