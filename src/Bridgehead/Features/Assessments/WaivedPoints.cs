namespace Bridgehead.Features.Assessments;

/// <summary>How the other items of a unit count for those it is exempt from: their points × full ÷ (full − waived).</summary>
/// <param name="Points">The full points of what is waived.</param>
/// <param name="Full">The full marks of the scheme.</param>
/// <param name="Others">What the other items with points of their own brought, without bonus and what is only taken off.</param>
public sealed record WaivedPoints(decimal Points, decimal Full, decimal Others)
{
    /// <summary>What they count for; unchanged where nothing would be left to count.</summary>
    public decimal Scaled => Full > Points ? Others * Full / (Full - Points) : Others;

    /// <summary>The arithmetic in words.</summary>
    public FormattableString How => $"免考{Scoring.Text(Points)}分，其余项目按比例折算：{Scoring.Text(Others)}×{Scoring.Text(Full)}÷{Scoring.Text(Full - Points)}＝{Scoring.Text(Scaled)}分";

    /// <summary>What is waived of a unit; null where nothing is.</summary>
    internal static WaivedPoints? Of(SchemeDefinition definition, IReadOnlyList<ItemResult> items)
    {
        var waived = definition.Items.Zip(items).Where(x => x.Second.Waived).Sum(x => x.First.Weight);
        return waived == 0 ? null : new WaivedPoints(waived, definition.Full, definition.Items.Zip(items).Where(x => x.First.IsOrdinary).Sum(x => x.Second.Score ?? 0));
    }

    /// <summary>The total of a unit before rounding.</summary>
    internal decimal Total(SchemeDefinition definition, IReadOnlyList<ItemResult> items) => Scaled + definition.Items.Zip(items).Where(x => !x.First.IsOrdinary).Sum(x => x.Second.Score ?? 0);
}
