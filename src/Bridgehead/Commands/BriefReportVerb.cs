using System.CommandLine;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Briefs;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Commands;

/// <summary>Writes the brief of a project, an enterprise, a unit or an industry chain as a Word file.</summary>
internal static class BriefReportVerb
{
    private static readonly Option<string?> Project = new("--project") { Description = "项目编号" };
    private static readonly Option<string?> Enterprise = new("--enterprise") { Description = "企业全称或统一社会信用代码" };
    private static readonly Option<string?> Unit = new("--unit") { Description = "单位：代码、名称或简称" };
    private static readonly Option<string?> Industry = new("--industry") { Description = "产业链：项目所填的行业，可与 --unit 同用" };
    private static readonly Option<FileInfo> Out = new("--out") { Required = true, Description = "写到哪个 docx 文件" };

    public static Command Verb()
    {
        var verb = new Command("brief", "一页简报 / a one-page brief") { Project, Enterprise, Unit, Industry, Out };
        verb.SetAction((parsed, _) => Session.Run(parsed, "reports.brief.word", async (services, cancel) =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var query = new BriefQuery { Unit = parsed.GetValue(Unit), Industry = parsed.GetValue(Industry) };
            if (parsed.GetValue(Project) is { } number) query.Project = await db.Set<Project>().Where(p => p.Number == number).Select(p => p.Id).FirstOrDefaultAsync(cancel);
            else if (parsed.GetValue(Enterprise) is { } name) query.Enterprise = await Find(db, name, cancel);
            var brief = await services.GetRequiredService<MakeBrief>().Run(query, cancel);
            Refusal.When(brief is null, $"没有这个项目、企业、单位或产业链");
            var file = parsed.GetRequiredValue(Out);
            await File.WriteAllBytesAsync(file.FullName, BriefWord.Write(brief!, await services.GetRequiredService<FormOfCity>().Read(cancel), services.GetRequiredService<Words>()), cancel);
            return new Answer(brief!, $"{brief!.Title} → {file.FullName}");
        }));
        return verb;
    }

    private static async Task<Guid> Find(BridgeheadDb db, string name, CancellationToken cancel)
    {
        var enterprises = db.Set<Enterprise>().Where(e => e.DeletedAt == null);
        if (CreditCode.TryRead(name, out var code)) return await enterprises.Where(e => e.CreditCode == code).Select(e => e.Id).FirstOrDefaultAsync(cancel);
        return await enterprises.Where(e => e.Name == name).Select(e => e.Id).FirstOrDefaultAsync(cancel);
    }
}
