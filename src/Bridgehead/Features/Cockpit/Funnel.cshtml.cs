using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Rates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Cockpit;

/// <summary>The way of the leads of some months: how many had come to talks, signing, start and production by a day. The cohort and the day are said.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class FunnelPage(AskRates ask, Asker asker) : QuestionScreen
{
    /// <summary>Which cohort, which day.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public RateQuery Query { get; set; } = new();

    /// <summary>The answer; null when there is none.</summary>
    public CohortRates? Rates { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!asker.May(Permission.ReadFigures) || asker.ScopePath is null) return false;
        return await Ask(async () => Rates = await ask.Run(Query, Cancel));
    }

    /// <summary>The steps with how many came to each, and the share of the leads.</summary>
    public IEnumerable<(FunnelStep Step, long Count, decimal? Share)> Steps => Rates!.Funnel.Steps.Select(s => (s.Step, s.Count, Ratio.Share(s.Count, Rates.Funnel.Leads)));
}
