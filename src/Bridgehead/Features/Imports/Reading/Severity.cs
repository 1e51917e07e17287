namespace Bridgehead.Features.Imports.Reading;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Something was understood or tidied that the person may want to know.</summary>
    Note,

    /// <summary>The row is taken, but a person should look.</summary>
    Warning,

    /// <summary>The row is refused.</summary>
    Error,
}
