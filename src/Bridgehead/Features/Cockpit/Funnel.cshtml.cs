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
    public IReadOnlyList<(string Name, long Count, decimal? Share)> Steps
    {
        get
        {
            var f = Rates!.Funnel;
            return [.. new[] { ("线索", f.Leads), ("在谈", f.Talks), ("签约", f.SignedCount), ("开工", f.Started), ("投产", f.Producing) }.Select(s => (s.Item1, s.Item2, Ratio.Share(s.Item2, f.Leads)))];
        }
    }
}
