using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Signals;

/// <summary>Thresholds as they are typed.</summary>
public sealed class SignalRulesInput
{
    /// <summary>Targets of things from this on.</summary>
    [Range(1, 10000)] public int TargetAtLeast { get; set; } = 20;
    /// <summary>Percent in the last three days of a month.</summary>
    [Range(1, 100)] public int MonthEndShare { get; set; } = 60;
    /// <summary>Percentage points above the unit's own months before.</summary>
    [Range(0, 100)] public int MonthEndAbove { get; set; } = 25;
    /// <summary>Entries in the month at least.</summary>
    [Range(1, 10000)] public int MonthEndEntries { get; set; } = 5;
    /// <summary>Percent of round amounts.</summary>
    [Range(1, 100)] public int RoundShare { get; set; } = 40;
    /// <summary>Percent of the share of all.</summary>
    [Range(100, 1000)] public int RoundTimes { get; set; } = 150;
    /// <summary>Amounts at least.</summary>
    [Range(5, 10000)] public int RoundEntries { get; set; } = 20;
    /// <summary>Amounts at least for first digits.</summary>
    [Range(100, 100000)] public int DigitsEntries { get; set; } = 100;
    /// <summary>How rare by chance, in a thousand.</summary>
    [Range(1, 100)] public int DigitsPerMille { get; set; } = 10;
    /// <summary>Projects with one seller.</summary>
    [Range(2, 1000)] public int SellerProjects { get; set; } = 3;
    /// <summary>Numbers in a row.</summary>
    [Range(2, 1000)] public int NumbersInARow { get; set; } = 3;
    /// <summary>Percent of what was agreed.</summary>
    [Range(100, 1000)] public int AgreementPercent { get; set; } = 100;
    /// <summary>Projects with one receiving company.</summary>
    [Range(2, 1000)] public int PartyProjects { get; set; } = 3;
    /// <summary>Why.</summary>
    [MaxLength(300, ErrorMessage = "理由最多300个字")] public string? Reason { get; set; }

    /// <summary>The thresholds of a version.</summary>
    public static SignalRulesInput Of(SignalRules rules) => new()
    {
        TargetAtLeast = rules.TargetAtLeast, MonthEndShare = rules.MonthEndShare, MonthEndAbove = rules.MonthEndAbove, MonthEndEntries = rules.MonthEndEntries, RoundShare = rules.RoundShare, RoundTimes = rules.RoundTimes,
        RoundEntries = rules.RoundEntries, DigitsEntries = rules.DigitsEntries, DigitsPerMille = rules.DigitsPerMille, SellerProjects = rules.SellerProjects, NumbersInARow = rules.NumbersInARow,
        AgreementPercent = rules.AgreementPercent, PartyProjects = rules.PartyProjects,
    };
}
