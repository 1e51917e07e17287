using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>A row of figures that is taken.</summary>
internal sealed record FigureRow(Unit Unit, Indicator Indicator, Months Span, FigureClass Class, (Dimension Dimension, string Key) Group, long Value, string Text, string Source, string Sheet, int Row)
{
    /// <summary>What stands at the same place already; null when nothing does.</summary>
    public StandingFigure? Standing { get; set; }

    /// <summary>The unit, span and group it speaks for.</summary>
    public (Guid, Guid, int, int, Dimension, string) Place => (Indicator.Id, Unit.Id, Span.From, Span.To, Group.Dimension, Group.Key);
}

/// <summary>What stands at the place of a row.</summary>
/// <param name="IsSame">It says the same, or is to be kept: the row changes nothing.</param>
/// <param name="Target">The target that is set anew.</param>
/// <param name="Refused">Why the row cannot be taken.</param>
internal sealed record StandingFigure(bool IsSame, Target? Target = null, FormattableString? Refused = null);
