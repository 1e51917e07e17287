using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>A template as it is brought.</summary>
public sealed class TemplateInput
{
    /// <summary>What it is called; a name that is there already takes the new file.</summary>
    [Required(ErrorMessage = "请填写模板名称"), MaxLength(60, ErrorMessage = "模板名称最多60个字")] public string Name { get; set; } = "";
    /// <summary>The unit whose figures it is tried with: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
}

/// <summary>Keeps the city's templates: a file is tried with the figures of today before it is kept, a wrong name is refused with its place.</summary>
public sealed class KeepTemplates(BridgeheadDb db, ScopedUnits scope, CollectFacts collect, ComposeWorkReport compose, FillTemplate fill, FormOfCity forms, AttachmentStore store, Asker asker, TimeProvider clock)
{
    /// <summary>The templates the asker may use, by name.</summary>
    public async Task<IReadOnlyList<ReportTemplate>> All(CancellationToken cancel = default)
    {
        var units = await scope.Ids(cancel);
        return await db.Set<ReportTemplate>().AsNoTracking().Where(t => units.Contains(t.UnitId)).OrderBy(t => t.Name).Take(200).ToListAsync(cancel);
    }

    /// <summary>One template; null when it is not there or out of scope.</summary>
    public async Task<ReportTemplate?> Find(Guid id, CancellationToken cancel = default) =>
        await db.Set<ReportTemplate>().FirstOrDefaultAsync(t => t.Id == id, cancel) is { } found && await scope.Find(found.UnitId, cancel) is not null ? found : null;

    /// <summary>Keeps a file under a name. Refused when it is no Word file or has a wrong name in it.</summary>
    public async Task<ReportTemplate> Keep(TemplateInput input, string fileName, Stream content, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(TemplateInput.Unit));
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        fill.Refuse(fill.Places(copy.ToArray(), (await Names(unit!, null, null, cancel)).Names));
        copy.Position = 0;
        var now = clock.GetUtcNow().UtcDateTime;
        var file = await store.Keep(copy, Path.ChangeExtension(fileName, fileName.EndsWith(".dotx", StringComparison.OrdinalIgnoreCase) ? ".docx" : Path.GetExtension(fileName)), now, cancel);
        await db.BeginWrite(cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "StoredFiles" ("Digest", "Size", "MediaType", "FirstSeenAt") VALUES ({file.Digest}, {file.Size}, {file.MediaType}, {file.FirstSeenAt})
            ON CONFLICT DO NOTHING
            """, cancel);
        var name = input.Name.Trim();
        var template = await db.Set<ReportTemplate>().FirstOrDefaultAsync(t => t.UnitId == unit!.Id && t.Name == name, cancel);
        if (template is null) db.Add(template = new ReportTemplate(unit!.Id, name, fileName, file.Digest, asker.Name, now));
        else template.Replace(fileName, file.Digest, asker.Name, now);
        await db.SaveChangesAsync(cancel);
        return template;
    }

    /// <summary>Removes a template; files made from it stay what they are.</summary>
    public async Task Remove(ReportTemplate template, CancellationToken cancel = default)
    {
        db.Remove(template);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What each name of a template stands for, for a unit and year.</summary>
    public async Task<IReadOnlyList<TemplatePlace>> Preview(ReportTemplate template, Unit unit, int? year, CancellationToken cancel = default) =>
        fill.Places(await Bytes(template, cancel), (await Names(unit, year, null, cancel)).Names);

    /// <summary>The template filled for a unit and period.</summary>
    public async Task<byte[]> Filled(ReportTemplate template, Unit unit, int? year, int? months, CancellationToken cancel = default)
    {
        var (names, report) = await Names(unit, year, months, cancel);
        return fill.Fill(await Bytes(template, cancel), names, report, await forms.Read(cancel));
    }

    private async Task<(TemplateNames Names, WorkReport Report)> Names(Unit unit, int? year, int? months, CancellationToken cancel)
    {
        var facts = await collect.Run(unit, year ?? clock.GetUtcNow().AddHours(8).Year, months, null, cancel);
        var report = compose.Run(facts);
        return (new TemplateNames(facts, report), report);
    }

    private Task<byte[]> Bytes(ReportTemplate template, CancellationToken cancel) => File.ReadAllBytesAsync(store.PathOf(template.FileDigest), cancel);
}
