namespace Bridgehead.Features.Ledger;

/// <summary>The industries entries are told apart by.</summary>
public static class Sectors
{
    /// <summary>The code of GB/T 4754 for what a project says of its industry: a code, a name, or a code with its name. Null when it is none.</summary>
    public static string? Code(string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) return null;
        var text = said.Trim();
        return (Industry.Find(text) ?? Industry.Named(text) ?? Industry.Find(text.Split(' ', 2)[0]))?.Code;
    }
}
