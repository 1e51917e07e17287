namespace Bridgehead.Features.Progress;

/// <summary>What should arrive and be invested in a month or a quarter, in one revision of a plan. Never changed: a new plan has instalments of its own.</summary>
public sealed class Instalment
{
    private Instalment() { }

    /// <summary>Plans an instalment.</summary>
    /// <param name="projectId">Which project.</param>
    /// <param name="revision">In which revision of its plan.</param>
    /// <param name="span">The months it is for.</param>
    /// <param name="arrival">The money that should arrive by the last day.</param>
    /// <param name="investment">The investment that should be made by the last day.</param>
    public Instalment(Guid projectId, int revision, Months span, Money arrival, Money investment)
    {
        Refusal.When(arrival < Money.Zero || investment < Money.Zero, $"分期金额不能为负数", "Instalments");
        (Id, ProjectId, Revision, FromMonth, ToMonth, ArrivalFen, InvestmentFen) = (Guid.CreateVersion7(), projectId, revision, span.From, span.To, arrival.Fen, investment.Fen);
    }

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>In which revision.</summary>
    public int Revision { get; private set; }
    /// <summary>The first month, yyyymm.</summary>
    public int FromMonth { get; private set; }
    /// <summary>The last month, yyyymm.</summary>
    public int ToMonth { get; private set; }
    /// <summary>What should arrive, in fen.</summary>
    public long ArrivalFen { get; private set; }
    /// <summary>What should be invested, in fen.</summary>
    public long InvestmentFen { get; private set; }

    /// <summary>Its months.</summary>
    public Months Span => new(FromMonth, ToMonth);

    /// <summary>How many of its months are over by the end of a month: money planned for a quarter falls due a third a month.</summary>
    public int MonthsBy(int month) => month < FromMonth ? 0 : month >= ToMonth ? Span.Count : new Months(FromMonth, month).Count;
}
