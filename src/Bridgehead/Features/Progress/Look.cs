namespace Bridgehead.Features.Progress;

/// <summary>The sides of a project that have to be looked at (全覆盖摸清履约状况、建设进度、资金到位、经营情况).</summary>
public enum Side
{
    /// <summary>Whether the agreement is carried out.</summary>
    [Label("履约")] Performance,
    /// <summary>How building goes.</summary>
    [Label("建设")] Construction,
    /// <summary>What money has arrived.</summary>
    [Label("资金")] Money,
    /// <summary>How the business goes, once it produces.</summary>
    [Label("经营")] Operation,
}

/// <summary>How somebody looked.</summary>
public enum LookKind
{
    /// <summary>Was there.</summary>
    [Label("走访")] Visit,
    /// <summary>Compared papers with the place.</summary>
    [Label("核查")] Check,
    /// <summary>Asked from afar.</summary>
    [Label("电话了解")] Call,
}

/// <summary>One time somebody looked at a project: when, at which sides, what was found, what comes next. Only ever added.</summary>
public sealed class Look : IAudited
{
    private Look() { }

    /// <summary>Records a look.</summary>
    public Look(Guid projectId, DateOnly on, LookKind kind, IReadOnlyCollection<Side> sides, string? finding, string? nextStep, DateOnly today, string who)
    {
        Refusal.When(on > today, $"走访日期{on}晚于今天，请核对", "On");
        Refusal.When(on.Year < 1990, $"走访日期应在1990年以后", "On");
        Refusal.When(sides.Count == 0, $"请至少勾选一面：履约、建设、资金、经营", "Sides");
        (Id, ProjectId, On, Kind, Who) = (Guid.CreateVersion7(), projectId, on, kind, who);
        (Finding, NextStep) = (Blank(finding), Blank(nextStep));
        (Performance, Construction, Money, Operation) = (sides.Contains(Side.Performance), sides.Contains(Side.Construction), sides.Contains(Side.Money), sides.Contains(Side.Operation));
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>On which day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>How.</summary>
    public LookKind Kind { get; private set; }
    /// <summary>Whether performance was looked at.</summary>
    public bool Performance { get; private set; }
    /// <summary>Whether construction was looked at.</summary>
    public bool Construction { get; private set; }
    /// <summary>Whether money was looked at.</summary>
    public bool Money { get; private set; }
    /// <summary>Whether operation was looked at.</summary>
    public bool Operation { get; private set; }
    /// <summary>What was found.</summary>
    public string? Finding { get; private set; }
    /// <summary>What comes next.</summary>
    public string? NextStep { get; private set; }
    /// <summary>By whom.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The sides looked at.</summary>
    public IEnumerable<Side> Sides => Enum.GetValues<Side>().Where(At);

    /// <summary>Whether a side was looked at.</summary>
    public bool At(Side side) => side switch { Side.Performance => Performance, Side.Construction => Construction, Side.Money => Money, _ => Operation };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
