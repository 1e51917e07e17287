using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Signals;

/// <summary>One signal: why it was raised, what it rests on in each run, and what a person found.</summary>
[Authorize(Permission.ReadSignals)]
public sealed class ShowPage(BridgeheadDb db, FindSignals find, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<Signal>(db)
{
    /// <summary>What was found, as it is typed.</summary>
    public JudgementInput Input { get; private set; } = new();
    /// <summary>Whose figures.</summary>
    public Unit Unit { get; private set; } = null!;
    /// <summary>Its sightings, the latest first.</summary>
    public IReadOnlyList<(Sighting Sighting, SignalRun Run)> Sightings { get; private set; } = [];
    /// <summary>Whether the asker may judge it.</summary>
    public bool MayJudge { get; private set; }

    /// <inheritdoc />
    protected override Task<Signal?> Find() => find.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Unit = (await scope.Find(Subject.UnitId, Cancel))!;
        Sightings = await find.Sightings(Id, Cancel);
        MayJudge = asker.May(Permission.JudgeSignals) && (Subject.UnitId != asker.UnitId || await scope.IsWholeCity(Cancel));
        return true;
    }

    /// <summary>Judges it.</summary>
    public async Task<IActionResult> OnPostJudge([Bind(Prefix = nameof(Input))] JudgementInput input, long version)
    {
        if (!asker.May(Permission.JudgeSignals)) return Forbid();
        (Input, work.Subject) = (input, Id);
        await Db.ReadAtOnce(Subject, version, Cancel);
        await find.Judge(Subject, input, Cancel);
        this.Notice($"已登记核实的结果");
        return RedirectToPage(new { Id });
    }

    /// <summary>Where a piece of evidence is seen; null for a number alone.</summary>
    public string? Address(SightingRow row) => row.Kind switch
    {
        "voucher" => "/funds/vouchers/" + row.Reference,
        "project" => "/projects/" + row.Reference,
        "figure" when row.Reference.Split('|') is [var code, var year] => $"/figures?unit={Unit.Code}&indicator={code}&from={year}-01&to={year}-12",
        "entry" when row.On is { } on => $"/figures/entries?unit={Unit.Code}&indicator=arrived-funds&from={on:yyyy-MM}&to={on:yyyy-MM}",
        _ => null,
    };
}
