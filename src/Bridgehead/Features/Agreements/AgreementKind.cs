namespace Bridgehead.Features.Agreements;

/// <summary>What kind of agreement it is (domain rules 3.2 and 6.3).</summary>
public enum AgreementKind
{
    /// <summary>投资协议: the formal agreement; the project is signed by it.</summary>
    [Label("投资协议")] Investment,
    /// <summary>框架协议: a statement of intent; it is no signing, and its promises are not followed.</summary>
    [Label("框架协议")] Framework,
    /// <summary>补充协议: amends an earlier one and makes a new version of it.</summary>
    [Label("补充协议")] Supplementary,
    /// <summary>其他协议: a separate binding paper, such as on land or a plant.</summary>
    [Label("其他协议")] Other,
}
