using System.Text.RegularExpressions;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bridgehead.Features.Duplicates;

/// <summary>What a merge does with rows that refer to the record that goes.</summary>
public enum ReferenceRule
{
    /// <summary>They refer to the one that stays from now on; where there may be one only and it has one, the other is left.</summary>
    Moves,
    /// <summary>They stay as they were written; the pointer leads on.</summary>
    Stays,
}

/// <summary>
/// Every column that refers to a project or an enterprise, and what a merge does with it. A column without a line here is refused by every merge and
/// fails a test: whoever adds a table says what becomes of it.
/// </summary>
public static partial class References
{
    // table column [kind of an attachment] → rule, and why where it is not moved
    private static readonly Dictionary<string, ReferenceRule> OfProjects = new()
    {
        ["ProjectStep.ProjectId"] = ReferenceRule.Moves,
        ["Agreement.ProjectId"] = ReferenceRule.Moves,
        ["Promise.ProjectId"] = ReferenceRule.Moves,
        ["StandingPromise.ProjectId"] = ReferenceRule.Moves,
        ["Fulfilment.ProjectId"] = ReferenceRule.Moves,
        ["Review.ProjectId"] = ReferenceRule.Moves,
        ["ComplianceNote.ProjectId"] = ReferenceRule.Moves,
        ["MonthlyReport.ProjectId"] = ReferenceRule.Moves,
        ["ReportedProblem.ProjectId"] = ReferenceRule.Moves,
        ["Look.ProjectId"] = ReferenceRule.Moves,
        ["Voucher.ProjectId"] = ReferenceRule.Moves,
        ["Affiliate.ProjectId"] = ReferenceRule.Moves,
        ["Instruction.ProjectId"] = ReferenceRule.Moves,
        ["Signal.ProjectId"] = ReferenceRule.Moves,
        // recognised money goes with what is set aside: its entries are taken back and entered for the one that stays
        ["Allocation.ProjectId"] = ReferenceRule.Moves,
        ["Attachment.RecordId"] = ReferenceRule.Moves,
        ["ProjectDocument.ProjectId"] = ReferenceRule.Moves,
        ["DepartmentDate.ProjectId"] = ReferenceRule.Moves,
        // a step that was asked for was one of the record that is gone
        ["StageRequest.ProjectId"] = ReferenceRule.Stays,
        // a plan is the project's own, under its identity: that of the one that stays holds; coverage, dwells and pauses are worked out from the steps
        ["ProgressPlan.Id"] = ReferenceRule.Stays,
        ["Coverage.Id"] = ReferenceRule.Stays,
        ["StageDwell.ProjectId"] = ReferenceRule.Stays,
        ["ProjectPause.ProjectId"] = ReferenceRule.Stays,
        // the ledger of figures is only ever added to: what was entered for a project stays entered for it (decision record 0013)
        ["LedgerEntry.ProjectId"] = ReferenceRule.Stays,
        ["AuditEntry.SubjectId"] = ReferenceRule.Stays,
        // a view belongs to a person
        ["SavedView.OwnerId"] = ReferenceRule.Stays,
        ["SearchEntry.RecordId"] = ReferenceRule.Stays,
        // what was changed in bulk is undone on the record it was changed on
        ["BulkRow.ProjectId"] = ReferenceRule.Stays,
        // what an import changed is put back on the record it was changed on
        ["ImportedChange.RecordId"] = ReferenceRule.Stays,
        ["DuplicatePair.FirstId"] = ReferenceRule.Stays,
        ["DuplicatePair.SecondId"] = ReferenceRule.Stays,
        ["RecordMerge.SurvivorId"] = ReferenceRule.Stays,
        ["RecordMerge.LoserId"] = ReferenceRule.Stays,
    };

    private static readonly Dictionary<string, ReferenceRule> OfEnterprises = new()
    {
        ["Project.InvestorId"] = ReferenceRule.Moves,
        ["AppUser.EnterpriseId"] = ReferenceRule.Moves,
        ["OtherName.EnterpriseId"] = ReferenceRule.Moves,
        ["Shareholding.EnterpriseId"] = ReferenceRule.Moves,
        ["Shareholding.OwnerId"] = ReferenceRule.Moves,
        ["EnterpriseClass.EnterpriseId"] = ReferenceRule.Moves,
        ["Contact.EnterpriseId"] = ReferenceRule.Moves,
        ["DiligenceCheck.EnterpriseId"] = ReferenceRule.Moves,
        // where a content came from stays with the content that is gone; contradictions are looked for anew in what stays
        ["FieldSource.EnterpriseId"] = ReferenceRule.Stays,
        ["Contradiction.EnterpriseId"] = ReferenceRule.Stays,
        ["Attachment.RecordId"] = ReferenceRule.Moves,
        ["AuditEntry.SubjectId"] = ReferenceRule.Stays,
        // a view belongs to a person
        ["SavedView.OwnerId"] = ReferenceRule.Stays,
        ["SearchEntry.RecordId"] = ReferenceRule.Stays,
        // what an import changed is put back on the record it was changed on
        ["ImportedChange.RecordId"] = ReferenceRule.Stays,
        ["DuplicatePair.FirstId"] = ReferenceRule.Stays,
        ["DuplicatePair.SecondId"] = ReferenceRule.Stays,
        ["RecordMerge.SurvivorId"] = ReferenceRule.Stays,
        ["RecordMerge.LoserId"] = ReferenceRule.Stays,
    };

    /// <summary>Of these there is one of a name for a record without an index that says so.</summary>
    public static bool IsOnce(IProperty column, IProperty other) => Name(column) == "OtherName.EnterpriseId" && other.Name == nameof(OtherName.Name);

    /// <summary>The columns that are moved.</summary>
    public static IEnumerable<IProperty> Moving(IModel model, RecordKind kind) => Of(model, kind).Where(c => Rules(kind).GetValueOrDefault(Name(c), ReferenceRule.Stays) == ReferenceRule.Moves);

    /// <summary>The columns nobody has said anything about.</summary>
    public static IReadOnlyList<string> Unknown(IModel model, RecordKind kind) => [.. Of(model, kind).Select(Name).Where(n => !Rules(kind).ContainsKey(n)).Order(StringComparer.Ordinal)];

    /// <summary>The lines whose column is gone.</summary>
    public static IReadOnlyList<string> Spare(IModel model, RecordKind kind) => [.. Rules(kind).Keys.Except(Of(model, kind).Select(Name)).Order(StringComparer.Ordinal)];

    /// <summary>What a column is called here: "ProjectStep.ProjectId".</summary>
    public static string Name(IProperty column) => $"{column.DeclaringType.ClrType.Name}.{column.Name}";

    /// <summary>Every column that refers to records of a kind: by foreign key, or by its name.</summary>
    public static IEnumerable<IProperty> Of(IModel model, RecordKind kind)
    {
        var principal = kind == RecordKind.Project ? typeof(Project) : typeof(Enterprise);
        var named = kind == RecordKind.Project ? ProjectName() : EnterpriseName();
        return model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && !(p.DeclaringType.ClrType == principal && p.Name == "Id"))
            .Where(p => p.GetContainingForeignKeys().ToList() is { Count: > 0 } keys ? keys.Exists(k => k.PrincipalEntityType.ClrType == principal) : named.IsMatch(p.Name));
    }

    private static Dictionary<string, ReferenceRule> Rules(RecordKind kind) => kind == RecordKind.Project ? OfProjects : OfEnterprises;

    [GeneratedRegex("(Project|Lead|Record|Subject|Owner|First|Second|Survivor|Loser)Id$", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectName();

    [GeneratedRegex("(Enterprise|Investor|Company|Record|Subject|Owner|First|Second|Survivor|Loser)Id$", RegexOptions.NonBacktracking)]
    private static partial Regex EnterpriseName();
}
