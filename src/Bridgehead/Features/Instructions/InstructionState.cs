namespace Bridgehead.Features.Instructions;

/// <summary>How far an instruction has come.</summary>
public enum InstructionState
{
    /// <summary>待接收: written, and not yet taken on.</summary>
    [Label("待接收")] Given,
    /// <summary>办理中: taken on by somebody.</summary>
    [Label("办理中")] Accepted,
    /// <summary>已答复: answered; the leader has the word.</summary>
    [Label("已答复")] Answered,
    /// <summary>已退回: the answer was not enough.</summary>
    [Label("退回再办")] Returned,
    /// <summary>已办结: nothing more is to be done.</summary>
    [Label("已办结")] Closed,
}

/// <summary>What an instruction was written on.</summary>
public enum InstructionSubject
{
    /// <summary>A figure of the ledger.</summary>
    [Label("数据")] Figure,
    /// <summary>A project.</summary>
    [Label("项目")] Project,
    /// <summary>A paragraph of a report.</summary>
    [Label("报告")] Report,
}
