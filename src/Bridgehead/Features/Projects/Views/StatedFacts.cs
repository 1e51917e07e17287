using System.Reflection;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects.Views;

/// <summary>What is stated about a project now, every fact of it, so that a change of one field leaves the others exactly as they are.</summary>
internal static class StatedFacts
{
    private static readonly (PropertyInfo To, PropertyInfo From)[] Fields = [.. typeof(ProjectFacts).GetProperties().Where(p => p.CanWrite && p.Name is not (nameof(ProjectFacts.Amount) or nameof(ProjectFacts.IsIncrease)))
        .Select(p => (p, typeof(Project).GetProperty(p.Name) ?? throw new InvalidOperationException($"Project states no {p.Name}")))];

    /// <summary>The facts.</summary>
    public static ProjectFacts Of(Project project)
    {
        var facts = new ProjectFacts { Amount = project.AmountFen == 0 ? null : project.Amount, IsIncrease = project.Track == Track.CapitalIncrease };
        foreach (var (to, from) in Fields) to.SetValue(facts, from.GetValue(project));
        return facts;
    }
}
