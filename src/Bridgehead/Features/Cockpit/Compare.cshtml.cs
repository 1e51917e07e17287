using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Cockpit;

/// <summary>What changed between any two days: each figure on both, and the projects that moved.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ComparePage(CompareDays compare, ReadCockpit cockpit) : QuestionScreen
{
    /// <summary>Which days.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CompareQuery Query { get; set; } = new();

    /// <summary>What changed; null when it could not be told.</summary>
    public DayComparison? Found { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await cockpit.Units(Cancel);
        if (Units.Count == 0) return true;
        return await Ask(async () => Found = await compare.Run(Query, Cancel));
    }

    /// <summary>The page of a figure on a day.</summary>
    public string Address(ComparedFigure figure, bool later)
    {
        var (span, day) = later ? (figure.SpanB, Found!.B) : (figure.SpanA, Found!.A);
        return $"/figures?unit={Found.Unit.Code}&indicator={figure.Indicator.Code}&from={Months.Text(span.From)}&to={Months.Text(span.To)}" + (Found.Basis == DayBasis.Recorded ? "&asOf=" + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    /// <summary>A change with its sign: of the two numbers as they are shown, so that who subtracts them finds the same.</summary>
    public static string Change(ComparedFigure figure) => FigureText.Between(figure.A, figure.B, figure.Indicator.Display);
}
