using Bridgehead.Features.Access;

namespace Bridgehead.Features.Signals;

/// <summary>A signal as the API shows it.</summary>
public sealed record SignalView(Guid Id, SignalKind Kind, string Unit, Guid? ProjectId, string Name, string Why, decimal Measured, decimal Compared, int Pieces, SignalState State, string Finding, string? JudgedBy, DateTime FirstAt, long Version);

/// <summary>One piece of evidence of the last run that saw it.</summary>
public sealed record SightingRowView(string Kind, string Reference, string Text, decimal? Amount, DateOnly? On);

/// <summary>A run.</summary>
public sealed record SignalRunView(Guid Id, int Rules, int Seen, int Fresh, DateOnly Until, string By, DateTime At);

/// <summary>How often a rule was right; the precision in percent of those judged.</summary>
public sealed record SignalPrecisionView(SignalKind Kind, int Open, int Confirmed, int FalseAlarms, decimal? Precision);

/// <summary>REST: /api/signals.</summary>
internal static class SignalsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var signals = api.MapGroup("/signals").WithTags("signals");
        signals.MapGet("", async ([AsParameters] SignalQuery query, FindSignals find, Words words, CancellationToken cancel) =>
        {
            var (rows, next) = await find.Page(query, cancel);
            return new Listed<SignalView>([.. rows.Select(r => Show(r.Signal, r.Unit.Code, words))], next);
        }).RequireAuthorization(Permission.ReadSignals).WithName("signals.list").Says("列出虚高苗头", "不写 state 时为还没有核实的；苗头只是请核实的线索，不是结论");
        signals.MapGet("/precision", async (FindSignals find, CancellationToken cancel) => new Listed<SignalPrecisionView>(
            [.. (await find.Precision(cancel)).Select(p => new SignalPrecisionView(p.Kind, p.Open, p.Confirmed, p.FalseAlarms, Ledger.Ratio.Rounded(p.Precision)))], null))
            .RequireAuthorization(Permission.ReadSignals).WithName("signals.precision").Says("各规则的准确率", "核实有问题的，除以已核实的");
        signals.MapGet("/{id:guid}", async (Guid id, FindSignals find, ScopedUnits scope, Words words, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(Show(found, (await scope.Find(found.UnitId, http.RequestAborted))!.Code, words));
        }).RequireAuthorization(Permission.ReadSignals).WithName("signals.get").Says("读取一条苗头").Produces<SignalView>();
        signals.MapGet("/{id:guid}/evidence", async (Guid id, FindSignals find, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is null) return ApiProblem.NotThere(http);
            var rows = (await find.Sightings(id, http.RequestAborted)).Take(1).SelectMany(s => s.Sighting.Rows);
            return Results.Ok(new Listed<SightingRowView>([.. rows.Select(r => new SightingRowView(r.Kind, r.Reference, r.Text, r.Fen is { } fen ? new Money(fen).Yuan : null, r.On))], null));
        }).RequireAuthorization(Permission.ReadSignals).WithName("signals.evidence").Says("列出一条苗头的依据", "最近一次核查所见，最多100条").Produces<Listed<SightingRowView>>();
        signals.MapPost("/runs", async (FindSignals find, UnitOfWork work, CancellationToken cancel) =>
        {
            var run = await find.Run(cancel);
            work.Subject = run.Id;
            return Written.Done(new SignalRunView(run.Id, run.Rules, run.Seen, run.Fresh, run.Until, run.By, run.At));
        }).RequireAuthorization(Permission.JudgeSignals).WithName("signals.run").Says("按现行规则核查一遍", "限市级；结果留存，注明规则版本").Produces<SignalRunView>();
        signals.MapPost("/{id:guid}/judgement", Changing.Change<Signal, JudgementInput>(
                (http, id) => http.RequestServices.GetRequiredService<FindSignals>().Find(id, http.RequestAborted),
                (http, signal, input) => http.RequestServices.GetRequiredService<FindSignals>().Judge(signal, input, http.RequestAborted),
                async (http, signal) => Show(signal, (await http.RequestServices.GetRequiredService<ScopedUnits>().Find(signal.UnitId, http.RequestAborted))!.Code, http.RequestServices.GetRequiredService<Words>())))
            .RequireAuthorization(Permission.JudgeSignals).WithName("signals.judge").WantsVersion().Says("登记核实的结果", "本单位的数据由上级核实").Produces<SignalView>();
    }

    private static SignalView Show(Signal s, string unit, Words words) =>
        new(s.Id, s.Kind, unit, s.ProjectId, s.Name, SignalText.Why(s, words), s.MeasuredValue, s.ComparedValue, s.Pieces, s.State, s.Finding, s.JudgedBy, s.FirstAt, s.Version);
}
