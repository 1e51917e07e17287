using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Commands;

/// <summary>Imports a ledger, or only checks it.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> Kind = new("kind") { Description = "enterprises | projects | figures | targets" };
    private static readonly Argument<FileInfo> File = new("file") { Description = "xlsx、xls 或 csv 文件" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只检查，不写入" };
    private static readonly Option<bool> AddMissing = new("--add-missing") { Description = "自动新增未知单位和指标" };

    private static readonly Option<string?> Unit = new("--unit") { Description = "台账没有写明区县的项目归入哪个单位" };

    public static Command Verb()
    {
        Kind.AcceptOnlyFromAmong("enterprises", "projects", "figures", "history", "targets");
        var verb = new Command("import", "导入台账 / import a ledger") { Kind, File, DryRun, AddMissing, Unit };
        verb.SetAction((parsed, _) => Session.Run(parsed, parsed.GetValue(DryRun) ? null : "imports.apply", (services, cancel) => Import(services, parsed, cancel)));
        return verb;
    }

    private static async Task<Answer> Import(IServiceProvider services, ParseResult parsed, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(Kind);
        var kind = name switch { "enterprises" => ImportKind.Enterprises, "projects" => ImportKind.Projects, _ => ImportKind.Figures };
        var path = parsed.GetRequiredValue(File).FullName;
        using var file = LedgerFile.Open(path);
        await using var content = System.IO.File.OpenRead(path);
        var outcome = await services.GetRequiredService<ImportLedger>().Run(
            kind, file, content, !parsed.GetValue(DryRun), new ImportOptions(parsed.GetValue(AddMissing), name == "targets", parsed.GetValue(Unit)), cancel);
        var words = services.GetRequiredService<Words>();
        return new Answer(ImportDocument.Of(outcome, words), Text(outcome, words), outcome.Accepted == 0 && outcome.Refused > 0 ? 1 : 0);
    }

    private static string Text(ImportOutcome outcome, Words words)
    {
        var text = new StringBuilder();
        foreach (var sheet in outcome.Sheets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"【{sheet.Sheet.Name}】表头第{sheet.Sheet.HeaderRow}行，读取{sheet.Read}行，接受{sheet.Accepted}行（其中已有{sheet.Repeated}），拒绝{sheet.Refused}行");
            text.AppendLine("  " + string.Join("，", sheet.Sheet.Matches.Select(m => $"{m.Letters} {m.Heading}→{m.Column.Name}")));
            if (sheet.Sheet.Missing.Count > 0) text.AppendLine("  缺少必需的列：" + string.Join("、", sheet.Sheet.Missing.Select(c => c.Name)));
            foreach (var finding in sheet.Findings.Where(f => f.Severity == Severity.Error).Take(50))
                text.AppendLine(CultureInfo.InvariantCulture, $"  第{finding.Row}行 {finding.Column}：{words.Say(finding.Sentence)}");
        }
        foreach (var unread in outcome.Unread) text.AppendLine(CultureInfo.InvariantCulture, $"【{unread.Name}】未导入：{words.Say(unread.Reason)}");
        if (outcome.BatchId is { } batch) text.AppendLine(CultureInfo.InvariantCulture, $"批次 {batch}（撤销：bridgehead undo {batch}）");
        return text.ToString().TrimEnd();
    }
}
