using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Doors;

/// <summary>Everything people change carries a version that every write must state (reliability goal 35); what carries none is listed with its reason.</summary>
[Trait("needs", "database")]
public sealed class OfTheModel(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Dictionary<string, string> Without = new()
    {
        ["StageRule"] = "part of its set, never changed", ["ProjectDocument"] = "says once what an attachment is, goes with it",
        ["VoucherDecision"] = "only ever added", ["VoucherKey"] = "claimed and freed with its voucher; the database refuses a second", ["VoucherPiece"] = "put and taken away at its voucher's version",
        ["TargetRevision"] = "only ever added", ["AssessmentNumber"] = "given and frozen at the version of its assessment", ["AssessedUnit"] = "frozen once with its assessment, never changed",
        ["AuditEntry"] = "only ever added", ["LedgerEntry"] = "only ever added", ["ProjectStep"] = "only ever added", ["StoredReply"] = "only ever added", ["StoredFile"] = "only ever added",
        ["PastPassword"] = "only ever added", ["ImportedChange"] = "only ever added", ["PublishedRatio"] = "only ever added, removed with its batch", ["RecoveryCode"] = "used up by one conditional statement",
        ["Instalment"] = "only ever added", ["Look"] = "only ever added", ["Coverage"] = "made again from what was recorded, under one lock",
        ["StageDwell"] = "made again with its coverage", ["ProjectPause"] = "made again with its coverage", ["CoverageMark"] = "moved on under its own lock",
        ["ChainHead"] = "counted on under its own lock", ["Rollup"] = "added to by one statement", ["NumberSeries"] = "counted on by one statement", ["ApiToken"] = "taken back once by its owner, never changed", ["SignInTry"] = "counted on by one statement",
        ["BulkJob"] = "moved from state to state by conditional statements", ["BulkRow"] = "written by the one node that holds its job", ["DefaultView"] = "each person's own choice, the last one counts",
        ["MonthClose"] = "only ever added", ["ClosedFigure"] = "only ever added", ["TierStep"] = "only ever added", ["OfficialFigure"] = "only ever added",
        ["FieldSource"] = "written with the field it explains", ["DiligenceCheck"] = "only ever added", ["ReportFigure"] = "changed with its report alone, at the version of the report", ["ReportRelease"] = "only ever added",
        ["InstructionStep"] = "only ever added", ["CockpitLook"] = "each person's own mark, the last one counts", ["SignalRun"] = "only ever added", ["SignalRules"] = "only ever added",
        ["Sighting"] = "only ever added", ["SightingRow"] = "only ever added",
        ["ReportRun"] = "written by the one node that holds its lease", ["ScheduleSubscriber"] = "each person's own, put and taken away by that person",
        ["Letter"] = "moved from state to state by conditional statements", ["MailAddress"] = "each person's own, changed under its own lock",
        ["SearchEntry"] = "made again from the record", ["UserSession"] = "the program's own", ["DataProtectionKey"] = "the program's own",
        ["IdentityUserClaim"] = "of the framework, not used", ["IdentityUserLogin"] = "of the framework, not used", ["IdentityUserToken"] = "of the framework, not used",
        ["IdentityUserPasskey"] = "of the framework: added and removed by its owner alone",
    };

    [Fact]
    public async Task Every_kind_of_thing_is_versioned_or_has_a_reason()
    {
        var kinds = await app.Reading(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList()));
        Assert.True(kinds.Count > 15);
        var versioned = kinds.Where(k => typeof(IVersioned).IsAssignableFrom(k.ClrType)).ToList();
        Assert.True(versioned.Count > 6);
        Assert.Equal([], versioned.Where(k => k.FindProperty(nameof(IVersioned.Version)) is not { IsConcurrencyToken: true }).Select(k => $"{k.ClrType.Name} states no version when it is written"));
        Assert.Equal([], kinds.Except(versioned).Select(k => k.ClrType.Name.Split('`')[0]).Distinct().Except(Without.Keys));
    }
}
