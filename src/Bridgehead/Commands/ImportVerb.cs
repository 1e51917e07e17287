using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
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
    private static readonly Option<string> Key = new("--key") { Description = "按什么识别已有记录：any | code | number | name", DefaultValueFactory = _ => "any" };
    private static readonly Option<string?> Existing = new("--on-existing") { Description = "已有记录：fill 只补空缺 | overwrite 以台账为准 | keep 不改动" };

    private static readonly Option<string[]> Given = new("--given") { Description = "文件中没有的项，整份台账统一填：项=值，如 资金来源=国内省外；可写多次", AllowMultipleArgumentsPerToken = false };

    public static Command Verb()
    {
        Kind.AcceptOnlyFromAmong("enterprises", "projects", "figures", "history", "targets");
        Key.AcceptOnlyFromAmong("any", "code", "number", "name");
        Existing.AcceptOnlyFromAmong("fill", "overwrite", "keep");
        var verb = new Command("import", "导入台账 / import a ledger") { Kind, File, DryRun, AddMissing, Unit, Key, Existing, Given };
        verb.SetAction((parsed, _) => Session.Run(parsed, parsed.GetValue(DryRun) ? null : "imports.apply", (services, cancel) => Import(services, parsed, cancel)));
        return verb;
    }

    private static async Task<Answer> Import(IServiceProvider services, ParseResult parsed, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(Kind);
        var kind = name switch { "enterprises" => ImportKind.Enterprises, "projects" => ImportKind.Projects, _ => ImportKind.Figures };
        var path = parsed.GetRequiredValue(File).FullName;
        using var file = LedgerFile.Open(path);
        var options = new ImportOptions(parsed.GetValue(AddMissing), name == "targets", parsed.GetValue(Unit))
        {
            MatchBy = Enum.Parse<MatchBy>(parsed.GetRequiredValue(Key), ignoreCase: true), OnExisting = parsed.GetValue(Existing) is { } existing ? Enum.Parse<OnExisting>(existing, ignoreCase: true) : null,
        };
        var judge = services.GetRequiredService<JudgeLedger>();
        var judged = await judge.Run(kind, file, options, new LedgerChoices { Given = GivenOf(judge.ColumnsOf(kind), parsed.GetValue(Given) ?? []) }, cancel: cancel);
        Refusal.When(judged.Report.Sheets.Count == 0, $"没有找到可导入的表：{string.Join("；", judged.Reading.Unread.Select(u => $"“{u.Name}”{u.Reason}"))}");
        Guid? batch = null;
        if (!parsed.GetValue(DryRun) && judged.Report.Added + judged.Report.Updated > 0)
        {
            await using var content = System.IO.File.OpenRead(path);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
            // what reading and comparing have left behind makes room for the writing
            if (judged.Report.Read >= IndexesAside.Least) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            batch = (await services.GetRequiredService<ApplyCheck>().Write(judged, digest, new ImportProgress(), cancel)).Id;
        }
        var words = services.GetRequiredService<Words>();
        return new Answer(ImportDocument.Of(kind, judged.File, batch, judged.Report, words), Text(judged.Report, batch, words), judged.Report.Accepted == 0 && judged.Report.Refused > 0 ? 1 : 0);
    }

    /// <summary>What is given for all rows, by key. Refused for an item that there is not, or that differs from record to record.</summary>
    private static Dictionary<string, string> GivenOf(IReadOnlyList<ImportColumn> columns, string[] given)
    {
        var values = new Dictionary<string, string>();
        foreach (var text in given)
        {
            var parts = text.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries);
            Refusal.Unless(parts is [_, { Length: > 0 and <= 200 }], $"“{text}”应写成“项=值”，如 资金来源=国内省外");
            var column = columns.FirstOrDefault(c => c.Key == parts[0] || c.Name == parts[0]);
            Refusal.When(column is null, $"没有“{parts[0]}”这一项");
            Refusal.Unless(column!.CanBeGiven, $"“{column.Name}”每条记录各不相同，不能整份台账统一填");
            values[column.Key] = parts[1];
        }
        return values;
    }

    private static string Text(CheckReport report, Guid? batch, Words words)
    {
        var text = new StringBuilder();
        foreach (var sheet in report.Sheets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"【{sheet.Name}】{words.Say($"表头第{sheet.HeaderRow}行，读取{sheet.Read}行，新增{sheet.Added}行，更新{sheet.Updated}行，不变{sheet.Unchanged}行，拒绝{sheet.Refused}行")}");
            text.AppendLine("  " + string.Join(words.IsEnglish ? ", " : "，", sheet.Columns.Where(c => c.Key is not null).Select(m => $"{m.Letters} {m.Heading}→{words[m.Name!]}")));
            foreach (var given in sheet.Given) text.AppendLine(CultureInfo.InvariantCulture, $"  {words["文件中没有的项，整份台账统一填"]}{words.Colon}{words[given.Name]} = {given.Text}{(given.Problem is { } wrong ? words.Aside(words.Say(wrong.Sentence())) : "")}");
            if (sheet.Missing.Count > 0) text.AppendLine("  " + words["缺少必需的列"] + words.Colon + words.List(sheet.Missing.Select(m => words[m])));
            foreach (var line in sheet.RefusedRows.Take(50))
                foreach (var problem in line.Problems)
                    text.AppendLine(CultureInfo.InvariantCulture, $"  {words.Say($"第{line.Row}行")} {(problem.Column is { } column ? words[column] : "")}{words.Colon}{words.Say(problem.Reason.Sentence())}");
        }
        foreach (var unread in report.Unread) text.AppendLine(CultureInfo.InvariantCulture, $"【{unread.Name}】{words["未导入"]}{words.Colon}{words.Say(unread.Reason.Sentence())}");
        if (batch is { } id) text.AppendLine(words.Say($"批次 {id}，撤销用 undo {id}"));
        return text.ToString().TrimEnd();
    }
}
