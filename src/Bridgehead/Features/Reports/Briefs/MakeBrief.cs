using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>Makes a brief of a project, an enterprise, a unit or an industry chain; the same for page, API, command line and schedule.</summary>
public sealed class MakeBrief(BriefOfProject projects, BriefOfEnterprise enterprises, BriefOfUnit units, BriefOfIndustry industries, ScopedUnits scope, Words words, Asker asker, TimeProvider clock)
{
    /// <summary>The brief; null when the thing is not there, out of scope or not the asker's to read. Where nothing is named, of the asker's own unit; refused when there is none.</summary>
    public async Task<Brief?> Run(BriefQuery query, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime.AddHours(8);
        var today = DateOnly.FromDateTime(now);
        var foot = words.Say($"部门调度数据，{today}由系统生成，{await scope.Giver(words, cancel)}");
        var brief = query switch
        {
            { Project: { } project } => asker.May(Permission.ReadProjects) ? await projects.Run(project, today, foot, cancel) : null,
            { Enterprise: { } enterprise } => asker.May(Permission.ReadEnterprises) ? await enterprises.Run(enterprise, today, foot, cancel) : null,
            { Industry: { } industry } when !string.IsNullOrWhiteSpace(industry) => asker.May(Permission.ReadProjects) ? await industries.Run(industry.Trim(), query.Unit, today, foot, cancel) : null,
            { Unit: { Length: > 0 } unit } => await units.Run(unit, today, foot, cancel),
            _ => await units.Run(await Own(cancel), today, foot, cancel),
        };
        return brief?.Fitted(words);
    }

    private async Task<string> Own(CancellationToken cancel) =>
        (await scope.All(cancel)).MinBy(u => u.Path.Length)?.Code ?? throw new Refusal($"请选择项目、企业、单位或产业链", nameof(BriefQuery.Unit));
}
