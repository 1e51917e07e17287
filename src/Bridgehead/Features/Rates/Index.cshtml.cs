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
    /// <summary>What the name of a list of leads begins with.</summary>
    public const string Leads = "leads-";

    /// <summary>What is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public RateQuery Query { get; set; } = new();
    /// <summary>Which projects are listed: signed, performing, started, producing, arrived; or, of the leads of the same months, a step of the funnel as "leads-Signing".</summary>
    [BindProperty(SupportsGet = true), System.ComponentModel.DataAnnotations.MaxLength(20)] public string? List { get; set; }
    /// <summary>Projects after this one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    /// <summary>The rates; null where the question cannot be answered.</summary>
    public CohortRates? Rates { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The projects behind a number.</summary>
    public IReadOnlyList<Project> Projects { get; private set; } = [];
    /// <summary>What has arrived for each of them, in fen, where that is the number opened.</summary>
    public IReadOnlyDictionary<Guid, long>? Arrived { get; private set; }
    /// <summary>Which step of the funnel is listed; null when it is the cohort of the rates.</summary>
    public FunnelStep? Step => List?.StartsWith(Leads, StringComparison.Ordinal) == true && Enum.TryParse<FunnelStep>(List[Leads.Length..], out var step) && Enum.IsDefined(step) ? step : null;
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
        var cohort = Step is { } step ? ask.Come(await ask.Leads(rates.Unit, rates.Window, rates.Day, Cancel), step, rates.Day) : await ask.Cohort(rates.Unit, rates.Window, rates.Day, Cancel);
        cohort = List switch
        {
            "performing" => ask.Performing(cohort, rates.Day), "started" => ask.StartedBy(cohort, rates.Day), "producing" => ask.ProducingBy(cohort, rates.Day),
            "arrived" => await ask.WithMoney(cohort, rates.Day, Cancel), _ => cohort,
        };
        if (After is { } after) cohort = cohort.Where(p => p.Id.CompareTo(after) > 0);
        Projects = await cohort.OrderBy(p => p.Id).Take(Size + 1).ToListAsync(Cancel);
        if (Projects.Count > Size)
        {
            Projects = [.. Projects.Take(Size)];
            Next = Url.Page("/Rates/Index", With(List, Projects[^1].Id.ToString()));
        }
        if (List == "arrived") Arrived = await ask.Arrived([.. Projects.Select(p => p.Id)], rates.Day, Cancel);
    }

    /// <summary>The same cohort with its projects listed.</summary>
    public Dictionary<string, string?> With(string? list, string? after = null, string? unit = null) => new()
    {
        ["unit"] = unit ?? Query.Unit, ["from"] = Query.From, ["to"] = Query.To, ["on"] = Query.On, ["list"] = list, ["after"] = after,
    };
}
