namespace Bridgehead.Features.Admission;

/// <summary>A review as the API lists it.</summary>
public sealed record ReviewRowView(
    Guid Id, Guid ProjectId, int Round, ProjectClass Class, ReviewState State, DateOnly? MeetingOn, string? Chair, string? Attendees, int OpenOpinions, ReviewConclusion? Conclusion, DateOnly? ConcludedOn, string? ConcludedBy,
    string? Conditions, string? Minutes, IReadOnlyList<string> Vetoes, long Version)
{
    /// <summary>Shows a review.</summary>
    public static ReviewRowView Of(Review r) => new(
        r.Id, r.ProjectId, r.Round, r.Class, r.State, r.MeetingOn, r.Chair, r.Attendees, r.OpenOpinions, r.Conclusion, r.ConcludedOn, r.ConcludedBy, r.Terms, r.Minutes, r.VetoList, r.Version);
}

/// <summary>The points of an item as the API shows them.</summary>
public sealed record ScoreView(string Item, int Weight, decimal? Points, string? Remark);

/// <summary>The opinion of a department as the API shows it.</summary>
public sealed record OpinionView(Guid Id, string Department, OpinionVerdict? Verdict, string? Text, string? Giver, DateOnly? On, long Version);

/// <summary>A deciding body as the API shows it.</summary>
public sealed record NodeView(Guid Id, string Body, DateOnly? On, NodeResult? Result, string? Note, long Version);

/// <summary>A paper of a review as the API shows it.</summary>
public sealed record MaterialView(string Name, DateOnly? ReceivedOn);

/// <summary>A review with its parts as the API shows it.</summary>
public sealed record ReviewView(
    ReviewRowView Review, int SheetNumber, int PassMark, decimal Total, bool Passes, IReadOnlyList<ScoreView> Scores, IReadOnlyList<OpinionView> Opinions, IReadOnlyList<NodeView> Nodes, IReadOnlyList<MaterialView> Materials)
{
    /// <summary>Shows a review with its parts.</summary>
    public static ReviewView Of(WholeReview w) => new(
        ReviewRowView.Of(w.Review), w.Sheet.Number, w.Sheet.PassMark, w.Assessment.Total, w.Assessment.Passes, [.. w.Assessment.Lines.Select(l => new ScoreView(l.Item.Name, l.Item.Weight, l.Points, l.Remark))],
        [.. w.Opinions.Select(o => new OpinionView(o.Id, o.Department, o.Verdict, o.Text, o.Giver, o.On, o.Version))], [.. w.Nodes.Select(n => new NodeView(n.Id, n.Body, n.On, n.Result, n.Note, n.Version))],
        [.. w.Materials.Select(m => new MaterialView(m.Name, m.ReceivedOn))]);
}

/// <summary>A version of the score sheet as the API shows it.</summary>
public sealed record ScoreSheetView(Guid Id, int SheetNumber, int PassMark, IReadOnlyList<ScoreItem> Items, IReadOnlyList<string> Vetoes)
{
    /// <summary>Shows a version.</summary>
    public static ScoreSheetView Of(ScoreSheet s) => new(s.Id, s.Number, s.PassMark, s.Items, s.Vetoes);
}

/// <summary>The compliance of a project as the API shows it.</summary>
/// <param name="Missing">What is still missing before it may be signed.</param>
/// <param name="Notes">What was recorded, the latest first.</param>
public sealed record ComplianceView(IReadOnlyList<ComplianceKind> Missing, IReadOnlyList<ComplianceNoteView> Notes);

/// <summary>A compliance conclusion as the API shows it.</summary>
public sealed record ComplianceNoteView(Guid Id, ComplianceKind Kind, ComplianceConclusion Conclusion, string Document, DateOnly On, string? Note, string By)
{
    /// <summary>Shows a conclusion.</summary>
    public static ComplianceNoteView Of(ComplianceNote n) => new(n.Id, n.Kind, n.Conclusion, n.Document, n.On, n.Note, n.By);
}
