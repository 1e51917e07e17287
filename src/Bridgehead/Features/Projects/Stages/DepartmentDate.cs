namespace Bridgehead.Features.Projects.Stages;

/// <summary>What a department dates.</summary>
public enum Milestone
{
    /// <summary>The start.</summary>
    [Label("开工")] Started,
    /// <summary>The completion.</summary>
    [Label("竣工")] Completed,
    /// <summary>The start of production.</summary>
    [Label("投产")] Producing,
    /// <summary>Counted in statistics since.</summary>
    [Label("入统")] InStatistics,
    /// <summary>Above the statistical size threshold since.</summary>
    [Label("进规")] AboveScale,
}

/// <summary>The department that states a date. Departments differ, and each keeps its own (domain.md 4.4).</summary>
public enum Department
{
    /// <summary>Development and reform.</summary>
    [Label("发改")] DevelopmentReform,
    /// <summary>Economy and information technology.</summary>
    [Label("经信")] Industry,
    /// <summary>Statistics.</summary>
    [Label("统计")] Statistics,
}

/// <summary>A date as one department has it, beside those of the others and of the project itself; with its source.</summary>
public sealed class DepartmentDate : IVersioned, IAudited
{
    private DepartmentDate() { }

    /// <summary>States a date.</summary>
    public DepartmentDate(Guid project, Milestone milestone, Department department, DateOnly on, string source, string by, DateOnly today)
    {
        (Id, ProjectId, Milestone, Department) = (Guid.CreateVersion7(), project, milestone, department);
        State(on, source, by, today);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>What is dated.</summary>
    public Milestone Milestone { get; private set; }
    /// <summary>By whom.</summary>
    public Department Department { get; private set; }
    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>Where it is taken from: a list, a letter, a system; up to 200 characters.</summary>
    public string Source { get; private set; } = "";
    /// <summary>Who entered it.</summary>
    public string ByName { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>States it anew. Refused for a day ahead or without a source.</summary>
    public void State(DateOnly on, string source, string by, DateOnly today)
    {
        Refusal.When(on > today, $"{LabelAttribute.Of(Milestone)}日期{on}晚于今天，请核对", nameof(On));
        Refusal.When(string.IsNullOrWhiteSpace(source) || source.Trim().Length > 200, $"请写明部门日期的来源（文件、清单或系统），最多200个字", nameof(Source));
        (On, Source, ByName) = (on, source.Trim(), by);
    }
}
