namespace Bridgehead.Features.Progress;

/// <summary>How a rule judges what it looked at: the warning rules of domain.md 6.9. Always shown as a word, the colour comes third.</summary>
public enum Alarm
{
    /// <summary>Nothing to say.</summary>
    [Label("正常")] Normal,
    /// <summary>Below the first threshold.</summary>
    [Label("黄色预警")] Yellow,
    /// <summary>Below the second threshold.</summary>
    [Label("红色预警")] Red,
}

/// <summary>How an alarm is drawn.</summary>
internal static class AlarmTone
{
    /// <summary>The tone of its chip.</summary>
    public static string Tone(this Alarm alarm) => alarm switch { Alarm.Red => "bad", Alarm.Yellow => "warn", _ => "good" };
}
