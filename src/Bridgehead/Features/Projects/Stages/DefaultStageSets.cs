using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>The stages a new installation begins with, one set for each track, made from <see cref="Stage.All"/> (domain.md 4.4, 6.2, 6.3), and the holidays that come with the program.</summary>
public static class DefaultStageSets
{
    private static readonly DateOnly FromTheStart = new(2000, 1, 1);

    /// <summary>Adds what is not there yet: the first set of each track, and the holidays of years of which nothing is known.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var there = await db.Set<StageSet>().IgnoreAutoIncludes().Select(s => s.Track).Distinct().ToListAsync(cancel);
        foreach (var track in Enum.GetValues<Track>().Except(there)) db.Add(Of(track));
        var years = (await db.Set<CalendarDay>().Select(d => d.Day).ToListAsync(cancel)).Select(d => d.Year).ToHashSet();
        foreach (var (day, working, name) in WorkCalendar.ShippedDays().Where(d => !years.Contains(d.Day.Year))) db.Add(new CalendarDay(day, working, name));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The first set of a track.</summary>
    public static StageSet Of(Track track)
    {
        var set = new StageSet(track, 1, FromTheStart, "系统初始规则", [.. Stage.All.Where(s => Belongs(track, s)).Select(s => Rule(track, s))], "系统", DateTime.UnixEpoch);
        set.HoldFromTheStart();
        return set;
    }

    /// <summary>The first sets with the calendar that comes with the program: for records made before there is a database.</summary>
    internal static RulesInForce Shipped { get; } = new(Enum.GetValues<Track>().ToDictionary(t => t, Of), WorkCalendar.Shipped);

    // who adds capital is known and judged already
    private static bool Belongs(Track track, Stage stage) => track != Track.CapitalIncrease || stage.Code != "triage";

    private static StageRule Rule(Track track, Stage stage) => new(
        stage, track == Track.CapitalIncrease && stage.Code == "registered" ? "变更登记" : stage.Name, Criteria(track, stage.Code),
        [.. stage.Needs.Select(n => Requirement.Of(n)), .. Asks(track, stage.Code)], Lets(stage), Math.Min(stage.Days * 2 / 3, 2000));

    private static Approver Lets(Stage stage) => stage.Code switch
    {
        "review" or "signed" or "started" or "completed" or "producing" => Approver.Reviewer,
        "suspended" or "terminated" or "removed" or "untracked" => Approver.Reviewer,
        "full" => Approver.Bureau,
        _ => Approver.None,
    };

    private static IEnumerable<Requirement> Asks(Track track, string code) => (code, track) switch
    {
        ("signed", Track.CapitalIncrease) => [Requirement.Of(DocumentKind.Agreement), Requirement.Of(DocumentKind.FairCompetition), Requirement.Of(DocumentKind.IncreaseResolution)],
        ("signed", _) => [Requirement.Of(DocumentKind.Agreement), Requirement.Of(DocumentKind.FairCompetition)],
        ("registered", Track.Foreign) => [Requirement.Of(DocumentKind.Licence), Requirement.Of(DocumentKind.ForeignReport)],
        ("registered", _) => [Requirement.Of(DocumentKind.Licence), Requirement.Of(DocumentKind.ForeignReport, StageCondition.FromAbroad)],
        ("started", _) =>
        [
            Requirement.Of(StageNeed.StartKind), Requirement.Of(StageNeed.LandSupply), Requirement.Of(DocumentKind.Filing),
            Requirement.Of(DocumentKind.LandContract, StageCondition.NewLand), Requirement.Of(DocumentKind.PremisesContract, StageCondition.Premises),
            Requirement.Of(DocumentKind.BuildingPermit, StageCondition.BuildingWorks), Requirement.Of(DocumentKind.EquipmentContract, StageCondition.EquipmentPurchase),
            Requirement.Of(DocumentKind.SitePhoto),
        ],
        ("completed", _) => [Requirement.Of(StageNeed.CompletedOn), Requirement.Of(DocumentKind.Acceptance, StageCondition.BuildingWorks)],
        ("producing", _) => [Requirement.Of(DocumentKind.ProductionProof)],
        ("full", _) => [Requirement.Of(StageNeed.InStatistics), Requirement.Of(DocumentKind.StatisticsProof)],
        _ => [],
    };

    private static string Criteria(Track track, string code) => code switch
    {
        "lead" => "获知项目信息，已登记信息来源",
        "triage" => "完成首次专业研判，投资方真实可联系",
        "talks" => "与投资方进行实质洽谈或考察",
        "review" => "通过准入预审，形成评审意见",
        "signed" => track == Track.CapitalIncrease ? "签订增资协议并盖章，只计增量" : "签订正式投资协议（合同）并盖章，审核通过；框架、意向协议不计",
        "registered" => track == Track.CapitalIncrease ? "完成注册资本变更登记" : "项目公司取得营业执照",
        "preparing" => "办理备案、用地、环评、施工许可等前期手续",
        "started" => "建安工程开工、设备购置到位或开业，三者之一；发改、经信认定时间并列登记",
        "building" => "已开工，尚未竣工",
        "completed" => "主体及配套工程完成并通过验收",
        "producing" => "正式投入生产或运营，有首笔税收、销售或用电记录",
        "full" => "达到协议约定的产出或税收，已升规、入统",
        "suspended" => "经批准暂缓推进，期间停止计时",
        "terminated" => "协议终止或清退",
        "removed" => "移出项目库，不再计数，资料留存备查",
        "transferring" => "正在区县之间流转，等待承接",
        _ => "不再跟踪，不退库",
    };
}
