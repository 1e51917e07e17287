using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>
/// A ledger of projects. A project known already, by its national code, its number or else by name and unit, is never entered twice: it is kept,
/// filled in or overwritten as the person decided.
/// </summary>
public sealed class ProjectsImport(BridgeheadDb db, ScopedUnits scope, ProjectNumbers numbers, OpenProject open, StageRules rules, CountProjects counts, LookForDoubles doubles, Asker asker) : RowImport
{
    private readonly Dictionary<string, (Guid Id, string Number, Guid Unit)> byCode = [];
    private readonly Dictionary<(string, Guid), (Guid Id, string Number, Guid Unit)> byName = [];
    private readonly Dictionary<string, (Guid Id, string Number, Guid Unit)> byNumber = [];
    private readonly List<Project> taken = [];
    private readonly List<Matched> matched = [];
    private readonly DateOnly today = open.Today;
    private IReadOnlyList<Unit> inScope = [];
    private UnitsOfALedger units = null!;
    private HashSet<Guid> scoped = [];
    private ExchangeRate? dollar;
    private UpdateProjects? updates;
    private EnteredMeanwhile meanwhile = new();
    private RulesInForce force = null!;

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns => ProjectColumns.All;

    /// <inheritdoc />
    public override async Task Begin(CancellationToken cancel)
    {
        meanwhile = new EnteredMeanwhile();
        inScope = await scope.All(cancel);
        units = new UnitsOfALedger(inScope, MeaningOf, Options.Unit);
        force = await rules.On(today, cancel);
        scoped = [.. inScope.Select(u => u.Id)];
        dollar = ImportOptions.RateOf(Options.DollarRate, today);
        await foreach (var known in db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null).Select(p => new { p.Id, p.Number, p.Name, p.UnitId, p.NationalCode }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            byName.TryAdd((known.Name, known.UnitId), (known.Id, known.Number, known.UnitId));
            byNumber.TryAdd(known.Number, (known.Id, known.Number, known.UnitId));
            if (known.NationalCode is { } code) byCode.TryAdd(code.Value, (known.Id, known.Number, known.UnitId));
        }
    }

    /// <inheritdoc />
    public override RowVerdict Take(SheetRow row)
    {
        var facts = Read(row);
        if (Known(row, facts) is { } known) return Match(row, facts, known);
        var stage = StageOf(row, facts);
        ProjectReasons.Rules(row, facts, today);
        var (since, progress) = Options.KeepDates ? Dates(row) : default;
        if (row.IsRefused) ProjectReasons.Gate(row, facts, stage, today);
        if (row.IsRefused) return RowVerdict.Refused;
        try
        {
            var project = new Project("", facts, stage, today);
            project.ComesFromALedger(force, today);
            if ((since ?? progress) is not null) project.Since(since ?? project.StageSince, progress ?? since ?? project.LastProgressOn);
            var place = (Guid.Empty, $"{row.Sheet}第{row.Number}行", facts.UnitId);
            if (facts.NationalCode is { } own) byCode.TryAdd(own.Value, place);
            byName.TryAdd((facts.Name.Trim(), facts.UnitId), place);
            taken.Add(project);
            doubles.Note(row.Sheet, row.Number, RecordFacts.Of(project));
            return RowVerdict.Added;
        }
        catch (Refusal refusal)
        {
            ProjectReasons.Gate(row, facts, stage, today);
            if (!row.IsRefused) row.Refuse(null, refusal.Sentence);
            return RowVerdict.Refused;
        }
    }

    /// <inheritdoc />
    public override async Task Settle(CancellationToken cancel)
    {
        // the one place that sees the whole ledger before it is written: "taken" are the new projects, "matched" those that stand already
        updates = new UpdateProjects(db, open, ProjectFieldsToMerge.All(inScope));
        Settled.AddRange(await updates.Settle(matched, Options.OnExisting ?? OnExisting.Keep, cancel));
        Doubled.AddRange(await doubles.Run(RecordKind.Project, cancel));
    }

    /// <inheritdoc />
    public override async Task Write(ImportBatch batch, ImportProgress progress, CancellationToken cancel)
    {
        progress.Begin(1, taken.Count + updates!.Count);
        var given = await numbers.Take(today.Year, taken.Count, cancel);
        await meanwhile.Refuse(db, taken, byNumber, cancel);
        for (var i = 0; i < taken.Count; i++) taken[i].ComeWith(batch.Id, given[i]);
        await IndexesAside.During<Project>(db, taken.Count, () => BulkInsert.Into(db, progress.Counting(taken), cancel), cancel);
        await BulkInsert.Into(db, taken.Where(p => p.StageOrder > 0).Select(p => p.CameAt(asker.UserId, asker.Name, force)), cancel);
        db.Note(new FieldChange(nameof(Project), batch.Id, "Added", null, taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await doubles.Queue(cancel);
        await updates.Write(batch, progress, cancel);
        progress.Begin(2, 0);
        await counts.Run(batch, taken, cancel);
        progress.Begin(3, 0);
        await SearchIndex.Add(db, taken, cancel);
    }

    /// <inheritdoc />
    public override IReadOnlyList<WordMeaning>? Meanings(string field) => field switch
    {
        "unit" or "park" or "source" => [.. inScope.Select(u => new WordMeaning(u.Code, u.Name))],
        "origin" => [.. Enum.GetValues<Origin>().Select(o => new WordMeaning(o.ToString(), LabelAttribute.Of(o)))],
        "branch" => [.. Enum.GetValues<Branch>().Select(b => new WordMeaning(b.ToString(), LabelAttribute.Of(b)))],
        "stage" => [.. Stage.All.Select(s => new WordMeaning(s.Code, s.Name))],
        _ => null,
    };

    /// <summary>The project that stands already and the row is about, as the person wants it recognised.</summary>
    private (Guid Id, string Number, Guid Unit)? Known(SheetRow row, ProjectFacts facts)
    {
        var number = row.Code("number");
        if (Options.MatchBy is MatchBy.Any or MatchBy.Number && number is not null && byNumber.TryGetValue(number, out var same)) return same;
        if (Options.MatchBy == MatchBy.Number && number is null) row.Refuse("number", $"没有项目编号，无法按编号识别");
        if (Options.MatchBy is MatchBy.Any or MatchBy.Code && facts.NationalCode is { } code && byCode.TryGetValue(code.Value, out same)) return same;
        if (Options.MatchBy is MatchBy.Any or MatchBy.Name && byName.TryGetValue((facts.Name.Trim(), facts.UnitId), out same)) return same;
        // whatever it is to be recognised by, the same project must not be entered a second time
        if ((facts.NationalCode is { } own && byCode.TryGetValue(own.Value, out same)) || byName.TryGetValue((facts.Name.Trim(), facts.UnitId), out same))
            row.Refuse("name", $"项目已经登记过（{same.Number}），但不是按所选方式识别的，不重复导入");
        return null;
    }

    private RowVerdict Match(SheetRow row, ProjectFacts facts, (Guid Id, string Number, Guid Unit) known)
    {
        if (known.Id == Guid.Empty || !scoped.Contains(known.Unit))
        {
            if (known.Id == Guid.Empty) row.Refuse("name", $"与{known.Number}是同一个项目，不重复导入");
            else row.Refuse("code", $"这个项目已由其他单位登记，不在您的数据范围内，不能导入");
            return RowVerdict.Refused;
        }
        if (row.IsRefused) return RowVerdict.Refused;
        row.Say("name", Severity.Note, $"项目已经登记过（{known.Number}）");
        if (Options.OnExisting is OnExisting.Fill or OnExisting.Overwrite && row.Text("stage") is not null) row.Say("stage", Severity.Note, $"已有项目的阶段不随导入改变，请在项目页上转阶段");
        matched.Add(new Matched(row.Sheet, row.Number, known.Id, facts));
        return RowVerdict.Matched;
    }

    /// <summary>Since when it stands where it stands and when anything last happened, as far as the ledger says.</summary>
    private (DateOnly? Since, DateOnly? Progress) Dates(SheetRow row)
    {
        var (since, progress) = (row.Date("since"), row.Date("progress"));
        if (since > today) row.Refuse("since", $"日期{since}晚于今天，请核对");
        if (progress > today) row.Refuse("progress", $"日期{progress}晚于今天，请核对");
        return (since, progress);
    }

    private ProjectFacts Read(SheetRow row)
    {
        var name = row.Text("name");
        if (name is null) row.Refuse("name", $"没有项目名称");
        else if (name.Length > 80) row.Refuse("name", $"项目名称超过80个字");
        var amount = row.Amount("amount");
        var currency = amount?.Currency ?? "CNY";
        if (amount is { Currency: "USD", Amount: <= 9_000_000_000_000m } && dollar is not null)
        {
            row.Say("amount", Severity.Note, $"{amount.Amount}美元按{dollar.Text}折算为人民币");
            amount = new CurrencyAmount(dollar.ToYuan(amount.Amount).Yuan, "CNY");
        }
        if (amount is not null && amount.Currency != "CNY")
        {
            row.Refuse("amount", $"协议投资额须为人民币，{amount.Currency}请按签约日汇率折算后填写，美元也可在导入设置中填写汇率");
            amount = null;
        }
        if (amount is { Amount: > 90_000_000_000_000m or <= 0 }) row.Refuse("amount", $"协议投资额不合理，请核对单位");
        ProjectCode? code = null;
        if (row.Code("code") is { } text)
        {
            if (ProjectCode.TryRead(text, out var known)) code = known;
            else row.Refuse("code", $"项目代码“{text}”应为2203-511402-04-01-123456这样的20位数字（GB/T 40058-2021）");
        }
        var unit = units.Of(row, "unit", required: true);
        var park = units.Of(row, "park", required: false);
        return new ProjectFacts
        {
            Name = name ?? "", UnitId = unit?.Id ?? Guid.Empty, ParkId = park?.Id, SourceUnitId = units.Of(row, "source", required: false)?.Id, Investor = Limit(row.Text("investor"), 120),
            Company = Limit(row.Text("company"), 120), NationalCode = code, Origin = OriginOf(row), OriginPlace = Limit(row.Text("place"), 40), Branch = BranchOf(row), Industry = Limit(row.Text("industry"), 60),
            Amount = amount is null || row.IsWrong("amount") ? null : Money.FromYuan(Math.Round(amount.Amount, 2)), Currency = currency, SignedOn = row.Date("signed"), StartedOn = row.Date("started"), ProducedOn = row.Date("produced"), CompletedOn = row.Date("completed"),
            Land = row.SquareMetres("land") is { } metres and >= 0 and <= 10_000_000_000m ? Land.FromSquareMetres(metres) : null, Contact = Limit(row.Text("contact"), 80), Description = Limit(row.Text("description"), 4000),
        };
    }

    /// <summary>The stage the ledger states; without one, the furthest the row has everything for.</summary>
    private Stage StageOf(SheetRow row, ProjectFacts facts)
    {
        var said = row.Text("stage");
        if (said is not null && (Stage.Called(said) ?? (MeaningOf("stage", said) is { } code ? Stage.Called(code) : null)) is { } stage) return stage;
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

    private Origin? OriginOf(SheetRow row)
    {
        if (row.Text("origin") is not { } said) return null;
        if (Groups.Read(said) is (Dimension.Origin, var key) && Enum.TryParse<Origin>(key, out var origin)) return origin;
        if (MeaningOf("origin", said) is { } meant && Enum.TryParse(meant, out origin)) return origin;
        row.Say("origin", Severity.Warning, $"不认识的资金来源“{said}”，这一项留空；可用：国（境）外、国内省外、市外省内、市内县际");
        return null;
    }

    private Branch? BranchOf(SheetRow row)
    {
        if (row.Text("branch") is not { } said) return null;
        if (Groups.Read(said) is (Dimension.Industry, var key) && Enum.TryParse<Branch>(key, out var branch)) return branch;
        if (MeaningOf("branch", said) is { } meant && Enum.TryParse(meant, out branch)) return branch;
        row.Say("branch", Severity.Warning, $"不认识的产业类别“{said}”，这一项留空；可用：一产、二产、三产");
        return null;
    }
}
