namespace Bridgehead.Features.Projects;

/// <summary>Where the investor comes from (domain rule 4.2).</summary>
public enum Origin
{
    /// <summary>国（境）外.</summary>
    [Label("国（境）外")] Abroad,
    /// <summary>国内省外.</summary>
    [Label("国内省外")] OtherProvince,
    /// <summary>市外省内.</summary>
    [Label("市外省内")] OtherCity,
    /// <summary>市内县际.</summary>
    [Label("市内县际")] CountyToCounty,
}
