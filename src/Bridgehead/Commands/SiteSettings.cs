using System.Reflection;

namespace Bridgehead.Commands;

/// <summary>The settings of the site as they are typed after serve: --name value or --name=value, of those there are.</summary>
internal static class SiteSettings
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "data", "postgres", "demo", "fill", "proxies", "https", "urls", "jobs", "environment" };
    private static readonly HashSet<string> Switches = new(StringComparer.OrdinalIgnoreCase) { "demo", "https", "mail:attach" };
    private static readonly string[] Families = ["mail:", "Kestrel:", "Logging:"];

    /// <summary>The settings, each as --name=value, and the first thing that is none; null when all are.</summary>
    public static (IReadOnlyList<string> Settings, string? Wrong) Read(IReadOnlyList<string> tokens)
    {
        var settings = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].StartsWith("--", StringComparison.Ordinal)) return (settings, tokens[i]);
            var (name, value) = tokens[i][2..].Split('=', 2) is [var before, var after] ? (before, after) : (tokens[i][2..], null);
            if (value is null && i + 1 < tokens.Count && !tokens[i + 1].StartsWith("--", StringComparison.Ordinal)) value = tokens[++i];
            // a switch alone is on
            if (value is null && Switches.Contains(name)) value = "true";
            if (IsTyped && (value is null || !IsKnown(name) || (Switches.Contains(name) && value is not ("" or "true" or "True" or "1" or "false" or "False" or "0")))) return (settings, value is null ? "--" + name : $"--{name} {value}");
            settings.Add($"--{name}={value}");
        }
        return (settings, null);
    }

    // a host that starts the site within itself, as the tests do, hands over everything its environment says
    private static bool IsTyped => Assembly.GetEntryAssembly() == typeof(SiteSettings).Assembly;

    private static bool IsKnown(string name) => Known.Contains(name) || Array.Exists(Families, f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase));
}
