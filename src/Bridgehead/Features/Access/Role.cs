namespace Bridgehead.Features.Access;

/// <summary>What a person is in the system. One person holds one; the three administrators exclude each other and every business role.</summary>
public enum Role
{
    /// <summary>经办: enters and edits the records of the own unit.</summary>
    Clerk,
    /// <summary>审核: as a clerk, and decides over what others enter.</summary>
    Reviewer,
    /// <summary>领导: reads everything in scope, writes instructions.</summary>
    Leader,
    /// <summary>审计: reads everything, and the trail.</summary>
    Auditor,
    /// <summary>驻外干部: enters leads and projects of the outpost.</summary>
    OutpostCadre,
    /// <summary>企业: sees the enterprise's own projects.</summary>
    Enterprise,
    /// <summary>代理: sees what the agent introduced.</summary>
    Agent,
    /// <summary>银行: sees what was sent to the bank.</summary>
    Bank,
    /// <summary>系统管理员: runs the installation; reads no business amounts.</summary>
    SystemAdministrator,
    /// <summary>安全管理员: gives accounts and rights.</summary>
    SecurityAdministrator,
    /// <summary>审计管理员: reads and verifies the trail.</summary>
    AuditAdministrator,
}
