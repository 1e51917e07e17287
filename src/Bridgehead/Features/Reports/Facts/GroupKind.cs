namespace Bridgehead.Features.Reports;

/// <summary>By what an indicator is broken down.</summary>
public enum GroupKind
{
    /// <summary>分区县、园区: by the units below.</summary>
    Unit,
    /// <summary>来源: abroad, other province, other city, between counties.</summary>
    Origin,
    /// <summary>产业: primary, secondary, tertiary, or sections of GB/T 4754.</summary>
    Industry,
    /// <summary>规模: bands of amount.</summary>
    Band,
}
