using System.Globalization;
using Bridgehead.Features.Admission;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>The admission reviews of the demo city: concluded ones of signed projects, open ones of those about to sign, some put off, some refused by a veto; and the compliance reviews before signing.</summary>
internal sealed class DemoReviews(BridgeheadDb db) : DemoChapter
{
    private static readonly string[] Departments = ReviewInput.UsualDepartments.Split('\n');
    private static readonly string[] Conditions = ["环评批复前不得开工", "用能指标在现有存量内平衡", "补充银行资信证明后签约", "消防设计按甲类厂房报审"];
    private static readonly string[] Chairs = ["何立群", "陈副市长", "唐建国"];

    private readonly List<Review> reviews = [];
    private readonly List<ReviewOpinion> opinions = [];
    private readonly List<ReviewMaterial> materials = [];
    private readonly List<ReviewScore> scores = [];
    private readonly List<ReviewNode> nodes = [];
    private readonly List<ComplianceNote> notes = [];

    /// <inheritdoc />
    public override int Order => 190;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var sheet = await db.Set<ScoreSheet>().AsNoTracking().OrderByDescending(s => s.Number).FirstAsync(cancel);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null).OrderBy(p => p.Number).Take(Detailed).ToListAsync(cancel);
        var random = new DemoRandom(size.Seed + 577);
        foreach (var project in projects)
            if (project.SignedOn is { } signed)
            {
                if (random.Chance(85)) Concluded(project, sheet, signed.AddDays(-12 - random.Next(30)), true, random, today);
                Comply(project, signed, random, today);
            }
            else if (project.StageOrder == 3 || (project.StageOrder == 2 && random.Chance(25)))
            {
                if (random.Chance(20)) Concluded(project, sheet, today.AddDays(-40 - random.Next(60)), false, random, today);
                Open(project, sheet, random, today);
            }
        await BulkInsert.Into(db, reviews, cancel);
        await BulkInsert.Into(db, opinions, cancel);
        await BulkInsert.Into(db, materials, cancel);
        await BulkInsert.Into(db, scores, cancel);
        await BulkInsert.Into(db, nodes, cancel);
        await BulkInsert.Into(db, notes, cancel);
    }

    private void Concluded(Project project, ScoreSheet sheet, DateOnly on, bool passed, DemoRandom random, DateOnly today)
    {
        var review = Begin(project, sheet, on.AddDays(-15), random);
        review.Meet(on, random.Pick(Chairs), "发改、经信、自然资源、生态环境、应急、财政、税务、司法");
        var conditions = new List<string>();
        foreach (var opinion in Own(review))
        {
            var conditional = random.Chance(passed ? 14 : 30);
            if (conditional) conditions.Add(random.Pick(Conditions));
            opinion.Give(review, conditional ? OpinionVerdict.AgreeWithConditions : OpinionVerdict.Agree, conditional ? conditions[^1] : null, "综合科", on.AddDays(-random.Next(9) - 1), today, "周敏");
        }
        review.Await(0);
        Score(review, sheet, passed ? 86 : 58, random);
        foreach (var material in materials.Where(m => m.ReviewId == review.Id)) material.Receive(review, on.AddDays(-12));
        var veto = !passed && random.Chance(40);
        if (veto) review.Find([sheet.Vetoes[random.Next(sheet.Vetoes.Count)]], sheet);
        foreach (var node in nodes.Where(n => n.ReviewId == review.Id)) node.Decide(review, on.AddDays(node.Order * 3), passed ? NodeResult.Agreed : NodeResult.SentBack, string.Create(CultureInfo.InvariantCulture, $"纪要〔{on.Year}〕{random.Next(90) + 1}号"), today.AddDays(60));
        var assessment = Assessment.Of(sheet, scores.Where(s => s.ReviewId == review.Id), review.VetoList.Count);
        var conclusion = !passed || !assessment.Passes ? veto ? ReviewConclusion.Rejected : ReviewConclusion.Deferred : conditions.Count > 0 ? ReviewConclusion.PassedWithConditions : ReviewConclusion.Passed;
        review.Conclude(conclusion, assessment, false, conclusion == ReviewConclusion.Passed ? null : conditions.Count > 0 ? string.Join("；", conditions.Distinct()) : "材料补充后再议", "会议听取了项目情况汇报和各部门意见，对照评分表逐项打分。", on, "何立群");
    }

    private void Open(Project project, ScoreSheet sheet, DemoRandom random, DateOnly today)
    {
        var review = Begin(project, sheet, today.AddDays(-random.Next(14) - 2), random);
        if (random.Chance(65)) review.Meet(today.AddDays(random.Next(21) + 1), random.Pick(Chairs), null);
        var own = Own(review).ToList();
        var given = random.Chance(30) ? own.Count : random.Next(own.Count);
        foreach (var opinion in own.Take(given))
        {
            var disagrees = random.Chance(6);
            opinion.Give(review, disagrees ? OpinionVerdict.Disagree : OpinionVerdict.Agree, disagrees ? "选址与环境功能区要求不一致，建议调整" : null, "综合科", today.AddDays(-1), today, "周敏");
        }
        review.Await(own.Count - given);
        foreach (var material in materials.Where(m => m.ReviewId == review.Id && random.Chance(70))) material.Receive(review, today.AddDays(-2));
        if (given == own.Count) Score(review, sheet, 76, random);
    }

    private Review Begin(Project project, ScoreSheet sheet, DateOnly on, DemoRandom random)
    {
        var kind = project.AmountFen > Money.FromYi(5).Fen && random.Chance(30) ? ProjectClass.LargeInvestment : project.Land is not null ? ProjectClass.Land : random.Chance(60) ? ProjectClass.Policy : ProjectClass.Other;
        var review = new Review(project.Id, reviews.Count(r => r.ProjectId == project.Id) + 1, sheet.Id, kind, Departments.Length, on.ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc));
        reviews.Add(review);
        opinions.AddRange(Departments.Select((d, i) => new ReviewOpinion(review.Id, d, i)));
        materials.AddRange(ReviewMaterial.Usual.Select((m, i) => new ReviewMaterial(review.Id, m, i)));
        nodes.AddRange(DecisionNodes.Of(kind).Select((b, i) => new ReviewNode(review.Id, b, i)));
        return review;
    }

    private IEnumerable<ReviewOpinion> Own(Review review) => Enumerable.Reverse(opinions).TakeWhile(o => o.ReviewId == review.Id).Reverse();

    private void Score(Review review, ScoreSheet sheet, int about, DemoRandom random)
    {
        foreach (var item in sheet.Items) scores.Add(new ReviewScore(review, item, Math.Clamp(Math.Round(item.Weight * (about - 12 + random.Next(25)) / 100m, 0), 0, item.Weight), null));
    }

    private void Comply(Project project, DateOnly signed, DemoRandom random, DateOnly today)
    {
        if (random.Chance(82)) notes.Add(new ComplianceNote(project.Id, ComplianceKind.Legality, ComplianceConclusion.Conforms, $"青司合审〔{signed.Year}〕{random.Next(200) + 1}号", signed.AddDays(-6), null, today, "唐建国"));
        if (!random.Chance(78)) return;
        var exception = random.Chance(8);
        notes.Add(new ComplianceNote(project.Id, ComplianceKind.FairCompetition, exception ? ComplianceConclusion.Exception : ComplianceConclusion.Conforms, $"青公竞审〔{signed.Year}〕{random.Next(200) + 1}号", signed.AddDays(-5),
            exception ? "科技创新例外，实施期限三年" : null, today, "唐建国"));
    }
}
