namespace Bridgehead.Features.Enterprises;

/// <summary>What does not fit together in what is known of an enterprise.</summary>
public enum ContradictionRule
{
    /// <summary>Called state-owned, but no organ of the state is among the owners.</summary>
    [Label("自称国有而股权链中无国家机关")] StateOwnedWithoutState,
    /// <summary>Founded less than six months ago with a capital of 100 million or more of which nothing is paid in.</summary>
    [Label("新设大额注册资本未实缴")] HollowCapital,
    /// <summary>The registration has ended, but projects go on.</summary>
    [Label("登记状态异常而仍有在推项目")] GoneWithProjects,
    /// <summary>Registered as foreign-funded, but no owner from abroad is known.</summary>
    [Label("外商投资企业而无境外股东")] ForeignWithoutForeigner,
    /// <summary>A title has run out and no new one followed.</summary>
    [Label("资质已过期")] ClassExpired,
    /// <summary>It is registered in quite another industry than its project.</summary>
    [Label("登记行业与项目行业相去甚远")] IndustryFarFromProject,
}

/// <summary>A contradiction found in what is known of an enterprise. It stands until what is known changes, or somebody answers it with a reason.</summary>
public sealed class Contradiction : IVersioned, IAudited
{
    private Contradiction() { }

    /// <summary>Notes a contradiction.</summary>
    /// <param name="enterprise">Of which enterprise.</param>
    /// <param name="rule">Which rule found it.</param>
    /// <param name="details">What it is about, a line for each hole of the rule's sentence.</param>
    /// <param name="on">On which day it was found.</param>
    public Contradiction(Guid enterprise, ContradictionRule rule, string details, DateOnly on) =>
        (Id, EnterpriseId, Rule, Details, FoundOn) = (Guid.CreateVersion7(), enterprise, rule, details, on);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which enterprise.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>Which rule found it.</summary>
    public ContradictionRule Rule { get; private set; }
    /// <summary>What it is about, a line for each hole of the rule's sentence.</summary>
    public string Details { get; private set; } = "";
    /// <summary>On which day it was found.</summary>
    public DateOnly FoundOn { get; private set; }
    /// <summary>Why it is none, in the words of the person who answered.</summary>
    public string? Answer { get; private set; }
    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; private set; }
    /// <summary>When.</summary>
    public DateOnly? AnsweredOn { get; private set; }
    /// <summary>Whether somebody still has to look at it.</summary>
    public bool IsOpen { get; private set; } = true;
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Answers it. Refused without a reason somebody else can follow.</summary>
    public void Explain(string answer, string who, DateOnly on)
    {
        Refusal.When(string.IsNullOrWhiteSpace(answer) || answer.Trim().Length < 5, $"请写明理由，让别人也能看懂（至少5个字）", nameof(Answer));
        (Answer, AnsweredBy, AnsweredOn, IsOpen) = (answer.Trim(), who, on, false);
    }

    /// <summary>It is about something else now: what was answered before no longer answers it.</summary>
    internal void Turned(string details, DateOnly on) => (Details, FoundOn, Answer, AnsweredBy, AnsweredOn, IsOpen) = (details, on, null, null, null, true);
}
