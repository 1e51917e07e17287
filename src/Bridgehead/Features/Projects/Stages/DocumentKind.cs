namespace Bridgehead.Features.Projects.Stages;

/// <summary>What a document of a project is. Stages ask for kinds, not for file names (domain.md 4.4, 6.3).</summary>
public enum DocumentKind
{
    /// <summary>Any other paper; no stage asks for it.</summary>
    [Label("其他材料")] Other,
    /// <summary>The record of a visit or of talks.</summary>
    [Label("洽谈记录")] TalksRecord,
    /// <summary>The conclusion of the admission review.</summary>
    [Label("预审意见")] ReviewOpinion,
    /// <summary>The formal investment agreement with seals; a framework agreement is none.</summary>
    [Label("投资协议")] Agreement,
    /// <summary>The conclusion of the fair-competition review of the agreement (Order 99 of SAMR, §2).</summary>
    [Label("公平竞争审查结论")] FairCompetition,
    /// <summary>The licence of the project company.</summary>
    [Label("营业执照")] Licence,
    /// <summary>The receipt of the foreign-investment information report.</summary>
    [Label("外商投资信息报告回执")] ForeignReport,
    /// <summary>The resolution of the shareholders to add capital.</summary>
    [Label("增资决议")] IncreaseResolution,
    /// <summary>The filing, verification or approval of the project.</summary>
    [Label("备案证")] Filing,
    /// <summary>The contract on newly supplied land.</summary>
    [Label("土地出让合同")] LandContract,
    /// <summary>The lease or purchase contract of premises.</summary>
    [Label("厂房租购合同")] PremisesContract,
    /// <summary>The reply on environmental impact.</summary>
    [Label("环评批复")] Environment,
    /// <summary>The building permit.</summary>
    [Label("施工许可证")] BuildingPermit,
    /// <summary>The contracts on equipment bought.</summary>
    [Label("设备购置合同")] EquipmentContract,
    /// <summary>A photograph of the site.</summary>
    [Label("现场照片")] SitePhoto,
    /// <summary>The acceptance of the works.</summary>
    [Label("竣工验收材料")] Acceptance,
    /// <summary>First tax, sales or electricity record.</summary>
    [Label("投产证明")] ProductionProof,
    /// <summary>The notice of entry in statistics.</summary>
    [Label("入统证明")] StatisticsProof,
}
