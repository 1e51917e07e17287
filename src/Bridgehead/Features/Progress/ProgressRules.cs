namespace Bridgehead.Features.Progress;

/// <summary>
/// What the city has settled about monthly reports and their judgement (domain.md 6.9, W6 to W8 and W10), and the four marks every departmental form
/// must carry (domain.md 4.3): form number, issuing body, approval, validity. One for the installation; the standard values hold until somebody sets others.
/// </summary>
public sealed class ProgressRules : IVersioned, IAudited
{
    /// <summary>The identity of the one record.</summary>
    public static readonly Guid TheOne = new("01900000-0000-7000-8000-000000000609");

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; } = TheOne;
    /// <summary>The day of the next month on which a report is due, 1 to 28.</summary>
    public int DueDay { get; private set; } = 5;
    /// <summary>The first month reports are owed for, yyyymm; null from each project's signing.</summary>
    public int? FirstMonth { get; private set; }
    /// <summary>Percentage points behind plan from which investment is yellow (W6).</summary>
    public int BehindYellow { get; private set; } = 10;
    /// <summary>Percentage points behind plan beyond which investment is red (W6).</summary>
    public int BehindRed { get; private set; } = 30;
    /// <summary>Percent of the planned arrivals below which money is yellow (W7).</summary>
    public int ArrivalYellow { get; private set; } = 80;
    /// <summary>Percent of the planned arrivals below which money is red (W7).</summary>
    public int ArrivalRed { get; private set; } = 50;
    /// <summary>Days overdue beyond which completion and production are red (W8).</summary>
    public int OverdueRed { get; private set; } = 90;
    /// <summary>Days after the due day from which a missing report is red (W10).</summary>
    public int MissingRed { get; private set; } = 5;
    /// <summary>表号 of the form.</summary>
    public string FormNumber { get; private set; } = "";
    /// <summary>制定机关 of the form.</summary>
    public string IssuedBy { get; private set; } = "";
    /// <summary>批准文号 of the statistics bureau's approval.</summary>
    public string Approval { get; private set; } = "";
    /// <summary>有效期: the last day the form may be used.</summary>
    public DateOnly? ValidUntil { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether the form carries all that lets a respondent be asked to fill it (domain.md 4.3).</summary>
    public bool IsApproved(DateOnly today) => FormNumber.Length > 0 && IssuedBy.Length > 0 && Approval.Length > 0 && ValidUntil >= today;

    /// <summary>Settles when reports are due and from which month.</summary>
    public void SetDue(int day, int? firstMonth)
    {
        Refusal.Unless(day is >= 1 and <= 28, $"报送日应在1日至28日之间", nameof(DueDay));
        Refusal.Unless(firstMonth is not { } first || Months.IsMonth(first), $"起报月份应写成2026-01这样", nameof(FirstMonth));
        (DueDay, FirstMonth) = (day, firstMonth);
    }

    /// <summary>Settles the thresholds.</summary>
    public void SetThresholds(int behindYellow, int behindRed, int arrivalYellow, int arrivalRed, int overdueRed, int missingRed)
    {
        Refusal.Unless(behindYellow is >= 1 and <= 100 && behindRed > behindYellow && behindRed <= 100, $"投资进度的红色界限应大于黄色界限，都在1到100个百分点之间", nameof(BehindRed));
        Refusal.Unless(arrivalRed is >= 1 and <= 100 && arrivalYellow > arrivalRed && arrivalYellow <= 100, $"资金到位的黄色界限应大于红色界限，都在1%到100%之间", nameof(ArrivalYellow));
        Refusal.Unless(overdueRed is >= 1 and <= 3650 && missingRed is >= 1 and <= 365, $"逾期天数应大于0", nameof(OverdueRed));
        (BehindYellow, BehindRed, ArrivalYellow, ArrivalRed, OverdueRed, MissingRed) = (behindYellow, behindRed, arrivalYellow, arrivalRed, overdueRed, missingRed);
    }

    /// <summary>States the marks of the form.</summary>
    public void SetForm(string? number, string? issuedBy, string? approval, DateOnly? validUntil) =>
        (FormNumber, IssuedBy, Approval, ValidUntil) = (number?.Trim() ?? "", issuedBy?.Trim() ?? "", approval?.Trim() ?? "", validUntil);

    /// <summary>W6: so many percentage points behind plan.</summary>
    public Alarm Behind(decimal points) => points > BehindRed ? Alarm.Red : points >= BehindYellow ? Alarm.Yellow : Alarm.Normal;

    /// <summary>W7: so many percent of what should have arrived, and how many instalments in a row brought nothing.</summary>
    public Alarm Arrivals(decimal percent, int emptyInstalments) =>
        percent < ArrivalRed || emptyInstalments >= 2 ? Alarm.Red : percent < ArrivalYellow ? Alarm.Yellow : Alarm.Normal;

    /// <summary>W8: so many days after the planned day, not reached.</summary>
    public Alarm Overdue(int days) => days > OverdueRed ? Alarm.Red : days > 0 ? Alarm.Yellow : Alarm.Normal;

    /// <summary>W10: so many days after the due day, not filed: yellow from the first, red from the fifth.</summary>
    public Alarm Missing(int days) => days >= MissingRed ? Alarm.Red : days >= 1 ? Alarm.Yellow : Alarm.Normal;
}
