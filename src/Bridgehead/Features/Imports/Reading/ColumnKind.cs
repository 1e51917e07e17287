namespace Bridgehead.Features.Imports.Reading;

/// <summary>What a column is expected to hold.</summary>
public enum ColumnKind
{
    /// <summary>Words; merged cells carry down to the rows they cover.</summary>
    Text,

    /// <summary>A code or number that is a name, such as a registration number: half-width, no spaces.</summary>
    Code,

    /// <summary>Unified social credit code (GB 32100-2015).</summary>
    CreditCode,

    /// <summary>An amount of money with its currency; a merged amount counts once.</summary>
    Money,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A share in percent.</summary>
    Percentage,

    /// <summary>A whole number of things or people.</summary>
    Count,

    /// <summary>A plain number in the column's unit.</summary>
    Number,

    /// <summary>An area of land.</summary>
    Land,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One or more telephone numbers.</summary>
    Phone,
}
