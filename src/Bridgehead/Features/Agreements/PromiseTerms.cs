namespace Bridgehead.Features.Agreements;

/// <summary>What a promise says.</summary>
public sealed record PromiseTerms
{
    /// <summary>What is promised: a code of <see cref="PromiseKind.All"/>.</summary>
    public string Kind { get; init; } = "";
    /// <summary>Who promises.</summary>
    public PromiseParty Party { get; init; }
    /// <summary>How it is held against what is reached.</summary>
    public PromiseOperator Operator { get; init; }
    /// <summary>How much, in fen or ten-thousandths of the unit; 0 for a day.</summary>
    public long Target { get; init; }
    /// <summary>By which day.</summary>
    public DateOnly DueOn { get; init; }
    /// <summary>What proves it.</summary>
    public EvidenceType Evidence { get; init; }
    /// <summary>What follows when it is not kept, up to 300 characters.</summary>
    public string? Consequence { get; init; }
    /// <summary>The wording or a remark, up to 300 characters.</summary>
    public string? Note { get; init; }
    /// <summary>For the government's support, the document it rests on.</summary>
    public string? BasisName { get; init; }
    /// <summary>That document's number.</summary>
    public string? BasisNumber { get; init; }
    /// <summary>The article in it.</summary>
    public string? BasisArticle { get; init; }
}
