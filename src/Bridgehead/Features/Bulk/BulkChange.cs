using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Views;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Bulk;

/// <summary>
/// What a bulk change does to one project, by the project's own use cases: whatever a single change would be refused is refused here.
/// </summary>
public sealed class BulkChange(BridgeheadDb db, OpenProject open, ScopedUnits scope)
{
    /// <summary>Reads the value asked for: who or what is meant, as it is shown. Refused when there is no such thing in scope.</summary>
    public async Task<(string? Value, string? Shown)> Read(BulkAct act, string? typed, CancellationToken cancel = default)
    {
        var value = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        switch (act)
        {
            case BulkAct.Contact:
                Refusal.When(value?.Length > 80, $"联系人最多80个字", "Value");
                return (value, value);
            case BulkAct.Industry:
                Refusal.When(value?.Length > 60, $"行业最多60个字", "Value");
                return (value, value);
            case BulkAct.Branch:
                Refusal.Unless(Enum.TryParse<Branch>(value, out var branch) && Enum.IsDefined(branch), $"没有产业类别“{value}”", "Value");
                return (branch.ToString(), LabelAttribute.Of(branch));
            case BulkAct.Park:
                if (value is null) return (null, null);
                var park = await scope.Named(value, cancel);
                Refusal.Unless(park is { Kind: UnitKind.Park }, $"数据范围内没有园区“{value}”", "Value");
                return (park!.Id.ToString(), park.Label);
            case BulkAct.Investor:
                Refusal.When(value is null, $"请填写企业的名称或统一社会信用代码", "Value");
                var name = value!;
                var code = name.ToUpperInvariant();
                var isCode = code.Length == 18 && code.All(char.IsAsciiLetterOrDigit);
                var found = await db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null && e.Name == name).Take(2).ToListAsync(cancel);
                if (found.Count == 0 && isCode)
                {
                    var credit = CreditCode.Create(code);
                    found = await db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null && e.CreditCode == credit).Take(2).ToListAsync(cancel);
                }
                Refusal.Unless(found.Count == 1, $"企业名录中没有“{name}”，请先登记企业", "Value");
                return (found[0].Id.ToString(), found[0].Name);
            case BulkAct.Stage:
                var stage = Stage.Called(value ?? "");
                Refusal.When(stage is null, $"没有阶段“{value}”", "Value");
                return (stage!.Code, stage.Name);
            default:
                return (null, null);
        }
    }

    /// <summary>Whether the project is so already.</summary>
    public static bool IsSo(Project project, BulkJob job)
    {
        if (job.Act == BulkAct.ThrowAway) return false;
        if (job.Act == BulkAct.Stage) return Stage.Called(job.Value!)!.Order == project.StageOrder;
        var facts = StatedFacts.Of(project);
        return Wanted(facts, job) == facts;
    }

    /// <summary>Does it. Returns what must be known to take it back, and what else there is to say: a move may have to be let in by somebody.</summary>
    public async Task<(string? Before, FormattableString? Asked)> Do(Project project, BulkJob job, CancellationToken cancel)
    {
        RefuseOutside(project, await scope.All(cancel));
        var facts = StatedFacts.Of(project);
        var before = Standing(facts, project, job.Act);
        if (job.Act == BulkAct.ThrowAway) await open.ThrowAway(project, cancel);
        else if (job.Act == BulkAct.Stage)
        {
            if (await open.Move(project, Stage.Called(job.Value!)!, job.Reason, cancel) is { } request) return (before, $"已提交申请，由{LabelAttribute.Of(request.Approver)}办理");
        }
        else await open.Change(project, Wanted(facts, job), cancel);
        return (before, null);
    }

    /// <summary>Takes it back.</summary>
    public async Task TakeBack(Project project, BulkJob job, string? before, CancellationToken cancel)
    {
        RefuseOutside(project, await scope.All(cancel));
        if (job.Act == BulkAct.ThrowAway) await open.BringBack(project, cancel);
        else if (job.Act == BulkAct.Stage)
        {
            Refusal.When(project.PendingOrder is not null, $"转阶段的申请还在办理，请在项目页撤回申请");
            Refusal.When(await open.Move(project, Stage.Called(before!)!, "撤销批量转阶段", cancel) is not null, $"退回原阶段须经审批，请在项目页办理");
        }
        else await open.Change(project, Earlier(StatedFacts.Of(project), job.Act, before), cancel);
    }

    private static void RefuseOutside(Project project, IReadOnlyList<Unit> units) =>
        Refusal.Unless(units.Any(u => u.Id == project.UnitId), $"落地单位不在您的数据范围内，不能登记或修改", nameof(Project.UnitId));

    private static ProjectFacts Wanted(ProjectFacts facts, BulkJob job) => job.Act switch
    {
        BulkAct.Investor => facts with { InvestorId = Guid.Parse(job.Value!), Investor = job.Shown },
        _ => Earlier(facts, job.Act, job.Value),
    };

    private static ProjectFacts Earlier(ProjectFacts facts, BulkAct act, string? value) => act switch
    {
        BulkAct.Contact => facts with { Contact = value },
        BulkAct.Industry => facts with { Industry = value },
        BulkAct.Branch => facts with { Branch = value is null ? null : Enum.Parse<Branch>(value) },
        BulkAct.Park => facts with { ParkId = value is null ? null : Guid.Parse(value) },
        _ => value?.Split('\n') is [var id, var name] ? facts with { InvestorId = id.Length == 0 ? null : Guid.Parse(id), Investor = name.Length == 0 ? null : name } : facts,
    };

    private static string? Standing(ProjectFacts facts, Project project, BulkAct act) => act switch
    {
        BulkAct.Contact => facts.Contact,
        BulkAct.Industry => facts.Industry,
        BulkAct.Branch => facts.Branch?.ToString(),
        BulkAct.Park => facts.ParkId?.ToString(),
        BulkAct.Stage => project.Stage.Code,
        BulkAct.Investor => $"{facts.InvestorId}\n{facts.Investor}",
        _ => null,
    };
}
