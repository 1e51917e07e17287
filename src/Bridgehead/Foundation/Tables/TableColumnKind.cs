namespace Bridgehead;

/// <summary>How a column of an exported table shows its values; a text in any column stays a text.</summary>
public enum TableColumnKind
{
    /// <summary>Words and codes; never a formula, never turned into a number.</summary>
    Text,

    /// <summary><see cref="Bridgehead.Money"/> or a decimal in the unit the heading states, with two digits.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A number as it is.</summary>
    Number,

    /// <summary>A share in percent: 50 shows as 50.00%.</summary>
    Percent,
}
