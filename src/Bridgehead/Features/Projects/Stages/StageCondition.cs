namespace Bridgehead.Features.Projects.Stages;

/// <summary>When a requirement applies. A closed list: the rules are data, not programs.</summary>
public enum StageCondition
{
    /// <summary>For every project.</summary>
    [Label("所有项目")] Always,
    /// <summary>The money comes from abroad.</summary>
    [Label("资金来自国（境）外")] FromAbroad,
    /// <summary>The land is newly supplied.</summary>
    [Label("新供地")] NewLand,
    /// <summary>The premises are leased or bought.</summary>
    [Label("租购厂房")] Premises,
    /// <summary>The start is a start of building works.</summary>
    [Label("建安类开工")] BuildingWorks,
    /// <summary>The start is a purchase of equipment.</summary>
    [Label("设备购置类开工")] EquipmentPurchase,
    /// <summary>The start is an opening.</summary>
    [Label("开业")] Opening,
    /// <summary>The agreed investment is 100 million yuan or more.</summary>
    [Label("协议投资额1亿元以上")] FromOneYi,
}
