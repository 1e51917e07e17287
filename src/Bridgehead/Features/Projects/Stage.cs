namespace Bridgehead.Features.Projects;

/// <summary>
/// A stage of a project's life, in order (domain.md 6.2): the words every page, import and report reads. What a stage asks for, who lets a project in
/// and how long one may stay is data of the installation, in versions (<see cref="Stages.StageSet"/>); a new installation begins with what stands here.
/// </summary>
/// <param name="Order">Its place, from 0.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Days">After how many days it is overdue in a new installation; 0 for never.</param>
/// <param name="Needs">The fields it asks for in a new installation, and of a record that comes from a ledger.</param>
/// <param name="Synonyms">What ledgers call it.</param>
public sealed record Stage(int Order, string Code, string Name, int Days, IReadOnlyList<StageNeed> Needs, params string[] Synonyms)
{
    /// <summary>The side states, which a project may enter from any stage.</summary>
    public const int SideOrder = 90;

    /// <summary>Whether a project may go on from here.</summary>
    public bool IsSide => Order >= SideOrder;

    /// <summary>Every stage in order, side states last.</summary>
    public static IReadOnlyList<Stage> All { get; } =
    [
        new(0, "lead", "线索", 30, [], "线索", "项目信息", "谋划"),
        new(1, "triage", "研判", 15, [StageNeed.Investor], "研判", "初判"),
        new(2, "talks", "在谈", 90, [StageNeed.Investor, StageNeed.Origin], "在谈", "洽谈", "考察", "在谈项目"),
        new(3, "review", "预审", 30, [StageNeed.Investor, StageNeed.Origin, StageNeed.Branch], "预审", "评审", "拟签约"),
        new(4, "signed", "签约", 90, [StageNeed.Investor, StageNeed.Origin, StageNeed.Branch, StageNeed.Amount, StageNeed.SignedOn, StageNeed.Unit], "签约", "已签约", "签约项目"),
        new(5, "registered", "注册", 60, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.Company], "注册", "已注册"),
        new(6, "preparing", "前期", 180, [StageNeed.Amount, StageNeed.SignedOn], "前期", "手续办理", "拟开工"),
        new(7, "started", "开工", 180, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.StartedOn], "开工", "已开工", "开业"),
        new(8, "building", "在建", 365, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.StartedOn], "在建", "建设中"),
        new(9, "completed", "竣工", 180, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.StartedOn], "竣工", "已竣工"),
        new(10, "producing", "投产", 365, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.StartedOn, StageNeed.ProducedOn], "投产", "已投产", "运营", "投产达效"),
        new(11, "full", "达产", 0, [StageNeed.Amount, StageNeed.SignedOn, StageNeed.StartedOn, StageNeed.ProducedOn], "达产", "升规", "入统"),
        new(90, "suspended", "暂缓", 0, [], "暂缓", "挂起", "暂停", "停工"),
        new(91, "terminated", "终止", 0, [], "终止", "清退", "解约"),
        new(92, "removed", "退库", 0, [], "退库"),
        new(93, "transferring", "流转中", 0, [], "流转中", "流转", "待承接"),
        new(94, "untracked", "停止追踪", 0, [], "停止追踪", "不再跟踪"),
    ];

    /// <summary>The stage of an order. Every stored order is one of the list.</summary>
    public static Stage Of(int order) => All.First(s => s.Order == order);

    /// <summary>The stage that goes by a code, name or synonym; null when there is none.</summary>
    public static Stage? Called(string text) =>
        All.FirstOrDefault(s => s.Code == text.Trim() || s.Name == text.Trim() || s.Synonyms.Contains(text.Trim()));
}

/// <summary>What a stage may need of a project.</summary>
public enum StageNeed
{
    /// <summary>The investor.</summary>
    [Label("投资方")] Investor,
    /// <summary>Where the investor comes from.</summary>
    [Label("资金来源")] Origin,
    /// <summary>The branch of the economy.</summary>
    [Label("产业类别")] Branch,
    /// <summary>The agreed amount.</summary>
    [Label("协议投资额")] Amount,
    /// <summary>The day of signing.</summary>
    [Label("签约日期")] SignedOn,
    /// <summary>The district it lands in.</summary>
    [Label("落地区县")] Unit,
    /// <summary>The company founded for it.</summary>
    [Label("项目公司")] Company,
    /// <summary>The day building started.</summary>
    [Label("开工日期")] StartedOn,
    /// <summary>The day production started.</summary>
    [Label("投产日期")] ProducedOn,
    /// <summary>The national project code.</summary>
    [Label("项目代码")] NationalCode,
    /// <summary>The industry, GB/T 4754.</summary>
    [Label("行业")] Industry,
    /// <summary>Where it finds its place: land or premises.</summary>
    [Label("用地方式")] LandSupply,
    /// <summary>Which kind of start it is.</summary>
    [Label("开工类型")] StartKind,
    /// <summary>The day the works were completed.</summary>
    [Label("竣工日期")] CompletedOn,
    /// <summary>Whom to ask.</summary>
    [Label("联系人")] Contact,
    /// <summary>What it is.</summary>
    [Label("项目简介")] Description,
    /// <summary>Since when some department counts it in statistics.</summary>
    [Label("入统时间")] InStatistics,
}
