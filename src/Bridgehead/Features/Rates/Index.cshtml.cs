using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Rates;

/// <summary>The five rates of a cohort, with numerator and denominator of each, by unit, and the projects behind a number.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(AskRates ask, ScopedUnits scope, Asker asker) : QuestionScreen
{
    private const int Size = 50;

    /// <summary>What is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public RateQuery Query { get; set; } = new();
    /// <summary>Which projects are listed: signed, performing, started, producing.</summary>
    [BindProperty(SupportsGet = true), System.ComponentModel.DataAnnotations.MaxLength(12)] public string? List { get; set; }
    /// <summary>Projects after this one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    /// <summary>The rates; null where the question cannot be answered.</summary>
    public CohortRates? Rates { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The projects behind a number.</summary>
    public IReadOnlyList<Project> Projects { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        if (Units.Count == 0 && string.IsNullOrEmpty(Query.Unit)) return true;
        return await Ask(async () =>
        {
            Rates = await ask.Run(Query, Cancel);
            if (List is not null && asker.May(Permission.ReadProjects)) await Show(Rates);
        });
    }

    private async Task Show(CohortRates rates)
    {
        var cohort = await ask.Cohort(rates.Unit, rates.Window, rates.Day, Cancel);
        cohort = List switch { "performing" => ask.Performing(cohort, rates.Day), "started" => ask.StartedBy(cohort, rates.Day), "producing" => ask.ProducingBy(cohort, rates.Day), _ => cohort };
        if (After is { } after) cohort = cohort.Where(p => p.Id.CompareTo(after) > 0);
        Projects = await cohort.OrderBy(p => p.Id).Take(Size + 1).ToListAsync(Cancel);
        if (Projects.Count <= Size) return;
        Projects = [.. Projects.Take(Size)];
        Next = Url.Page("/Rates/Index", With(List, Projects[^1].Id.ToString()));
    }

    /// <summary>The same cohort with its projects listed.</summary>
    public Dictionary<string, string?> With(string? list, string? after = null, string? unit = null) => new()
    {
        ["unit"] = unit ?? Query.Unit, ["from"] = Query.From, ["to"] = Query.To, ["on"] = Query.On, ["list"] = list, ["after"] = after,
    };
}
