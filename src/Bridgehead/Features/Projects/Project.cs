namespace Bridgehead.Features.Projects;

/// <summary>What is stated about a project.</summary>
public sealed record ProjectFacts
{
    /// <summary>The name, up to 80 characters.</summary>
    public string Name { get; init; } = "";
    /// <summary>The district (or park, or the city) that owns it and that it counts for.</summary>
    public Guid UnitId { get; init; }
    /// <summary>The park it lands in.</summary>
    public Guid? ParkId { get; init; }
    /// <summary>The outpost or unit the lead came from.</summary>
    public Guid? SourceUnitId { get; init; }
    /// <summary>The investor's name.</summary>
    public string? Investor { get; init; }
    /// <summary>The investor in the enterprise register.</summary>
    public Guid? InvestorId { get; init; }
    /// <summary>The company founded for the project.</summary>
    public string? Company { get; init; }
    /// <summary>The national project code.</summary>
    public ProjectCode? NationalCode { get; init; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; init; }
    /// <summary>The province, city or country the investor comes from.</summary>
    public string? OriginPlace { get; init; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; init; }
    /// <summary>The industry, GB/T 4754.</summary>
    public string? Industry { get; init; }
    /// <summary>The agreed total investment.</summary>
    public Money? Amount { get; init; }
    /// <summary>The currency the agreement is written in.</summary>
    public string Currency { get; init; } = "CNY";
    /// <summary>The day of the agreement.</summary>
    public DateOnly? SignedOn { get; init; }
    /// <summary>The day building started.</summary>
    public DateOnly? StartedOn { get; init; }
    /// <summary>The day production started.</summary>
    public DateOnly? ProducedOn { get; init; }
    /// <summary>The land it needs.</summary>
    public Land? Land { get; init; }
    /// <summary>Whom to ask.</summary>
    public string? Contact { get; init; }
    /// <summary>What it is.</summary>
    public string? Description { get; init; }
}

/// <summary>An investment project, from the first lead to full production.</summary>
public sealed class Project : IVersioned, IAudited, ISearchable, ITrashable
{
    private Project() { }

    /// <summary>Opens a project at a stage whose needs it meets.</summary>
    /// <param name="number">Its number, unique in the installation.</param>
    /// <param name="facts">What is stated about it.</param>
    /// <param name="stage">The stage it is at.</param>
    /// <param name="today">Today, in the city.</param>
    public Project(string number, ProjectFacts facts, Stage stage, DateOnly today)
    {
        (Id, Number, StageSince, LastProgressOn) = (Guid.CreateVersion7(), number, today, today);
        Change(facts, today);
        RefuseMissing(stage);
        StageOrder = stage.Order;
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

    /// <inheritdoc />
    public SearchCard Card => new("project", Name, $"{Number}\n{NationalCode?.Value}\n{Investor}\n{Company}", UnitId);

    /// <summary>States everything anew. What its stage needs cannot be taken away; dates must follow each other and not lie ahead.</summary>
    public void Change(ProjectFacts facts, DateOnly today)
    {
        Refusal.When(string.IsNullOrWhiteSpace(facts.Name) || facts.Name.Trim().Length > 80, $"请填写项目名称，最多80个字", nameof(Name));
        Refusal.When(facts.UnitId == Guid.Empty, $"请选择落地区县", nameof(UnitId));
        Refusal.When(facts.Amount is { } amount && amount <= Money.Zero, $"协议投资额必须大于0", nameof(Amount));
        Refusal.When(facts.SignedOn > today, $"签约日期{facts.SignedOn}晚于今天，请核对", nameof(SignedOn));
        Refusal.When(facts.StartedOn > today, $"开工日期{facts.StartedOn}晚于今天，请核对", nameof(StartedOn));
        Refusal.When(facts.ProducedOn > today, $"投产日期{facts.ProducedOn}晚于今天，请核对", nameof(ProducedOn));
        Refusal.When(facts.StartedOn < facts.SignedOn, $"开工日期{facts.StartedOn}早于签约日期{facts.SignedOn}，请核对", nameof(StartedOn));
        Refusal.When(facts.ProducedOn < facts.StartedOn, $"投产日期{facts.ProducedOn}早于开工日期{facts.StartedOn}，请核对", nameof(ProducedOn));
        (Name, UnitId, ParkId, SourceUnitId) = (facts.Name.Trim(), facts.UnitId, facts.ParkId, facts.SourceUnitId);
        (Investor, InvestorId, Company, NationalCode) = (Blank(facts.Investor), facts.InvestorId, Blank(facts.Company), facts.NationalCode);
        (Origin, OriginPlace, Branch, Industry) = (facts.Origin, Blank(facts.OriginPlace), facts.Branch, Blank(facts.Industry));
        (AmountFen, Currency, SignedOn, StartedOn, ProducedOn) = (facts.Amount?.Fen ?? 0, facts.Currency, facts.SignedOn, facts.StartedOn, facts.ProducedOn);
        (Land, Contact, Description) = (facts.Land, Blank(facts.Contact), Blank(facts.Description));
        RefuseMissing(Stage);
        if (today > LastProgressOn) LastProgressOn = today;
    }

    /// <summary>Moves it to another stage. Forwards one or more when the needs are met; backwards and to a side state only with a reason.</summary>
    public ProjectStep Move(Stage to, DateOnly today, Guid? by, string who, string? reason)
    {
        Refusal.When(to.Order == StageOrder, $"项目已在“{to.Name}”阶段", nameof(StageOrder));
        Refusal.When((to.IsSide || to.Order < StageOrder) && string.IsNullOrWhiteSpace(reason), $"退回或转入“{to.Name}”必须写明理由", "Reason");
        if (!to.IsSide) RefuseMissing(to);
        var step = new ProjectStep(Id, StageOrder, to.Order, today, by, who, Blank(reason));
        (StageOrder, StageSince, LastProgressOn) = (to.Order, today, today);
        return step;
    }

    /// <summary>What a stage needs and this project has not got.</summary>
    public IReadOnlyList<StageNeed> Missing(Stage stage) => [.. stage.Needs.Where(need => need switch
    {
        StageNeed.Investor => Investor is null,
        StageNeed.Origin => Origin is null,
        StageNeed.Branch => Branch is null,
        StageNeed.Amount => AmountFen == 0,
        StageNeed.SignedOn => SignedOn is null,
        StageNeed.Unit => UnitId == Guid.Empty,
        StageNeed.Company => Company is null,
        StageNeed.StartedOn => StartedOn is null,
        _ => ProducedOn is null,
    })];

    /// <summary>Gives it the number and the batch of the import it came with.</summary>
    internal void ComeWith(Guid batch, string number) => (BatchId, Number) = (batch, number);

    /// <summary>Sets since when it stands where it stands, for records that come with their past.</summary>
    internal void Since(DateOnly stage, DateOnly progress) => (StageSince, LastProgressOn) = (stage, progress);

    /// <summary>Throws it away; it can be brought back.</summary>
    public void ThrowAway(DateTime now) => DeletedAt ??= now;

    /// <summary>Brings it back.</summary>
    public void BringBack() => DeletedAt = null;

    private void RefuseMissing(Stage stage)
    {
        if (Missing(stage) is { Count: > 0 } missing)
            throw new Refusal($"“{stage.Name}”阶段还缺：{string.Join("、", missing.Select(m => LabelAttribute.Of(m)))}", missing[0].ToString());
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A move of a project from one stage to another.</summary>
public sealed class ProjectStep
{
    private ProjectStep() { }

    internal ProjectStep(Guid projectId, int from, int to, DateOnly on, Guid? by, string who, string? reason) =>
        (Id, ProjectId, From, To, On, By, Who, Reason) = (Guid.CreateVersion7(), projectId, from, to, on, by, who, reason);

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>From which stage.</summary>
    public int From { get; private set; }
    /// <summary>To which stage.</summary>
    public int To { get; private set; }
    /// <summary>On which day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>By whom.</summary>
    public Guid? By { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>Why, when it went back or aside.</summary>
    public string? Reason { get; private set; }
}
