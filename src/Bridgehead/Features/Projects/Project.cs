using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>An investment project, from the first lead to full production.</summary>
public sealed class Project : IVersioned, IAudited, ISearchable, ITrashable
{
    private Project() { }

    /// <summary>Enters a project at a stage whose fields it has.</summary>
    /// <param name="number">Its number, unique in the installation.</param>
    /// <param name="facts">What is stated about it.</param>
    /// <param name="stage">The stage it is at.</param>
    /// <param name="today">Today, in the city.</param>
    public Project(string number, ProjectFacts facts, Stage stage, DateOnly today)
    {
        (Id, Number, StageSince, LastProgressOn, OpenedOn) = (Guid.CreateVersion7(), number, today, today, today);
        Take(facts, today);
        if (stage.Needs.Where(need => Gates.Lacks(this, Papers.None, need)).ToList() is { Count: > 0 } lacking) throw Gates.Refuse(stage.Name, [.. lacking.Select(n => Requirement.Of(n))]);
        StageOrder = stage.Order;
        if (stage.IsSide) StageLeft = ProducedOn is not null ? 10 : StartedOn is not null ? 7 : SignedOn is not null ? 4 : 0;
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its number, such as 2026-000123.</summary>
    public string Number { get; internal set; } = "";
    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The unit that owns it and that it counts for.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The park it lands in.</summary>
    public Guid? ParkId { get; private set; }
    /// <summary>The unit the lead came from.</summary>
    public Guid? SourceUnitId { get; private set; }
    /// <summary>The investor's name.</summary>
    public string? Investor { get; private set; }
    /// <summary>The investor in the enterprise register.</summary>
    public Guid? InvestorId { get; private set; }
    /// <summary>The company founded for the project.</summary>
    public string? Company { get; private set; }
    /// <summary>The national project code.</summary>
    public ProjectCode? NationalCode { get; private set; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; private set; }
    /// <summary>The province, city or country.</summary>
    public string? OriginPlace { get; private set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; private set; }
    /// <summary>The industry.</summary>
    public string? Industry { get; private set; }
    /// <summary>The agreed total investment in fen; 0 while unknown, so that lists sort by one index.</summary>
    public long AmountFen { get; private set; }
    /// <summary>The currency of the agreement.</summary>
    public string Currency { get; private set; } = "CNY";
    /// <summary>The day of the agreement.</summary>
    public DateOnly? SignedOn { get; private set; }
    /// <summary>The day building started.</summary>
    public DateOnly? StartedOn { get; private set; }
    /// <summary>The day production started.</summary>
    public DateOnly? ProducedOn { get; private set; }
    /// <summary>The track it runs on.</summary>
    public Track Track { get; private set; }
    /// <summary>Which kind of start it is.</summary>
    public StartKind? StartKind { get; private set; }
    /// <summary>The day the works were completed.</summary>
    public DateOnly? CompletedOn { get; private set; }
    /// <summary>Where it finds its place.</summary>
    public LandSupply? LandSupply { get; private set; }
    /// <summary>The land it needs.</summary>
    public Land? Land { get; private set; }
    /// <summary>Whom to ask.</summary>
    public string? Contact { get; private set; }
    /// <summary>What it is.</summary>
    public string? Description { get; private set; }
    /// <summary>The stage it is at, by its order in <see cref="Stage.All"/>.</summary>
    public int StageOrder { get; private set; }
    /// <summary>Since when.</summary>
    public DateOnly StageSince { get; private set; }
    /// <summary>The stage it left for the side state it is in; null on the way.</summary>
    public int? StageLeft { get; private set; }
    /// <summary>Working days spent at the stage before an interruption: the clock goes on from there.</summary>
    public int UsedDays { get; private set; }
    /// <summary>The last day of the stage's limit; null without a limit or while the clock stands.</summary>
    public DateOnly? DueOn { get; private set; }
    /// <summary>The last day of one and a half times the limit.</summary>
    public DateOnly? RedOn { get; private set; }
    /// <summary>The stage it is asked to be moved to, while somebody has to decide.</summary>
    public int? PendingOrder { get; private set; }
    /// <summary>Whether it was recorded afterwards and still owes what earlier gates ask for (补录).</summary>
    public bool LateEntry { get; private set; }
    /// <summary>The day it was entered here, or began as the ledger says.</summary>
    public DateOnly OpenedOn { get; private set; }
    /// <summary>How it is doing, as last computed.</summary>
    public Health Health { get; private set; }
    /// <summary>The last day money arrived, as last computed from the ledger of figures.</summary>
    public DateOnly? ArrivedOn { get; private set; }
    /// <summary>How much has arrived in fen, as last computed from the ledger of figures.</summary>
    public long ArrivedFen { get; private set; }
    /// <summary>The last day anything happened.</summary>
    public DateOnly LastProgressOn { get; private set; }
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; private set; }
    /// <inheritdoc />
    public DateTime? DeletedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The agreed total investment.</summary>
    public Money Amount => new(AmountFen);

    /// <summary>The stage it is at.</summary>
    public Stage Stage => Stage.Of(StageOrder);

    /// <summary>The order of the stage it has reached: the one it left while it is in a side state.</summary>
    public int Reached => StageLeft ?? StageOrder;

    /// <inheritdoc />
    public SearchCard Card => new("project", Name, $"{Number}\n{NationalCode?.Value}\n{Investor}\n{Company}\n{string.Join('\n', PhoneNumbers.In(Contact))}", UnitId);

    /// <summary>States everything anew. What the gates it has passed asked for cannot be taken away; dates must follow each other and not lie ahead.</summary>
    /// <param name="facts">What is stated.</param>
    /// <param name="today">Today, in the city.</param>
    /// <param name="rules">The stages in force.</param>
    /// <param name="papers">What has been handed in for it.</param>
    public void Change(ProjectFacts facts, DateOnly today, RulesInForce rules, Papers papers)
    {
        var lacked = Gates.Missing(this, papers, rules[Track].Between(-1, Reached)).Select(g => g.What).ToHashSet();
        Take(facts, today);
        if (Gates.Missing(this, papers, rules[Track].Between(-1, Reached)).Where(g => !lacked.Contains(g.What)).ToList() is { Count: > 0 } gone) throw Gates.Refuse(gone[0].Rule.Name, [.. gone.Select(g => g.What)]);
        if (today > LastProgressOn) LastProgressOn = today;
    }

    private void Take(ProjectFacts facts, DateOnly today)
    {
        if (ProjectRules.Broken(facts, today).FirstOrDefault() is { } broken) throw broken;
        (Name, UnitId, ParkId, SourceUnitId) = (facts.Name.Trim(), facts.UnitId, facts.ParkId, facts.SourceUnitId);
        (Investor, InvestorId, Company, NationalCode) = (Blank(facts.Investor), facts.InvestorId, Blank(facts.Company), facts.NationalCode);
        (Origin, OriginPlace, Branch, Industry) = (facts.Origin, Blank(facts.OriginPlace), facts.Branch, Blank(facts.Industry));
        (AmountFen, Currency, SignedOn, StartedOn, ProducedOn) = (facts.Amount?.Fen ?? 0, facts.Currency, facts.SignedOn, facts.StartedOn, facts.ProducedOn);
        (Land, Contact, Description) = (facts.Land, Blank(facts.Contact), Blank(facts.Description));
        (StartKind, CompletedOn, LandSupply) = (facts.StartKind, facts.CompletedOn, facts.LandSupply);
        Track = facts.IsIncrease ? Track.CapitalIncrease : Origin == Projects.Origin.Abroad ? Track.Foreign : Track.Domestic;
    }

    /// <summary>Comes to another stage: what its gate asks for and who lets it in has been seen to. A move back, aside or past a gate has a reason; a way back from aside leads to the stage left.</summary>
    public ProjectStep Enter(Stage to, StepKind kind, WorkCalendar calendar, DateOnly today, Guid? by, string who, string? reason)
    {
        Refusal.When(to.Order == StageOrder, $"项目已在“{to.Name}”阶段", nameof(StageOrder));
        Refusal.When(kind is StepKind.Back or StepKind.Aside && Blank(reason) is null, $"退回或转入“{to.Name}”必须写明理由", "Reason");
        Refusal.When(kind == StepKind.Override && Blank(reason) is null, $"特批放行必须写明理由", "Reason");
        Refusal.When(kind == StepKind.Return && to.Order != Reached, $"项目离开时在“{Stage.Of(Reached).Name}”阶段，只能恢复到该阶段", nameof(StageOrder));
        var step = new ProjectStep(Id, StageOrder, to.Order, today, by, who, Blank(reason), kind);
        if (to.IsSide) (StageLeft, UsedDays) = (Reached, Stage.IsSide ? UsedDays : UsedDays + calendar.Between(StageSince, today));
        else (StageLeft, UsedDays) = (null, kind == StepKind.Return ? UsedDays : 0);
        (StageOrder, StageSince, PendingOrder) = (to.Order, today, null);
        if (today > LastProgressOn) LastProgressOn = today;
        return step;
    }

    /// <summary>Something happened today.</summary>
    internal void Progress(DateOnly today)
    {
        if (today > LastProgressOn) LastProgressOn = today;
    }

    /// <summary>Somebody has asked for a move, or the question is settled: null.</summary>
    internal void Await(Stage? to) => PendingOrder = to?.Order;

    /// <summary>Sets its clock: the last days of the limit of its stage and of one and a half times that. Stopped in a side state and where there is no limit.</summary>
    internal void SetClock(int limit, WorkCalendar calendar)
    {
        var runs = !Stage.IsSide && limit > 0;
        (DueOn, RedOn) = (runs ? Ends(limit) : null, runs ? Ends(limit * 3 / 2) : null);

        DateOnly Ends(int days) => days < UsedDays ? StageSince.AddDays(-1) : calendar.Add(StageSince, days - UsedDays);
    }

    /// <summary>It was recorded afterwards and owes what earlier gates ask for, or has handed that in.</summary>
    internal void Owes(bool late) => LateEntry = late;

    /// <summary>How it is doing, and what has arrived of its money.</summary>
    internal void Score(Health health, DateOnly? arrivedOn, long arrivedFen) => (Health, ArrivedOn, ArrivedFen) = (health, arrivedOn, arrivedFen);

    /// <summary>Marks what is brought in with its past: it owes what earlier gates ask for (补录), and its clock starts now.</summary>
    internal void ComesFromALedger(RulesInForce force, DateOnly today)
    {
        LateEntry = StageOrder > 0 && !Stage.IsSide && force.IsLate(this, Papers.None);
        force.SetClock(this);
        Health = HealthRules.Of(this, today);
    }

    /// <summary>The move that says at which stage it came.</summary>
    internal ProjectStep CameAt(Guid? by, string who, RulesInForce force) =>
        new ProjectStep(Id, 0, StageOrder, StageSince, by, who, null, LateEntry || Stage.IsSide ? StepKind.LateEntry : StepKind.Forward).Judged(force[Track].Id, null, null);

    /// <summary>Gives it the number and the batch of the import it came with.</summary>
    internal void ComeWith(Guid batch, string number) => (BatchId, Number) = (batch, number);

    /// <summary>Sets since when it stands where it stands, for records that come with their past.</summary>
    internal void Since(DateOnly stage, DateOnly progress, DateOnly? opened = null) => (StageSince, LastProgressOn, OpenedOn) = (stage, progress, opened ?? stage);

    /// <summary>Throws it away; it can be brought back.</summary>
    public void ThrowAway(DateTime now) => DeletedAt ??= now;

    /// <summary>Brings it back.</summary>
    public void BringBack() => DeletedAt = null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
