namespace Bridgehead.Features.Projects.Stages;

/// <summary>Where a project finds its place (domain.md 6.3, 用地情况).</summary>
public enum LandSupply
{
    /// <summary>Land supplied for it.</summary>
    [Label("新供地")] New,
    /// <summary>Land the investor holds already.</summary>
    [Label("现有土地")] Existing,
    /// <summary>Leased premises.</summary>
    [Label("租赁厂房")] Leased,
    /// <summary>Bought premises.</summary>
    [Label("购置厂房")] Bought,
}
