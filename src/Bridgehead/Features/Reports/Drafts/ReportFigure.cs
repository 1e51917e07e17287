using System.Globalization;

namespace Bridgehead.Features.Reports;

/// <summary>A number of a kept report with its binding: indicator and version, unit, period, measure, and what it was when it was taken over.</summary>
public sealed class ReportFigure
{
    private ReportFigure() { }

    /// <summary>Binds a number of a report.</summary>
    public ReportFigure(Guid draftId, int number, BoundFigure figure, DateOnly asOf)
    {
        (Id, DraftId, Number) = (Guid.CreateVersion7(), draftId, number);
        var key = figure.Key;
        (Indicator, Scope, Unit, From, To) = (key.Indicator, key.Scope, key.Unit, key.From, key.To);
        (Measure, Group, Against, Shape, Address) = (key.Measure, key.Group, key.Against, figure.Shape.ToString(), figure.Address);
        Take(figure.Value, asOf);
    }

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which report.</summary>
    public Guid DraftId { get; private set; }
    /// <summary>The number it goes by in the report.</summary>
    public int Number { get; private set; }
    /// <summary>The indicator's code.</summary>
    public string Indicator { get; private set; } = "";
    /// <summary>The version of its definition.</summary>
    public int Scope { get; private set; }
    /// <summary>The unit's code.</summary>
    public string Unit { get; private set; } = "";
    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; private set; }
    /// <summary>What of the figure is told.</summary>
    public FigureMeasure Measure { get; private set; }
    /// <summary>The group; null for the whole.</summary>
    public string? Group { get; private set; }
    /// <summary>Whose target; null for the one.</summary>
    public string? Against { get; private set; }
    /// <summary>How it is printed.</summary>
    public string Shape { get; private set; } = NumberShape.Plain.ToString();
    /// <summary>Its exact value as digits; null when it was not known.</summary>
    public string? Value { get; private set; }
    /// <summary>What is printed.</summary>
    public string Display { get; private set; } = BoundFigure.Star;
    /// <summary>The page on which it opens.</summary>
    public string Address { get; private set; } = "";
    /// <summary>The day it was taken over.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The binding.</summary>
    public FigureKey Key => new(Indicator, Unit, From, To, Measure, Group, Against, Scope);

    /// <summary>The exact value.</summary>
    public decimal? Exact => Value is null ? null : decimal.Parse(Value, CultureInfo.InvariantCulture);

    /// <summary>The number as it stands in the report.</summary>
    public BoundFigure Bound() => new(Key, Exact, Display, Address) { Shape = NumberShape.Read(Shape), Number = Number };

    /// <summary>Takes another value over.</summary>
    public void Take(decimal? value, DateOnly asOf)
    {
        // trailing zeros would make two databases differ in nothing
        Value = value is { } exact ? exact.ToString("0.############################", CultureInfo.InvariantCulture) : null;
        Display = value is { } known ? NumberShape.Read(Shape).Print(known) : BoundFigure.Star;
        AsOf = asOf;
    }
}
