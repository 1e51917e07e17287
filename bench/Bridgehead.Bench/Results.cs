namespace Bridgehead.Bench;

/// <summary>What was measured, against what was promised.</summary>
internal sealed class Results
{
    private readonly List<(string What, string Measured, string Goal, bool Met)> rows = [];

    /// <summary>Whether every goal was met.</summary>
    public bool AllMet => rows.TrueForAll(r => r.Met);

    /// <summary>A ratio that may be at most so much.</summary>
    public void Ratio(string what, Timing one, Timing other, double most) =>
        Add(what, $"{one.Median:0.00} ms / {other.Median:0.00} ms = {one.Median / other.Median:0.00}", $"≤ {most:0.0}", one.Median / other.Median <= most);

    /// <summary>Adds a line.</summary>
    public void Add(string what, string measured, string goal, bool met) => rows.Add((what, measured, goal, met));

    /// <summary>Prints a Markdown table.</summary>
    /// <param name="isJudged">Whether it says if the goals were met.</param>
    public void Print(bool isJudged)
    {
        Console.WriteLine();
        Console.WriteLine("| What | Measured | Goal | |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (what, measured, goal, met) in rows) Console.WriteLine($"| {what} | {measured} | {goal} | {(!isJudged ? "not judged" : met ? "met" : "MISSED")} |");
    }
}

/// <summary>Times of one thing, in milliseconds.</summary>
internal sealed class Timing
{
    private readonly List<double> times = [];

    /// <summary>Adds one.</summary>
    public void Add(double milliseconds) => times.Add(milliseconds);

    /// <summary>The middle one.</summary>
    public double Median => At(50);

    /// <summary>The one so many per cent are not above.</summary>
    public double At(int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
