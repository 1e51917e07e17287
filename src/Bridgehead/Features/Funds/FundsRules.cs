namespace Bridgehead.Features.Funds;

/// <summary>Which rate foreign money is converted by.</summary>
public enum RatePolicy
{
    /// <summary>到账日中间价.</summary>
    [Label("到账日中间价")] ArrivalDay,
    /// <summary>当月平均.</summary>
    [Label("当月平均汇率")] MonthAverage,
    /// <summary>当年平均.</summary>
    [Label("当年平均汇率")] YearAverage,
}

/// <summary>What a city has decided about recognition (domain rules 4.2, 5.3 and 5.5): what counts, how many are drawn for the re-review, what is suspicious. One for the installation.</summary>
public sealed class FundsRules : IVersioned, IAudited
{
    /// <summary>The identity of the only one.</summary>
    public static readonly Guid Only = new("0193a000-0000-7000-8000-00000000f00d");

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; } = Only;
    /// <summary>How many of a hundred are drawn; 100 until somebody decides otherwise.</summary>
    public int SamplePercent { get; set; } = 100;
    /// <summary>What the draw starts from, published beforehand so that everyone can repeat it.</summary>
    public string SampleSeed { get; set; } = "";
    /// <summary>At this amount and above every voucher is re-reviewed, in fen; 0: all.</summary>
    public long AlwaysFromFen { get; set; }
    /// <summary>Money that leaves again within so many days has not arrived.</summary>
    public int RoundTripDays { get; set; } = 30;
    /// <summary>Which rate foreign money is converted by.</summary>
    public RatePolicy RatePolicy { get; set; }
    /// <summary>土地出让金 counts.</summary>
    public bool CountLand { get; set; }
    /// <summary>流动资金 counts.</summary>
    public bool CountWorkingCapital { get; set; }
    /// <summary>租赁、装修 counts.</summary>
    public bool CountDecoration { get; set; }
    /// <summary>旧设备、旧建筑物 count.</summary>
    public bool CountSecondHand { get; set; }
    /// <summary>单纯土地平整 counts.</summary>
    public bool CountLevelling { get; set; }
    /// <summary>The four-piece set must be complete before recognition.</summary>
    public bool NeedSet { get; set; } = true;
    /// <summary>The first day of the period vouchers are taken for; null without.</summary>
    public DateOnly? PeriodFrom { get; set; }
    /// <summary>The last day of the period vouchers are taken for; null without.</summary>
    public DateOnly? PeriodTo { get; set; }
    /// <inheritdoc />
    public long Version { get; private set; }
}

/// <summary>What one unit of a currency was worth on a day, as entered or imported (中间价).</summary>
public sealed class Parity : IVersioned, IAudited
{
    private Parity() { }

    /// <summary>Enters a rate; checked by <see cref="ExchangeRate"/>.</summary>
    public Parity(ExchangeRate rate) => (Id, Currency, On, Text, Per, Source) = (Guid.CreateVersion7(), rate.Currency.Value, rate.On, rate.Text, rate.Per, rate.Source);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The currency.</summary>
    public string Currency { get; private set; } = "";
    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>The number as printed.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Units the number is for.</summary>
    public int Per { get; private set; }
    /// <summary>Who published it.</summary>
    public string Source { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The rate.</summary>
    public ExchangeRate Rate => new(CurrencyCode.Create(Currency), Text, On, Source, Per);

    /// <summary>Sets another number from another source.</summary>
    public void Change(ExchangeRate rate) => (Text, Per, Source) = (rate.Text, rate.Per, rate.Source);
}
