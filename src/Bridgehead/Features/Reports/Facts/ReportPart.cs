namespace Bridgehead.Features.Reports;

/// <summary>The four parts of the work report.</summary>
public enum ReportPart
{
    /// <summary>一、基本情况.</summary>
    Situation,
    /// <summary>二、主要举措.</summary>
    Measures,
    /// <summary>三、存在问题.</summary>
    Problems,
    /// <summary>四、下一步工作打算.</summary>
    NextSteps,
}
