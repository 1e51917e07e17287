namespace Bridgehead.Features.Reports;

/// <summary>Whose name it is; the masked edition hides all but the words of the trade.</summary>
public enum NameKind
{
    /// <summary>名: a word of the trade or of the register: an indicator, a stage, an event.</summary>
    Word,
    /// <summary>单位: a unit of the city.</summary>
    Unit,
    /// <summary>项目: a project.</summary>
    Project,
    /// <summary>企业: an investor or another enterprise.</summary>
    Enterprise,
    /// <summary>人: a person.</summary>
    Person,
}
