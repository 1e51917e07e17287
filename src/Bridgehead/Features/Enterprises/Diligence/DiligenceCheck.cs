namespace Bridgehead.Features.Enterprises;

/// <summary>How a check ended.</summary>
public enum DiligenceResult
{
    /// <summary>通过.</summary>
    [Label("通过")] Ok,
    /// <summary>存疑.</summary>
    [Label("存疑")] Doubtful,
    /// <summary>不通过.</summary>
    [Label("不通过")] Failed,
    /// <summary>It could not be checked, or what was found no longer counts.</summary>
    [Label("未核查")] NotChecked,
}

/// <summary>The result of one point of the checklist for one enterprise. Only ever added: the newest counts, the others are its past.</summary>
public sealed class DiligenceCheck : IAudited
{
    private DiligenceCheck() { }

    /// <summary>Records a result.</summary>
    /// <param name="enterprise">Of which enterprise.</param>
    /// <param name="item">Which point.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="evidence">What it rests on; needed for every result but "not checked".</param>
    /// <param name="on">On which day it was checked.</param>
    /// <param name="by">Whose account.</param>
    /// <param name="who">Who.</param>
    public DiligenceCheck(Guid enterprise, CheckItem item, DiligenceResult result, string? evidence, DateOnly on, Guid? by, string who)
    {
        Refusal.When(result != DiligenceResult.NotChecked && string.IsNullOrWhiteSpace(evidence), $"请写明依据：查了什么、在哪里查的、结果如何", nameof(Evidence));
        (Id, EnterpriseId, Item, Result, Evidence) = (Guid.CreateVersion7(), enterprise, item.Code, result, evidence?.Trim());
        (On, ValidTo, By, Who) = (on, on.AddMonths(item.ValidMonths).AddDays(-1), by, who);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which enterprise.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>Which point, by its code.</summary>
    public string Item { get; private set; } = "";
    /// <summary>How it ended.</summary>
    public DiligenceResult Result { get; private set; }
    /// <summary>What it rests on.</summary>
    public string? Evidence { get; private set; }
    /// <summary>On which day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>The last day it holds.</summary>
    public DateOnly ValidTo { get; private set; }
    /// <summary>Whose account.</summary>
    public Guid? By { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The result on a day: what no longer holds is not checked.</summary>
    public DiligenceResult ResultOn(DateOnly day) => day > ValidTo ? DiligenceResult.NotChecked : Result;
}
