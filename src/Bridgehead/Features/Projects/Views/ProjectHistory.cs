using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A change of a project in the trail: who, when, why, and the fields it touched.</summary>
/// <param name="Sequence">Its number in the trail.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Who">The name the person had then.</param>
/// <param name="Unit">The person's unit.</param>
/// <param name="Action">What was done, in dotted form.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Fields">The fields, before and after.</param>
public sealed record HistoryEntry(long Sequence, DateTime At, string Who, string Unit, string Action, string? Reason, IReadOnlyList<FieldChange> Fields);

/// <summary>The history of a project field by field, as the trail holds it, and the earlier value of a field to be put back.</summary>
public sealed class ProjectHistory(BridgeheadDb db)
{
    /// <summary>The fields an earlier value can be put back into. A stage is moved, not put back; a number is given once.</summary>
    public static IReadOnlyList<string> Restorable { get; } =
        ["Name", "UnitId", "ParkId", "SourceUnitId", "Investor", "Company", "NationalCode", "Origin", "OriginPlace", "Branch", "Industry", "AmountFen", "SignedOn", "StartedOn", "CompletedOn", "ProducedOn", "StartKind", "LandSupply", "Land", "Contact", "Description"];

    /// <summary>One page, the latest first; of one field when it is given.</summary>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, string? Next)> Page(Guid project, string? field, string? after, int size, CancellationToken cancel = default)
    {
        var before = Listed.Number(after);
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == project && e.Result == AuditResult.Done && e.Changes != "[]");
        if (before > 0) entries = entries.Where(e => e.Sequence < before);
        if (!string.IsNullOrEmpty(field))
        {
            var mark = $"\"Field\":{JsonSerializer.Serialize(field)}";
            entries = entries.Where(e => e.Changes.Contains(mark));
        }
        var read = await entries.OrderByDescending(e => e.Sequence).Take(size + 1).ToListAsync(cancel);
        var next = read.Count > size ? read[size - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. read.Take(size).Select(e => Entry(e, project, field)).Where(e => e.Fields.Count > 0)], next);
    }

    /// <summary>The value a field had before a change; null when the change did not touch it.</summary>
    public async Task<(string? Value, DateTime At)?> Earlier(Guid project, long sequence, string field, CancellationToken cancel = default)
    {
        if (!Restorable.Contains(field)) return null;
        var entry = await db.Set<AuditEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Sequence == sequence && e.SubjectId == project && e.Result == AuditResult.Done, cancel);
        return entry is not null && Entry(entry, project, field).Fields is [var change] ? (change.Before, entry.At) : null;
    }

    /// <summary>The facts with the earlier value of a field, as the trail wrote it. Refused when it can no longer be read.</summary>
    public static ProjectFacts Restore(ProjectFacts facts, string field, string? value)
    {
        DateOnly? Day() => value is null ? null : DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Unreadable();
        Guid? Identity() => value is null ? null : Guid.TryParse(value, out var id) ? id : throw Unreadable();
        T? State<T>() where T : struct, Enum => value is null ? null : Enum.TryParse<T>(value, out var state) ? state : throw Unreadable();
        Refusal Unreadable() => new($"原值“{value}”已无法读出，请手工填写", field);
        return field switch
        {
            "Name" => facts with { Name = value ?? "" },
            "UnitId" => facts with { UnitId = Identity() ?? facts.UnitId },
            "ParkId" => facts with { ParkId = Identity() },
            "SourceUnitId" => facts with { SourceUnitId = Identity() },
            "Investor" => facts with { Investor = value, InvestorId = null },
            "Company" => facts with { Company = value },
            "NationalCode" => facts with { NationalCode = value is null ? null : ProjectCode.Create(value) },
            "Origin" => facts with { Origin = State<Origin>() },
            "OriginPlace" => facts with { OriginPlace = value },
            "Branch" => facts with { Branch = State<Branch>() },
            "Industry" => facts with { Industry = value },
            "AmountFen" => facts with { Amount = value is null or "0" ? null : long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var fen) ? new Money(fen) : throw Unreadable() },
            "SignedOn" => facts with { SignedOn = Day() },
            "StartedOn" => facts with { StartedOn = Day() },
            "ProducedOn" => facts with { ProducedOn = Day() },
            "CompletedOn" => facts with { CompletedOn = Day() },
            "StartKind" => facts with { StartKind = State<StartKind>() },
            "LandSupply" => facts with { LandSupply = State<LandSupply>() },
            "Land" => facts with { Land = value is null ? null : decimal.TryParse(value.TrimEnd('亩'), NumberStyles.Number, CultureInfo.InvariantCulture, out var mu) ? Land.FromMu(mu) : throw Unreadable() },
            "Contact" => facts with { Contact = value },
            "Description" => facts with { Description = value },
            _ => throw new Refusal($"“{ProjectFields.Name(field)}”不能恢复原值", field),
        };
    }

    /// <summary>Fills one field of the form from the facts. Returns the name of the form's field.</summary>
    public static string Fill(ProjectInput input, ProjectFacts facts, string field)
    {
        var name = field switch { "AmountFen" => nameof(ProjectInput.Amount), "Land" => nameof(ProjectInput.LandMu), _ => field };
        object? value = field switch
        {
            "AmountFen" => facts.Amount?.Wan.ToString("0.######", CultureInfo.InvariantCulture),
            "Land" => facts.Land is { } land ? Math.Round(land.Mu, 2) : null,
            "NationalCode" => facts.NationalCode?.Value,
            _ => typeof(ProjectFacts).GetProperty(field)!.GetValue(facts),
        };
        typeof(ProjectInput).GetProperty(name)!.SetValue(input, value);
        return name;
    }

    private static HistoryEntry Entry(AuditEntry e, Guid project, string? field) => new(e.Sequence, e.At, e.UserName, e.Unit, e.Action, e.Reason,
        [.. JsonSerializer.Deserialize<List<FieldChange>>(e.Changes)!.Where(c => c.Kind == nameof(Project) && c.Id == project && ProjectFields.IsShown(c.Field) && (string.IsNullOrEmpty(field) || c.Field == field))]);
}
