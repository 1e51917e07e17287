using Bridgehead.Features.Access;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;
using Milestone = Bridgehead.Features.Progress.Milestone;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>The brief of a project: what is invested and arrived, how far it has come, which promises stand open, what holds it up, whom to ask.</summary>
public sealed class BriefOfProject(BridgeheadDb db, ListProjects list, ReadStanding standing, ScopedUnits scope, Words words, Asker asker)
{
    /// <summary>The brief; null when the project is not there or out of scope.</summary>
    internal async Task<Brief?> Run(Guid id, DateOnly today, string foot, CancellationToken cancel)
    {
        if (await (await list.Visible(cancel)).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } project) return null;
        var (show, where) = (new Show(words), await standing.Of(project, cancel));
        var units = (await scope.All(cancel)).ToDictionary(u => u.Id, u => u.NameIn(words));
        string Unit(Guid? unit) => unit is { } one && units.TryGetValue(one, out var name) ? name : "";
        var promises = await db.Set<StandingPromise>().AsNoTracking().Where(s => s.ProjectId == id && s.DroppedOn == null).OrderBy(s => s.DueOn).ThenBy(s => s.Id).ToListAsync(cancel);
        var problems = await db.Set<ReportedProblem>().AsNoTracking().Where(p => p.ProjectId == id && p.ClosedOn == null).OrderByDescending(p => p.RaisedOn).ThenBy(p => p.Id).Take(20).ToListAsync(cancel);
        var steps = await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == id && m.ActualOn == null && m.Revision == db.Set<Milestone>().Where(o => o.ProjectId == id).Max(o => o.Revision)).OrderBy(m => m.Place).Take(4).ToListAsync(cancel);
        var side = project.Stage.IsSide ? $"（{words[project.Stage.Name]}）" : "";
        return new Brief(project.Name, string.Join(" · ", new[] { project.Number, Unit(project.UnitId), Unit(project.ParkId), words[Stage.Of(project.Reached).Name] + side }.Where(t => t.Length > 0)),
            [
                new(words["协议投资额"], project.AmountFen == 0 ? Show.Unknown : show.Money(project.Amount)), new(words["累计到位"], show.Money(new Money(project.ArrivedFen)), $"/projects/{id}/money"),
                new(words["资金到位率"], show.Percent(project.AmountFen == 0 ? null : project.ArrivedFen * 100m / project.AmountFen)), new(words["签约日期"], show.Day(project.SignedOn)), new(words["用地"], show.Mu(project.Land)),
            ],
            [.. where.Way.Select(step => new BriefStage(words[step.Rule.Name], step.IsNow ? BriefStageState.Now : step.Rule.Order < project.Reached ? BriefStageState.Passed : BriefStageState.Ahead))],
            [
                new(words["基本情况"], Facts(project)),
                new(words["健康状况"], where.Reasons.Count == 0 ? [words.Of(project.Health)] : [.. where.Reasons.Select(words.Say)]),
                new(words["下一步节点"], [.. steps.Select(m => m.DaysOverdue(today) is > 0 and var late ? words.Say($"{m.Name}：计划{m.PlannedOn}，已超{late}天") : words.Say($"{m.Name}：{m.StandsAt}"))]),
                new(words["承诺兑现"], Promises(promises, today)),
                new(words["存在问题"], problems.Count == 0 ? [words["没有未解决的问题"]] : [.. problems.Select(p => words.Say($"{p.Kind}：{p.Text}（{p.RaisedOn}提出）"))]),
                new(words["联系人"], [Contact(project)]),
            ], foot, $"/projects/{id}");
    }

    private List<string> Facts(Project p)
    {
        var lines = new List<string>();
        void Say(string label, string? text) { if (!string.IsNullOrWhiteSpace(text)) lines.Add(words[label] + words.Colon + text); }
        Say("投资方", p.Investor is null ? null : p.Investor + (p.Origin is { } origin ? $"（{words.Of(origin)}{(p.OriginPlace is null ? "" : " " + p.OriginPlace)}）" : ""));
        Say("项目公司", p.Company);
        Say("行业", p.Industry ?? (p.Branch is { } branch ? words.Of(branch) : null));
        Say("项目简介", p.Description);
        return lines;
    }

    /// <summary>How many are kept, due and missed on each side, then those missed and due by name.</summary>
    private List<string> Promises(List<StandingPromise> promises, DateOnly today)
    {
        if (promises.Count == 0) return [words["没有登记承诺"]];
        var lines = new List<string>();
        foreach (var side in promises.GroupBy(p => p.Party).OrderBy(g => g.Key))
        {
            int Count(PromiseState state) => side.Count(p => p.StateOn(today) == state);
            lines.Add(words.Say($"{side.Key}承诺{side.Count()}条：已兑现{Count(PromiseState.Met)}，临期{Count(PromiseState.Due)}，逾期{Count(PromiseState.Missed)}，未到期{Count(PromiseState.NotYetDue)}"));
        }
        lines.AddRange(promises.Where(p => p.StateOn(today) is PromiseState.Missed or PromiseState.Due).Take(8)
            .Select(p => words.Say($"{p.StateOn(today)!.Value}：{words[PromiseKind.Of(p.Kind).Name]} {PromiseText.Terms(words, p.Kind, p.Operator, p.Target)}，{p.DueOn}到期，完成{PromiseText.Percent(p.Percent)}")));
        return lines;
    }

    private string Contact(Project p) => p.Contact is not { } contact ? Show.Unknown : asker.May(Permission.OpenContacts) ? contact : Hidden(contact);

    /// <summary>Each name and number of a contact as everybody may see it.</summary>
    private static string Hidden(string contact) => string.Join(' ', contact.Split([' ', '，', ',', '、', '　'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Any(char.IsAsciiDigit) ? Masked.Phone(part) : Masked.Name(part)));
}
