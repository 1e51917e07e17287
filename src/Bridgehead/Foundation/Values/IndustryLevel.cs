namespace Bridgehead;

/// <summary>The four levels of GB/T 4754.</summary>
public enum IndustryLevel
{
    /// <summary>门类: a letter.</summary>
    [Label("门类")] Section,
    /// <summary>大类: two digits.</summary>
    [Label("大类")] Division,
    /// <summary>中类: three digits.</summary>
    [Label("中类")] Group,
    /// <summary>小类: four digits.</summary>
    [Label("小类")] Class,
}
