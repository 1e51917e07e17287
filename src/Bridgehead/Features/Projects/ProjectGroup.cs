using System.Globalization;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>One group of a list: how many projects, and their agreed investment together.</summary>
/// <param name="By">What is grouped by.</param>
/// <param name="Key">What the filter calls the group; empty for those that have none.</param>
/// <param name="Count">How many projects.</param>
/// <param name="Sum">Their agreed total investment.</param>
public sealed record ProjectGroup(string By, string Key, long Count, Money Sum)
{
    /// <summary>What can be grouped by.</summary>
    public static IReadOnlyList<string> All { get; } = ["unit", "stage", "branch", "origin", "year"];

    /// <summary>The field of the filter that narrows the list to a group.</summary>
    public string Filter => By == "unit" ? "owner" : By;

    /// <summary>What the group is called.</summary>
    public string Name(Words words, IReadOnlyList<Unit> units) => Key.Length == 0 ? words["未定"] : By switch
    {
        "unit" => units.FirstOrDefault(u => u.Code == Key)?.LabelIn(words) ?? Key,
        "stage" => words[Stage.Called(Key)!.Name],
        "branch" => words.Of(Enum.Parse<Branch>(Key)),
        "origin" => words.Of(Enum.Parse<Origin>(Key)),
        _ => words.Say($"{Key}年签约"),
    };

    /// <summary>Adds up groups in the database; the groups come in their fixed order, years from the latest.</summary>
    internal static async Task<IReadOnlyList<ProjectGroup>> Of(IQueryable<Project> projects, string by, IReadOnlyList<Unit> units, CancellationToken cancel)
    {
        switch (by)
        {
            case "unit":
                var owned = await projects.GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
                return [.. owned.GroupBy(o => District(o.Key, units)).OrderBy(g => g.Key is null ? 1 : 0).ThenBy(g => g.Key?.Order).ThenBy(g => g.Key?.Code, StringComparer.Ordinal)
                    .Select(g => new ProjectGroup(by, g.Key?.Code ?? "", g.Sum(o => o.Count), new Money(g.Sum(o => o.Sum))))];
            case "stage":
                var staged = await projects.GroupBy(p => p.StageOrder).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
                return [.. staged.OrderBy(s => s.Key).Select(s => new ProjectGroup(by, Stage.Of(s.Key).Code, s.Count, new Money(s.Sum)))];
            case "branch":
                var branches = await projects.GroupBy(p => p.Branch).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
                return [.. branches.OrderBy(b => b.Key ?? (Branch)99).Select(b => new ProjectGroup(by, b.Key?.ToString() ?? "", b.Count, new Money(b.Sum)))];
            case "origin":
                var origins = await projects.GroupBy(p => p.Origin).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
                return [.. origins.OrderBy(o => o.Key ?? (Origin)99).Select(o => new ProjectGroup(by, o.Key?.ToString() ?? "", o.Count, new Money(o.Sum)))];
            default:
                var years = await projects.GroupBy(p => p.SignedOn == null ? 0 : p.SignedOn.Value.Year).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
                return [.. years.OrderByDescending(y => y.Key).Select(y => new ProjectGroup("year", y.Key == 0 ? "" : y.Key.ToString(CultureInfo.InvariantCulture), y.Count, new Money(y.Sum)))];
        }
    }

    // what a park owns counts with its district; a project that only lands in one's park is owned by a unit one does not see
    private static Unit? District(Guid owner, IReadOnlyList<Unit> units)
    {
        if (units.FirstOrDefault(u => u.Id == owner) is not { } unit) return null;
        return units.FirstOrDefault(u => u.Kind == UnitKind.District && unit.Path.StartsWith(u.Path, StringComparison.Ordinal)) ?? unit;
    }
}
