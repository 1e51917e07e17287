namespace Bridgehead.Features.Access;

/// <summary>What a person is in the system. One person holds one; the three administrators exclude each other and every business role.</summary>
public enum Role
{
    /// <summary>经办: enters and edits the records of the own unit.</summary>
    [Label("经办")] Clerk,
    /// <summary>审核: as a clerk, and decides over what others enter.</summary>
    [Label("审核")] Reviewer,
    /// <summary>领导: reads everything in scope, writes instructions.</summary>
    [Label("领导")] Leader,
    /// <summary>审计: reads everything, and the trail.</summary>
    [Label("审计")] Auditor,
    /// <summary>驻外干部: enters leads and projects of the outpost.</summary>
    [Label("驻外干部")] OutpostCadre,
    /// <summary>企业: sees the enterprise's own projects.</summary>
    [Label("企业")] Enterprise,
    /// <summary>代理: sees what the agent introduced.</summary>
    [Label("代理")] Agent,
    /// <summary>银行: sees what was sent to the bank.</summary>
    [Label("银行")] Bank,
    /// <summary>系统管理员: runs the installation; reads no business amounts.</summary>
    [Label("系统管理员")] SystemAdministrator,
    /// <summary>安全管理员: gives accounts and rights.</summary>
    [Label("安全管理员")] SecurityAdministrator,
    /// <summary>审计管理员: reads and verifies the trail.</summary>
    [Label("审计管理员")] AuditAdministrator,
}
