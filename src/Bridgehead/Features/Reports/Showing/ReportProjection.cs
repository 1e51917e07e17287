namespace Bridgehead.Features.Reports;

/// <summary>The report as plain values, for the API and the command line.</summary>
public sealed record ReportProjection(
    string Title, string Unit, DateOnly From, DateOnly To, DateOnly AsOf, bool Masked, string? Addressee, string Opening,
    IReadOnlyList<ReportProjection.PartView> Parts, string? SignedBy, DateOnly? IssuedOn)
{
    /// <summary>Projects a report.</summary>
    public static ReportProjection Of(WorkReport report) => new(
        report.Title, report.UnitCode, report.From, report.To, report.AsOf, report.Edition == Edition.Masked, report.Addressee,
        report.Opening.Text, [.. report.Parts.Select(part => new PartView(part.Text, [.. part.Blocks.Select(View)]))], report.SignedBy, report.IssuedOn);

    private static BlockView View(Block block) => block switch
    {
        SectionHeading heading => new BlockView("heading", heading.Text, [], null),
        Paragraph paragraph => new BlockView("paragraph", paragraph.Text, Figures(paragraph.Sentences), null),
        Tabulation table => Tabled("table", table),
        Charting chart => Tabled("chart", chart.Data),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private static BlockView Tabled(string kind, Tabulation table) => new(kind, table.Caption.ToString(), Figures([table.Caption, .. table.Rows.SelectMany(row => row)]), new TableView(
        table.UnitLine, [.. table.Columns.Select(column => column.Head)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.ToString())])]));

    private static IReadOnlyList<FigureView> Figures(IEnumerable<Phrase> phrases) =>
    [
        .. phrases.SelectMany(phrase => phrase).OfType<BoundFigure>().Select(figure => new FigureView(
            figure.Key.Tag, figure.Key.Indicator, figure.Key.Unit, figure.Key.From, figure.Key.To, figure.Key.Group, figure.Key.Against,
            figure.Key.MeasureName, figure.Key.Scope, figure.Value, figure.Display, figure.Address)),
    ];

    /// <summary>One of the four parts.</summary>
    public sealed record PartView(string Heading, IReadOnlyList<BlockView> Blocks);

    /// <summary>A heading, paragraph, table or chart with its text and the figures in the order of print.</summary>
    public sealed record BlockView(string Kind, string Text, IReadOnlyList<FigureView> Figures, TableView? Table);

    /// <summary>A table as text.</summary>
    public sealed record TableView(string UnitLine, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

    /// <summary>A figure: which it is by which version of the indicator, its exact value (元, dollars, pieces, percent; null when unknown or masked), what is printed, its page.</summary>
    public sealed record FigureView(
        string Tag, string Indicator, string Unit, DateOnly From, DateOnly To, string? Group, string? Against, string Measure, int IndicatorVersion,
        decimal? Value, string Display, string Address);
}
