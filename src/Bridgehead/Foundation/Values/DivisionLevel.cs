namespace Bridgehead;

/// <summary>The three levels of GB/T 2260.</summary>
public enum DivisionLevel
{
    /// <summary>省、自治区、直辖市、特别行政区.</summary>
    [Label("省级")] Province,
    /// <summary>地级市、自治州、盟、地区.</summary>
    [Label("地级")] Prefecture,
    /// <summary>县、区、县级市、旗.</summary>
    [Label("县级")] County,
}
