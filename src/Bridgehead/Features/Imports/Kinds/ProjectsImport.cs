using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>A ledger of projects. A project known already, by its national code or else by name and unit, is refused by name of the one that stands, so that nothing is counted twice.</summary>
public sealed class ProjectsImport(BridgeheadDb db, ScopedUnits scope, ProjectNumbers numbers, OpenProject open, StageRules rules, Figures figures, RecordEntries record, Asker asker, TimeProvider clock) : RowImport
{
    private readonly Dictionary<string, string> byCode = [];
    private readonly Dictionary<(string, Guid), string> byName = [];
    private readonly List<Project> taken = [];
    private readonly Dictionary<string, Unit?> units = [];
    private readonly Dictionary<(string, DateOnly), Guid?> indicators = [];
    private readonly DateOnly today = open.Today;
    private IReadOnlyList<Unit> inScope = [];
    private RulesInForce force = null!;

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new ImportColumn("name", "项目名称", Required: true).Or("项目", "名称", "工程名称", "招商项目名称"),
        new ImportColumn("unit", "落地区县").Or("单位", "区县", "县区", "所属区县", "落地单位", "责任单位", "县（市、区）", "建设地点", "项目所在地", "所在区县"),
        new ImportColumn("park", "园区").Or("落地园区", "所在园区", "开发区"),
        new ImportColumn("source", "信息来源单位").Or("驻外机构", "来源单位", "引荐单位"),
        new ImportColumn("investor", "投资方").Or("投资主体", "投资企业", "投资商", "投资单位", "业主", "建设单位", "客商名称"),
        new ImportColumn("company", "项目公司").Or("注册公司", "落地企业", "项目法人"),
        new ImportColumn("code", "项目代码", ColumnKind.Code).Or("投资项目代码", "国家项目代码", "备案代码"),
        new ImportColumn("origin", "资金来源").Or("来源", "内外资", "投资来源", "资金来源地"),
        new ImportColumn("place", "来源地").Or("投资方所在地", "投资方来源地", "来源省份", "客商所在地"),
        new ImportColumn("branch", "产业类别").Or("产业", "产业类型", "产业分类"),
        new ImportColumn("industry", "行业").Or("所属行业", "行业类别", "国民经济行业"),
        new ImportColumn("amount", "协议投资额", ColumnKind.Money).Or("总投资", "计划总投资", "合同投资额", "协议总投资", "投资总额", "投资金额", "签约金额", "合同金额"),
        new ImportColumn("signed", "签约日期", ColumnKind.Date).Or("签约时间", "协议签订日期", "签订日期", "合同签订时间"),
        new ImportColumn("started", "开工日期", ColumnKind.Date).Or("开工时间", "实际开工时间"),
        new ImportColumn("produced", "投产日期", ColumnKind.Date).Or("投产时间", "竣工投产时间"),
        new ImportColumn("completed", "竣工日期", ColumnKind.Date).Or("竣工时间", "实际竣工时间"),
        new ImportColumn("stage", "项目阶段").Or("阶段", "当前阶段", "项目状态", "状态", "进展阶段", "推进阶段"),
        new ImportColumn("land", "用地面积", ColumnKind.Land).Or("用地", "占地面积", "土地面积"),
        new ImportColumn("contact", "联系人").Or("项目联系人", "责任人"),
        new ImportColumn("description", "项目简介").Or("建设内容", "主要建设内容", "建设规模及内容", "建设内容及规模", "简介"),
    ];

    /// <inheritdoc />
    public override async Task Begin(CancellationToken cancel)
    {
        inScope = await scope.All(cancel);
        force = await rules.On(today, cancel);
        await foreach (var known in db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null).Select(p => new { p.Number, p.Name, p.UnitId, p.NationalCode }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            byName.TryAdd((known.Name, known.UnitId), known.Number);
            if (known.NationalCode is { } code) byCode.TryAdd(code.Value, known.Number);
        }
    }

    /// <inheritdoc />
    public override bool Take(SheetRow row)
    {
        var facts = Read(row);
        if (row.IsRefused) return false;
        var stage = StageOf(row, facts);
        if (row.IsRefused) return false;
        Project project;
        try
        {
            project = new Project("", facts, stage, today);
            project.ComesFromALedger(force, today);
        }
        catch (Refusal refusal)
        {
            row.Refuse(null, refusal.Sentence);
            return false;
        }
        var place = $"{row.Sheet}第{row.Number}行";
        if ((facts.NationalCode is { } code && byCode.TryGetValue(code.Value, out var same)) || byName.TryGetValue((facts.Name.Trim(), facts.UnitId), out same))
        {
            row.Refuse("name", $"项目已经登记过（{same}），不重复导入");
            return false;
        }
        if (facts.NationalCode is { } own) byCode.Add(own.Value, place);
        byName.Add((facts.Name.Trim(), facts.UnitId), place);
        taken.Add(project);
        return false;
    }

    /// <inheritdoc />
    public override async Task Write(ImportBatch batch, CancellationToken cancel)
    {
        var given = await numbers.Take(open.Today.Year, taken.Count, cancel);
        var projects = taken;
        for (var i = 0; i < projects.Count; i++) projects[i].ComeWith(batch.Id, given[i]);
        await BulkInsert.Into(db, projects, cancel);
        await BulkInsert.Into(db, projects.Where(p => p.StageOrder > 0).Select(p => p.CameAt(asker.UserId, asker.Name, force)), cancel);
        db.Note(new FieldChange(nameof(Project), batch.Id, "Added", null, projects.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await Count(batch, projects, cancel);
        await SearchIndex.Add(db, projects, cancel);
    }

    /// <summary>What the projects count for is entered in the ledger of figures as declared by their unit.</summary>
    private async Task Count(ImportBatch batch, List<Project> projects, CancellationToken cancel)
    {
        var counted = projects.Where(p => ProjectCount.Of(p).Count > 0).ToList();
        if (counted.Count == 0) return;
        var evidence = counted.Select(p => p.UnitId).Distinct().ToDictionary(u => u, u => new Evidence(
            EvidenceKind.Declaration, batch.File, $"sha256:{batch.Digest}", u, clock.GetUtcNow().UtcDateTime) { BatchId = batch.Id });
        await BulkInsert.Into(db, evidence.Values, cancel);
        var entries = new List<NewEntry>(counted.Count * 2);
        foreach (var project in counted)
            foreach (var count in ProjectCount.Of(project))
                if (await Indicator(count, cancel) is { } indicator) entries.Add(count.Entry(project, evidence[project.UnitId].Id, indicator));
        await record.Run(entries, cancel);
    }

    /// <summary>The indicator in force on the day; null when the city keeps no such indicator.</summary>
    private async ValueTask<Guid?> Indicator(ProjectCount count, CancellationToken cancel)
    {
        if (!indicators.TryGetValue((count.Indicator, count.On), out var id))
            indicators[(count.Indicator, count.On)] = id = (await figures.Named(count.Indicator, count.On, cancel))?.Id;
        return id;
    }

    private ProjectFacts Read(SheetRow row)
    {
        var name = row.Text("name");
        if (name is null) row.Refuse("name", $"没有项目名称");
        else if (name.Length > 80) row.Refuse("name", $"项目名称超过80个字");
        var amount = row.Amount("amount");
        if (amount is not null && amount.Currency != "CNY")
        {
            row.Refuse("amount", $"协议投资额须为人民币，{amount.Currency}请按签约日汇率折算后填写");
            amount = null;
        }
        if (amount is { Amount: > 90_000_000_000_000m or <= 0 }) row.Refuse("amount", $"协议投资额不合理，请核对单位");
        ProjectCode? code = null;
        if (row.Code("code") is { } text)
        {
            if (ProjectCode.TryRead(text, out var known)) code = known;
            else row.Refuse("code", $"项目代码“{text}”应为2203-511402-04-01-123456这样的20位数字（GB/T 40058-2021）");
        }
        var unit = UnitOf(row, "unit", required: true);
        var park = UnitOf(row, "park", required: false);
        return new ProjectFacts
        {
            Name = name ?? "", UnitId = unit?.Id ?? Guid.Empty, ParkId = park?.Id, SourceUnitId = UnitOf(row, "source", required: false)?.Id, Investor = Limit(row.Text("investor"), 120),
            Company = Limit(row.Text("company"), 120), NationalCode = code, Origin = OriginOf(row), OriginPlace = Limit(row.Text("place"), 40), Branch = BranchOf(row), Industry = Limit(row.Text("industry"), 60),
            Amount = row.IsRefused || amount is null ? null : Money.FromYuan(Math.Round(amount.Amount, 2)), SignedOn = row.Date("signed"), StartedOn = row.Date("started"), ProducedOn = row.Date("produced"),
            Land = row.SquareMetres("land") is { } metres and >= 0 and <= 10_000_000_000m ? Land.FromSquareMetres(metres) : null, Contact = Limit(row.Text("contact"), 80), Description = Limit(row.Text("description"), 4000),
        };
    }

    /// <summary>The stage the ledger states; without one, the furthest the row has everything for.</summary>
    private static Stage StageOf(SheetRow row, ProjectFacts facts)
    {
        var said = row.Text("stage");
        if (said is not null && Stage.Called(said) is { } stage) return stage;
        var inferred = Inferred(facts);
        if (said is not null) row.Say("stage", Severity.Warning, $"不认识的阶段“{said}”，按已填内容定为“{inferred.Name}”");
        return inferred;
    }

    private static Stage Inferred(ProjectFacts facts) => facts switch
    {
        { ProducedOn: not null, StartedOn: not null, SignedOn: not null, Amount: not null } => Stage.Called("producing")!,
        { StartedOn: not null, SignedOn: not null, Amount: not null } => Stage.Called("started")!,
        { SignedOn: not null, Amount: not null, Investor: not null, Origin: not null, Branch: not null } => Stage.Called("signed")!,
        { Investor: not null, Origin: not null } => Stage.Called("talks")!,
        _ => Stage.Called("lead")!,
    };

    private Unit? UnitOf(SheetRow row, string key, bool required)
    {
        if (row.Text(key) is not { } name)
        {
            return required ? UnitUnsaid(row, key) : null;
        }
        if (!units.TryGetValue(name, out var unit))
            units[name] = unit = inScope.FirstOrDefault(u => u.IsCalled(name)) ?? inScope.FirstOrDefault(u => u.Name.EndsWith(name, StringComparison.Ordinal) && name.Length >= 2);
        if (unit is null && required) row.Refuse(key, $"没有单位“{name}”，或者不在您的数据范围内；可在“单位”中新增或补充别名");
        else if (unit is null) row.Say(key, Severity.Warning, $"没有单位“{name}”，这一项留空");
        return unit;
    }

    /// <summary>The unit of a row that names none: the one its sheet is called after, the one chosen for the file, the asker's own.</summary>
    private Unit? UnitUnsaid(SheetRow row, string key)
    {
        if (inScope.FirstOrDefault(u => u.IsCalled(row.Sheet)) is { } sheet) return sheet;
        if (Options.Unit is { } chosen) return inScope.FirstOrDefault(u => u.IsCalled(chosen)) ?? throw new Refusal($"没有单位“{chosen}”，或者不在您的数据范围内");
        if (inScope.Count > 0 && inScope[0].Kind is not UnitKind.City) return inScope[0];
        row.Refuse(key, $"没有落地区县；整份台账属于同一单位时，可在导入时选定（命令行 --unit）");
        return null;
    }

    private static Origin? OriginOf(SheetRow row)
    {
        if (row.Text("origin") is not { } said) return null;
        if (Groups.Read(said) is (Dimension.Origin, var key) && Enum.TryParse<Origin>(key, out var origin)) return origin;
        row.Say("origin", Severity.Warning, $"不认识的资金来源“{said}”，这一项留空；可用：国（境）外、国内省外、市外省内、市内县际");
        return null;
    }

    private static Branch? BranchOf(SheetRow row)
    {
        if (row.Text("branch") is not { } said) return null;
        if (Groups.Read(said) is (Dimension.Industry, var key) && Enum.TryParse<Branch>(key, out var branch)) return branch;
        row.Say("branch", Severity.Warning, $"不认识的产业类别“{said}”，这一项留空；可用：一产、二产、三产");
        return null;
    }

    private static string? Limit(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
