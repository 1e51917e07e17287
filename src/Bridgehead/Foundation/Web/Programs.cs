namespace Bridgehead;

/// <summary>Tells the requests of programs, which speak JSON and carry a token, from those of people, who see pages and carry a cookie.</summary>
public static class Programs
{
    /// <summary>Where the people's reference of the API stands, in the midst of its addresses.</summary>
    public const string Reference = "/api/docs";

    /// <summary>Whether a program asks: everything under /api but the reference.</summary>
    public static bool IsFromProgram(this HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments(Reference, StringComparison.OrdinalIgnoreCase);
}
