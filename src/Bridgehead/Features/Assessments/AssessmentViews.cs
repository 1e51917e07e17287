using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Assessments;

/// <summary>A group of a scheme as the API shows it.</summary>
public sealed record SchemeGroupView(string Name, UnitKind? Kind, IReadOnlyList<string> Units);

/// <summary>An item of a scheme as the API shows it; its numbers as the lines they are written in.</summary>
public sealed record SchemeItemView(string Name, ScoreMethod Method, decimal Weight, decimal? Cap, decimal? Step, bool EqualIsFull, IReadOnlyList<string> Lines);

/// <summary>A version of a scheme as the API shows it.</summary>
public sealed record SchemeView(string Code, int Number, string Name, string Document, int Digits, decimal Full, IReadOnlyList<SchemeGroupView> Groups, IReadOnlyList<SchemeItemView> Items)
{
    internal static SchemeView Of(Scheme s) => new(s.Code, s.Number, s.Name, s.Document, s.Definition.Digits, s.Definition.Full, [.. s.Definition.Groups.Select(g => new SchemeGroupView(g.Name, g.Kind, g.Units))],
        [.. s.Definition.Items.Select(i => new SchemeItemView(i.Name, i.Method, i.Weight, i.Cap, i.Step, i.EqualIsFull, [.. i.Inputs.Select(n => n.Line(i.Method))]))]);
}

/// <summary>An assessment as the API shows it.</summary>
public sealed record AssessmentView(
    Guid Id, string Name, string Scheme, int SchemeNumber, string FromMonth, string ToMonth, DateOnly AsOf, AssessmentState State, int Run, Guid? ReplacesId, DateOnly? PublicFrom, DateOnly? PublicTo, string? ConcludedBy, long Version)
{
    internal static AssessmentView Of(Assessment a, Scheme s) => new(a.Id, a.Name, s.Code, s.Number, Months.Text(a.FromMonth), Months.Text(a.ToMonth), a.AsOf, a.State, a.Run, a.ReplacesId, a.PublicFrom, a.PublicTo, a.ConcludedBy, a.Version);
}

/// <summary>The points of an item with their arithmetic in words, a sentence a line.</summary>
public sealed record ItemScoreView(string Item, decimal? Points, IReadOnlyList<string> Arithmetic)
{
    /// <summary>Whether a number it needs is missing.</summary>
    public bool Missing { get; init; }
    /// <summary>Whether a document exempts the unit from it.</summary>
    public bool Waived { get; init; }
}

/// <summary>The result of a unit.</summary>
public sealed record UnitResultView(string Unit, string UnitName, string Group, decimal Total, int? Rank, bool Vetoed, IReadOnlyList<ItemScoreView> Items)
{
    /// <summary>Whether numbers are missing: the total is of what is known, and there is no place.</summary>
    public bool Incomplete { get; init; }

    internal static UnitResultView Of(UnitResult r, SchemeDefinition scheme, Words words) => new(r.Unit.Code, r.Unit.LabelIn(words), scheme.Groups[r.Group].Name, r.Total, r.Rank, r.Vetoed,
        [.. r.Items.Select((item, i) => new ItemScoreView(scheme.Items[i].Name, item.Score is { } score ? Math.Round(score, 4, MidpointRounding.AwayFromZero) : null, [.. item.How.Select(words.Say)]) { Missing = item.Missing, Waived = item.Waived })])
    {
        Incomplete = r.Incomplete,
    };
}

/// <summary>An assessment with its results, by group and place.</summary>
public sealed record AssessmentSheetView(AssessmentView Assessment, IReadOnlyList<UnitResultView> Results)
{
    internal static AssessmentSheetView Of(Assessment a, Scheme s, ResultSheet sheet, Words words) => new(AssessmentView.Of(a, s), [.. sheet.Units.Select(u => UnitResultView.Of(u, s.Definition, words))]);
}

/// <summary>An appeal as the API shows it.</summary>
public sealed record AppealView(Guid Id, string Unit, string Text, string Document, string By, DateTime At, bool? Upheld, string? Answer, string? DecidedBy, long Version)
{
    internal static AppealView Of(Appeal a, Unit unit) => new(a.Id, unit.Code, a.Text, a.Document, a.By, a.At, a.Upheld, a.Answer, a.DecidedBy, a.Version);
}
