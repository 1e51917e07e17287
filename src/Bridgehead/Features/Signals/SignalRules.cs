namespace Bridgehead.Features.Signals;

/// <summary>The thresholds, in versions that never change: each run says by which it was made.</summary>
public sealed class SignalRules
{
    private SignalRules() { }

    /// <summary>A version.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="input">The thresholds.</param>
    /// <param name="by">Who set them.</param>
    /// <param name="at">When (UTC).</param>
    public SignalRules(int number, SignalRulesInput input, string by, DateTime at)
    {
        (Id, Number, Reason, By, At) = (Guid.CreateVersion7(), number, input.Reason?.Trim() ?? "", by, at);
        (TargetAtLeast, MonthEndShare, MonthEndAbove, MonthEndEntries) = (input.TargetAtLeast, input.MonthEndShare, input.MonthEndAbove, input.MonthEndEntries);
        (RoundShare, RoundTimes, RoundEntries, DigitsEntries, DigitsPerMille) = (input.RoundShare, input.RoundTimes, input.RoundEntries, input.DigitsEntries, input.DigitsPerMille);
        (SellerProjects, NumbersInARow, AgreementPercent, PartyProjects) = (input.SellerProjects, input.NumbersInARow, input.AgreementPercent, input.PartyProjects);
    }

    /// <summary>What holds until somebody sets something else.</summary>
    public static SignalRules Default { get; } = new(0, new SignalRulesInput(), "", DateTime.UnixEpoch);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which version; 0 for what the program begins with.</summary>
    public int Number { get; private set; }
    /// <summary>Targets of things below this are met exactly too often to mean anything.</summary>
    public int TargetAtLeast { get; private set; }
    /// <summary>Percent of a month in its last three days, from which on.</summary>
    public int MonthEndShare { get; private set; }
    /// <summary>And so many percentage points above the unit's own months before.</summary>
    public int MonthEndAbove { get; private set; }
    /// <summary>With at least so many entries in the month.</summary>
    public int MonthEndEntries { get; private set; }
    /// <summary>Percent of amounts that can be divided by ten million yuan, from which on.</summary>
    public int RoundShare { get; private set; }
    /// <summary>And so many percent of the share of all units: 150 is half as much again.</summary>
    public int RoundTimes { get; private set; }
    /// <summary>With at least so many amounts.</summary>
    public int RoundEntries { get; private set; }
    /// <summary>First digits are judged from so many amounts on; never below 100.</summary>
    public int DigitsEntries { get; private set; }
    /// <summary>And when chance alone would give such digits in at most so many of a thousand cases.</summary>
    public int DigitsPerMille { get; private set; }
    /// <summary>One seller over so many projects.</summary>
    public int SellerProjects { get; private set; }
    /// <summary>So many invoice numbers in a row.</summary>
    public int NumbersInARow { get; private set; }
    /// <summary>Arrived funds above so many percent of what was agreed.</summary>
    public int AgreementPercent { get; private set; }
    /// <summary>One receiving company over so many projects.</summary>
    public int PartyProjects { get; private set; }
    /// <summary>Why they were set so.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>Who set them.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}
