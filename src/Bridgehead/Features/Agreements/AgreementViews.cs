namespace Bridgehead.Features.Agreements;

/// <summary>The terms of a promise as the API shows them; the amount in <see cref="MeasureUnit"/>, none for a day.</summary>
public sealed record PromiseTermsView(
    string Kind, PromiseParty Party, PromiseOperator Operator, decimal? Promised, string MeasureUnit, DateOnly DueOn, EvidenceType Evidence, string? Consequence, string? Note,
    string? BasisName, string? BasisNumber, string? BasisArticle)
{
    /// <summary>Shows terms.</summary>
    public static PromiseTermsView Of(PromiseTerms t)
    {
        var kind = PromiseKind.Of(t.Kind);
        return new PromiseTermsView(t.Kind, t.Party, t.Operator, kind.Measure == PromiseMeasure.Day ? null : kind.Write(t.Target), kind.Unit, t.DueOn, t.Evidence, t.Consequence, t.Note, t.BasisName, t.BasisNumber, t.BasisArticle);
    }
}

/// <summary>A promise of a version of an agreement as the API shows it.</summary>
public sealed record PromiseView(Guid Id, Guid Line, PromiseTermsView Terms, long Version)
{
    /// <summary>Shows a promise.</summary>
    public static PromiseView Of(Promise p) => new(p.Id, p.LineId, PromiseTermsView.Of(p.Terms), p.Version);
}

/// <summary>A version of an agreement as the API lists it.</summary>
public sealed record AgreementRowView(Guid Id, Guid ProjectId, Guid Chain, Guid? PreviousId, int Revision, AgreementKind Kind, string? Number, string Government, string Enterprise, string? Note, DateOnly? SignedOn, int PromiseCount, long Version)
{
    /// <summary>Shows a version.</summary>
    public static AgreementRowView Of(Agreement a) => new(a.Id, a.ProjectId, a.ChainId, a.PreviousId, a.Revision, a.Kind, a.Number, a.Government, a.Enterprise, a.Note, a.SignedOn, a.Promises, a.Version);
}

/// <summary>A version of an agreement as the API shows it, with its promises.</summary>
public sealed record AgreementView(AgreementRowView Agreement, IReadOnlyList<PromiseView> Promises)
{
    /// <summary>Shows a version.</summary>
    public static AgreementView Of(Agreement a, IEnumerable<Promise> promises) => new(AgreementRowView.Of(a), [.. promises.Select(PromiseView.Of)]);
}

/// <summary>What a supplementary agreement did to one promise, as the API shows it.</summary>
public sealed record PromiseDifferenceView(Guid Line, DifferenceKind Change, PromiseTermsView? Before, PromiseTermsView? After)
{
    /// <summary>Shows a difference.</summary>
    public static PromiseDifferenceView Of(PromiseDifference d) => new(d.Line, d.Kind, d.Before is null ? null : PromiseTermsView.Of(d.Before), d.After is null ? null : PromiseTermsView.Of(d.After));
}

/// <summary>A promise in force as the API shows it; amounts in <see cref="MeasureUnit"/>, the state as of today.</summary>
public sealed record StandingPromiseView(
    Guid Id, Guid ProjectId, Guid AgreementId, string Kind, PromiseParty Party, PromiseOperator Operator, decimal? Promised, string MeasureUnit, DateOnly DueOn, DateOnly Since, PromiseState? State,
    decimal? Reached, decimal? Percent, DateOnly? MetOn, int DaysLate, string? WaiverReason, string? WaiverBy, DateOnly? WaivedOn, string? WaivedBy, DateOnly? DroppedOn, long Version)
{
    /// <summary>Shows a promise as it stands on a day.</summary>
    public static StandingPromiseView Of(StandingPromise s, DateOnly today)
    {
        var kind = PromiseKind.Of(s.Kind);
        decimal? Amount(long? value) => kind.Measure == PromiseMeasure.Day || value is not { } known ? null : kind.Write(known);
        return new StandingPromiseView(s.Id, s.ProjectId, s.AgreementId, s.Kind, s.Party, s.Operator, Amount(s.Target), kind.Unit, s.DueOn, s.Since, s.StateOn(today), Amount(s.Reached),
            s.Percent is { } percent ? Math.Round(percent, 2, MidpointRounding.AwayFromZero) : null, s.MetOn, s.DaysLate, s.WaiverReason, s.WaiverBy, s.WaivedOn, s.WaivedBy, s.DroppedOn, s.Version);
    }
}

/// <summary>A record of fulfilment as the API shows it.</summary>
public sealed record FulfilmentView(Guid Id, Guid PromiseId, DateOnly On, decimal? Reached, string Document, string By, DateTime At, string? WithdrawnReason, string? WithdrawnBy, long Version)
{
    /// <summary>Shows a record.</summary>
    public static FulfilmentView Of(Fulfilment f, StandingPromise s)
    {
        var kind = PromiseKind.Of(s.Kind);
        return new FulfilmentView(f.Id, f.LineId, f.On, kind.Measure == PromiseMeasure.Day ? null : kind.Write(f.Value), f.Document, f.By, f.At, f.WithdrawnReason, f.WithdrawnBy, f.Version);
    }
}

/// <summary>A kind of promise as the API lists it.</summary>
public sealed record PromiseKindView(string Code, string Name, PromiseParty Party, string MeasureUnit, PromiseOperator Operator, EvidenceType Evidence, bool NeedsBasis);
