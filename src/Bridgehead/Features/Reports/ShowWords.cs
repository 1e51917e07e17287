namespace Bridgehead.Features.Reports;

/// <summary>How the page of a kept report calls things.</summary>
public static class ShowWords
{
    /// <summary>What a number is: its indicator, unit, period and measure.</summary>
    public static string Called(this ShowPage page, BoundFigure figure, Words words)
    {
        var key = figure.Key;
        var indicator = page.Indicators.FirstOrDefault(i => i.Code == key.Indicator);
        var unit = page.Units.FirstOrDefault(u => u.Code == key.Unit)?.LabelIn(words) ?? key.Unit;
        var name = indicator is null ? words["登记册中的数"] : words.IsEnglish && indicator.EnglishName.Length > 0 ? indicator.EnglishName : indicator.Name;
        return $"{name} · {unit} · {Bridgehead.Months.Text(Bridgehead.Months.Of(key.From))}…{Bridgehead.Months.Text(Bridgehead.Months.Of(key.To))} · {words.Of(key.Measure)}";
    }
}
