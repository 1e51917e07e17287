using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What a person decides about a checked ledger; what is left out stays as it was.</summary>
public sealed record CheckDecision
{
    /// <summary>As what it is read.</summary>
    public ImportKind? Kind { get; init; }
    /// <summary>The options, when they are decided; sheets and corrections in it are ignored.</summary>
    public CheckSettings? Options { get; init; }
    /// <summary>What is decided about sheets.</summary>
    public IReadOnlyList<SheetChoice> Sheets { get; init; } = [];
    /// <summary>Cells put right.</summary>
    public IReadOnlyList<CellCorrection> Corrections { get; init; } = [];
    /// <summary>Contents put right wherever they stand in a column.</summary>
    public IReadOnlyList<CellReplacement> Replacements { get; init; } = [];
    /// <summary>What words mean: field, word, meaning.</summary>
    public IReadOnlyList<(string Field, string Word, string Meaning)> Words { get; init; } = [];
}

/// <summary>Decides about a checked ledger, remembers what holds for the next one as well, and judges it again; the same for page and API.</summary>
public sealed class ChangeCheck(BridgeheadDb db, Asker asker, JudgeLedger judge, RememberChoices remember, CheckLedger check)
{
    private const int MostCorrections = 5000;
    private const int MostReplacements = 1000;
    private const int LongestGiven = 200;

    /// <summary>Decides. Refused while it is worked on, when two columns are to be the same thing, or for a column or meaning that there is not.</summary>
    public async Task<ImportCheck> Run(ImportCheck subject, CheckDecision decided, CancellationToken cancel = default)
    {
        var kind = decided.Kind ?? subject.Kind;
        var before = CheckSettings.Of(subject.Settings);
        if (kind != subject.Kind) before = before with { Sheets = [], Corrections = [], Replacements = [] };
        if (decided.Options is { } options) before = options with { Sheets = before.Sheets, Corrections = before.Corrections, Replacements = before.Replacements };
        var after = before with
        {
            Sheets = [.. before.Sheets.Where(s => !decided.Sheets.Any(d => d.Name == s.Name)), .. decided.Sheets],
            Corrections = [.. before.Corrections.Where(c => !decided.Corrections.Any(d => (d.Sheet, d.Row, d.Column) == (c.Sheet, c.Row, c.Column))), .. decided.Corrections],
            Replacements = [.. before.Replacements.Where(c => !decided.Replacements.Any(d => (d.Sheet, d.Column, d.From) == (c.Sheet, c.Column, c.From))), .. decided.Replacements],
        };
        Refusal.When(after.Replacements.Count > MostReplacements, $"统一改正超过{MostReplacements}处，请在文件中改好后重新上传");
        Refusal.When(after.Corrections.Count > MostCorrections, $"直接改正的单元格超过{MostCorrections}个，请下载需修改的行，改好后重新上传");
        foreach (var sheet in decided.Sheets) RefuseUnknown(kind, sheet);
        ImportOptions.RateOf(after.DollarRate, new DateOnly(2000, 1, 1));
        Note(subject, kind, decided);
        subject.Decide(kind, after.Write(), asker.Address);
        var report = CheckReport.Of(subject.Report);
        foreach (var (field, word, meaning) in decided.Words)
        {
            Refusal.Unless(report.Words.Any(w => w.Field == field && w.Word == word && w.Meanings.Any(m => m.Key == meaning)), $"“{word}”不能这样对应，请从列出的项中选择", "Words");
            await remember.Word(kind, field, word, meaning, cancel);
        }
        await check.Again(subject, cancel);
        await Remember(subject, kind, decided.Sheets, cancel);
        return subject;
    }

    private async Task Remember(ImportCheck subject, ImportKind kind, IReadOnlyList<SheetChoice> sheets, CancellationToken cancel)
    {
        if (sheets.All(s => s.Columns.Count + s.Given.Count == 0)) return;
        var (report, known) = (CheckReport.Of(subject.Report), judge.ColumnsOf(kind));
        foreach (var choice in sheets)
            if (report.Sheets.FirstOrDefault(s => s.Name == choice.Name) is { } given)
                await remember.Given(kind, given.Signature, given.Given.Where(g => g.Problem is null).Select(g => (known.First(c => c.Key == g.Key), g.Text)), cancel);
        foreach (var choice in sheets)
            if (report.Sheets.FirstOrDefault(s => s.Name == choice.Name && !s.IsWide) is { } sheet)
                await remember.Headings(kind, sheet.Signature, choice.Columns.Where(c => sheet.Columns.Any(k => k.Index == c.Key)).Select(c => (sheet.Columns.First(k => k.Index == c.Key).Heading, c.Value)), cancel);
    }

    private void RefuseUnknown(ImportKind kind, SheetChoice sheet)
    {
        var columns = judge.ColumnsOf(kind);
        foreach (var key in sheet.Columns.Values.Where(key => key.Length > 0))
            Refusal.Unless(columns.Any(c => c.Key == key), $"没有“{key}”这一项", "Columns");
        foreach (var (key, text) in sheet.Given)
        {
            var column = columns.FirstOrDefault(c => c.Key == key);
            Refusal.When(column is null, $"没有“{key}”这一项", "Given");
            Refusal.Unless(column!.CanBeGiven, $"“{column.Name}”每条记录各不相同，不能整份台账统一填", "Given");
            Refusal.When(text.Length > LongestGiven, $"“{column.Name}”统一填的内容超过{LongestGiven}个字", "Given");
        }
        foreach (var twice in sheet.Columns.Where(c => c.Value.Length > 0).GroupBy(c => c.Value).Where(g => g.Count() > 1))
            throw new Refusal($"有{twice.Count()}列都对应“{columns.First(c => c.Key == twice.Key).Name}”，请只留一列，其余选“不导入”", "Columns");
        Refusal.Unless(sheet.MoneyUnit is null or "元" or "万元" or "亿元" or "美元" or "万美元" or "亿美元", $"不认识的金额单位“{sheet.MoneyUnit}”", "MoneyUnit");
        Refusal.Unless(sheet.Year is null or (>= 1949 and <= 2100), $"年份{sheet.Year}不在1949年至2100年之间", "Year");
    }

    private void Note(ImportCheck subject, ImportKind kind, CheckDecision decided)
    {
        if (kind != subject.Kind) db.Note(new FieldChange(nameof(ImportCheck), subject.Id, nameof(ImportCheck.Kind), subject.Kind.ToString(), kind.ToString()));
        if (decided.Options is { } options) db.Note(new FieldChange(nameof(ImportCheck), subject.Id, "Options", null, options.Write()));
        foreach (var sheet in decided.Sheets)
            db.Note(new FieldChange(nameof(ImportCheck), subject.Id, "Sheet", sheet.Name, string.Join(' ', sheet.Columns.Select(c => $"{CellReference.Letters(c.Key)}={c.Value}").Prepend(sheet.HeaderRow is { } row ? $"header={row}" : sheet.Skip ? "skip" : ""))));
        var columns = judge.ColumnsOf(kind);
        foreach (var sheet in decided.Sheets)
            foreach (var (key, text) in sheet.Given)
                db.Note(new FieldChange(nameof(ImportCheck), subject.Id, $"Given {sheet.Name}!{columns.First(c => c.Key == key).Name}", null, text));
        foreach (var same in decided.Replacements.Take(200))
            db.Note(new FieldChange(nameof(ImportCheck), subject.Id, $"{same.Sheet}!{CellReference.Letters(same.Column)}", same.From, same.To));
        foreach (var cell in decided.Corrections.Take(200))
            db.Note(new FieldChange(nameof(ImportCheck), subject.Id, $"{cell.Sheet}!{CellReference.Letters(cell.Column)}{cell.Row}", null, cell.Text));
        if (decided.Sheets.Count + decided.Corrections.Count + decided.Replacements.Count + decided.Words.Count == 0 && decided.Options is null) db.Note(new FieldChange(nameof(ImportCheck), subject.Id, "Judged", null, "again"));
    }
}
