namespace Bridgehead.Features.Projects;

/// <summary>What holds for whatever is stated about a project: a form refuses the first thing that is wrong, a ledger is told all of them.</summary>
internal static class ProjectRules
{
    /// <summary>Everything that is wrong, in the order in which a form says it; the refusal's field is that of the project.</summary>
    /// <param name="facts">What is stated.</param>
    /// <param name="today">Today, in the city.</param>
    public static IEnumerable<Refusal> Broken(ProjectFacts facts, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(facts.Name) || facts.Name.Trim().Length > 80) yield return new Refusal($"请填写项目名称，最多80个字", nameof(Project.Name));
        if (facts.UnitId == Guid.Empty) yield return new Refusal($"请选择落地区县", nameof(Project.UnitId));
        if (facts.Amount is { } amount && amount <= Money.Zero) yield return new Refusal($"协议投资额必须大于0", nameof(Project.Amount));
        if (facts.SignedOn > today) yield return new Refusal($"签约日期{facts.SignedOn}晚于今天，请核对", nameof(Project.SignedOn));
        if (facts.StartedOn > today) yield return new Refusal($"开工日期{facts.StartedOn}晚于今天，请核对", nameof(Project.StartedOn));
        if (facts.ProducedOn > today) yield return new Refusal($"投产日期{facts.ProducedOn}晚于今天，请核对", nameof(Project.ProducedOn));
        if (facts.StartedOn < facts.SignedOn) yield return new Refusal($"开工日期{facts.StartedOn}早于签约日期{facts.SignedOn}，请核对", nameof(Project.StartedOn));
        if (facts.ProducedOn < facts.StartedOn) yield return new Refusal($"投产日期{facts.ProducedOn}早于开工日期{facts.StartedOn}，请核对", nameof(Project.ProducedOn));
        if (facts.CompletedOn > today) yield return new Refusal($"竣工日期{facts.CompletedOn}晚于今天，请核对", nameof(Project.CompletedOn));
        if (facts.CompletedOn < facts.StartedOn) yield return new Refusal($"竣工日期{facts.CompletedOn}早于开工日期{facts.StartedOn}，请核对", nameof(Project.CompletedOn));
    }
}
