namespace Bridgehead.Features.Projects.Stages;

/// <summary>One stage of a set: what it is called here, how it is recognised, what it asks for, who lets a project in, and how long one may stay.</summary>
public sealed class StageRule
{
    private StageRule() { }

    /// <summary>States a rule.</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="name">What it is called in this set, up to 20 characters.</param>
    /// <param name="criteria">How it is recognised, up to 500 characters.</param>
    /// <param name="asks">What it asks for.</param>
    /// <param name="approver">Who lets a project in.</param>
    /// <param name="days">How many working days one may stay, up to 2,000; 0 for no limit.</param>
    public StageRule(Stage stage, string name, string criteria, IEnumerable<Requirement> asks, Approver approver, int days)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 20, $"请填写“{stage.Name}”在本套阶段中的名称，最多20个字");
        Refusal.When(criteria.Length > 500, $"“{stage.Name}”的认定标准最多500个字");
        Refusal.Unless(days is >= 0 and <= 2000, $"“{stage.Name}”的时限应在0到2000个工作日之间");
        (Order, Code, Name, Criteria, Approver, Days) = (stage.Order, stage.Code, name.Trim(), criteria.Trim(), approver, days);
        Asks = string.Join('\n', asks.Select(a => a.Token).Distinct());
        Refusal.When(Asks.Length > 4000, $"“{stage.Name}”的要求太多，请精简");
        Refusal.When(stage.IsSide && Asks.Length > 0, $"“{stage.Name}”是旁支状态，不设必填内容");
    }

    /// <summary>The set it belongs to.</summary>
    public Guid SetId { get; internal set; }
    /// <summary>The stage's order, as in <see cref="Stage.All"/>.</summary>
    public int Order { get; private set; }
    /// <summary>The stage's code.</summary>
    public string Code { get; private set; } = "";
    /// <summary>What it is called in this set.</summary>
    public string Name { get; private set; } = "";
    /// <summary>How it is recognised.</summary>
    public string Criteria { get; private set; } = "";
    /// <summary>What it asks for, one token a line.</summary>
    public string Asks { get; private set; } = "";
    /// <summary>Who lets a project in.</summary>
    public Approver Approver { get; private set; }
    /// <summary>How many working days one may stay; 0 for no limit.</summary>
    public int Days { get; private set; }

    /// <summary>The stage.</summary>
    public Stage Stage => Stage.Of(Order);

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<Requirement> Requirements => [.. Asks.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Requirement.Read).OfType<Requirement>()];

    /// <summary>Whether it says the same as another.</summary>
    public bool Says(StageRule other) => (Order, Name, Criteria, Approver, Days) == (other.Order, other.Name, other.Criteria, other.Approver, other.Days)
        && Asks.Split('\n').ToHashSet().SetEquals(other.Asks.Split('\n'));
}
