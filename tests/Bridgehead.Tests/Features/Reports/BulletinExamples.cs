using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Tests.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>An example of every way to change a bulletin's ranking and how bulletins rank.</summary>
internal sealed class BulletinExamples : Examples
{
    private static readonly int Year = DateTime.UtcNow.AddHours(8).Year;

    public override IEnumerable<Write> Writes =>
    [
        new("POST /reports/bulletins/new?handler=Begin", "district-clerk", _ => Now(Page("/reports/bulletins/new?handler=Begin", ("Input.Unit", "east"), ("Input.Year", Year), ("Input.Month", 1)))) { Wrong = ("Input.Unit", Long), Other = ("Input.AsOf", $"{Year}-01-20"), Repeats = true },
        new("POST /reports/bulletins/ranks", "reviewer", async scene => { var (days, version) = await Rules(scene); return Page("/reports/bulletins/ranks", ("Input.BoardSize", 1), ("Input.AppealDays", days), ("Input.Version", version)); }) { Wrong = ("Input.AppealDays", 99), Other = ("Input.AppealDays", 17), Changes = true },
        new("POST /reports/bulletins/{id:guid}/ranking?handler=Open", "reviewer", async scene => Page($"/reports/bulletins/{await Reviewed(scene)}/ranking?handler=Open", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/bulletins/{id:guid}/ranking?handler=Object", "district-clerk", async scene => Page($"/reports/bulletins/{await Reviewed(scene, true)}/ranking?handler=Object", ("Appeal.Unit", "east"), ("Appeal.Text", "口径有误"))) { Wrong = ("Appeal.Text", Long), Other = ("Appeal.Text", "另有异议"), Repeats = true },
        new("POST /reports/bulletins/{id:guid}/ranking?handler=Answer", "reviewer", async scene => { var (id, appeal) = await Objected(scene); return Page($"/reports/bulletins/{id}/ranking?handler=Answer", ("appeal", appeal), ("version", 1), ("Answer.Upheld", "false"), ("Answer.Answer", "口径无误")); }) { Wrong = ("Answer.Answer", Long), Other = ("Answer.Answer", "另有说明"), Changes = true },
        new("POST /api/bulletins", "district-clerk", _ => Now(Api("POST", "/api/bulletins", ("unit", "east"), ("year", Year), ("month", 1)))) { Wrong = ("unit", Long), Other = ("asOf", $"{Year}-01-20"), Repeats = true },
        new("PUT /api/bulletin-ranks", "reviewer", async scene => { var (days, version) = await Rules(scene); return Api("PUT", "/api/bulletin-ranks", ("boardSize", 1), ("appealDays", days)) with { Version = version }; }) { Wrong = ("appealDays", 99), Other = ("appealDays", 17), Changes = true },
        new("POST /api/bulletins/{id:guid}/publicity", "reviewer", async scene => Api("POST", $"/api/bulletins/{await Reviewed(scene)}/publicity") with { Version = 1 }) { Changes = true },
        new("POST /api/bulletins/{id:guid}/appeals", "district-clerk", async scene => Api("POST", $"/api/bulletins/{await Reviewed(scene, true)}/appeals", ("unit", "east"), ("text", "口径有误"))) { Wrong = ("text", Long), Other = ("text", "另有异议"), Repeats = true },
        new("POST /api/bulletins/{id:guid}/appeals/{appeal:guid}/decision", "reviewer", async scene => { var (id, appeal) = await Objected(scene); return Api("POST", $"/api/bulletins/{id}/appeals/{appeal}/decision", ("upheld", false), ("answer", "口径无误")) with { Version = 1 }; }) { Wrong = ("answer", Long), Other = ("answer", "另有说明"), Changes = true },
    ];

    /// <summary>Another number of days each time, at the version the only setting stands at.</summary>
    private static async Task<(int Days, long Version)> Rules(Scene scene)
    {
        var (days, version) = (3, 0L);
        await scene.Made(async services =>
        {
            var keep = services.GetRequiredService<KeepRankSetting>();
            if ((await keep.Read()).Version == 0) await keep.Set(new RankSettingInput { AppealDays = 4 });
            var now = await keep.Read();
            (days, version) = (now.AppealDays % 10 + 3, now.Version);
            return RankSetting.Only;
        });
        return (days, version);
    }

    /// <summary>A bulletin of the city with a ranking, reviewed; shown to the units when asked.</summary>
    private static Task<Guid> Reviewed(Scene scene, bool shown = false) => scene.Made(async services =>
    {
        var (db, decide, ranks) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<DecideReport>(), services.GetRequiredService<HandleRanks>());
        var draft = await services.GetRequiredService<MakeBulletin>().Begin(new BulletinInput { Unit = "city", Year = Year, Month = 1 });
        db.Add(new BulletinRank(draft.Id, 3));
        await db.SaveChangesAsync();
        await decide.Run(draft, new ReportDecisionInput { Decision = ReportDecision.Submit });
        await decide.Run(draft, new ReportDecisionInput { Decision = ReportDecision.Approve });
        if (shown) await ranks.Open((await ranks.Find(draft.Id))!);
        return draft.Id;
    });

    private static async Task<(Guid Id, Guid Appeal)> Objected(Scene scene)
    {
        var id = await Reviewed(scene, true);
        var appeal = await scene.Made(async services =>
        {
            var ranks = services.GetRequiredService<HandleRanks>();
            return (await ranks.File((await ranks.Find(id))!, new RankAppealInput { Unit = "east", Text = "口径有误" })).Id;
        });
        return (id, appeal);
    }
}
