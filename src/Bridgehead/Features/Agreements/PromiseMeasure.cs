namespace Bridgehead.Features.Agreements;

/// <summary>How a promise is measured and kept in storage.</summary>
public enum PromiseMeasure
{
    /// <summary>An amount of money, kept in fen, typed and shown in 万元.</summary>
    Money,
    /// <summary>A number in the kind's own unit, kept in ten-thousandths of it.</summary>
    Number,
    /// <summary>Something that happens by a day; there is no amount.</summary>
    Day,
}
