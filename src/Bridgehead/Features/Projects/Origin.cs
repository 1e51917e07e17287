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

/// <summary>The branch of the economy a project belongs to.</summary>
public enum Branch
{
    /// <summary>一产.</summary>
    [Label("一产")] Primary,
    /// <summary>二产.</summary>
    [Label("二产")] Secondary,
    /// <summary>三产.</summary>
    [Label("三产")] Tertiary,
}
