using System.Globalization;

namespace Bridgehead.Features.Progress;

/// <summary>How this capability writes numbers and days on its pages.</summary>
internal static class ProgressText
{
    /// <summary>An amount in 万元: "12,500".</summary>
    public static string Wan(long? fen) => fen is { } amount ? new Money(amount).Wan.ToString("#,0.##", CultureInfo.InvariantCulture) : "—";

    /// <summary>Percent with one digit: "63.2%".</summary>
    public static string Percent(decimal? percent) => percent is { } value ? Points(value) + "%" : "—";

    /// <summary>Percentage points with one digit, without sign.</summary>
    public static string Points(decimal value) => Math.Round(Math.Abs(value), 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A day: "2026-03-15".</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>How a report stands, as the tone of its chip.</summary>
    public static string Tone(DutyState state) => state switch { DutyState.OnTime => "good", DutyState.Late => "warn", DutyState.Missing => "bad", _ => "" };

    /// <summary>How long a side has not been looked at, as the tone of its chip: two months and four months are the bounds.</summary>
    public static string Age(int days) => days > 120 ? "bad" : days > 60 ? "warn" : "good";

    /// <summary>The kind of a change, as the tone of its chip.</summary>
    public static string Tone(ChangeKind kind) => kind switch
    {
        ChangeKind.Forward or ChangeKind.Reached or ChangeKind.Solved or ChangeKind.Arrived => "good",
        ChangeKind.Slipped or ChangeKind.Raised or ChangeKind.Missing => "warn",
        ChangeKind.Back or ChangeKind.Aside => "bad",
        _ => "plan",
    };
}
