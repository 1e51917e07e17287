namespace Bridgehead.Features.Reports;

/// <summary>Makes the work report of a unit and year; the same for page, API and command line.</summary>
public sealed class MakeWorkReport(CollectFacts collect, ComposeWorkReport compose, ScopedUnits scope)
{
    /// <summary>The report. Refused for a unit that is not there or out of scope.</summary>
    public async Task<WorkReport> Run(string unit, int year, int? months, bool masked, DateOnly? asOf = null, CancellationToken cancel = default)
    {
        var found = await scope.Named(unit, cancel);
        Refusal.When(found is null, $"没有单位“{unit}”，或者不在您的数据范围内", "Unit");
        return compose.Run(await collect.Run(found!, year, months, asOf, cancel), masked ? Edition.Masked : Edition.Full);
    }
}
