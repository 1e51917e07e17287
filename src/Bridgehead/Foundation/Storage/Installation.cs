namespace Bridgehead;

/// <summary>Where this installation keeps its data and how it presents itself; read once at start from arguments, environment (BRIDGEHEAD_…) and appsettings.</summary>
/// <param name="DataFolder">The folder of the embedded database, the attachments and the exports; full path.</param>
/// <param name="Postgres">The connection string of PostgreSQL; null for the embedded database.</param>
/// <param name="Demo">Demo mode: personas may sign in without a password, under a visible banner.</param>
public sealed record Installation(string DataFolder, string? Postgres, bool Demo)
{
    /// <summary>The file of the embedded database.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "bridgehead.db");

    /// <summary>Whether the data is kept in PostgreSQL.</summary>
    public bool UsesPostgres => Postgres is not null;

    /// <summary>Reads the installation from its settings: data, postgres, demo.</summary>
    public static Installation From(IConfiguration settings) => new(
        Path.GetFullPath(settings["data"] is { Length: > 0 } folder ? folder : "data"),
        settings["postgres"] is { Length: > 0 } postgres ? postgres : null,
        IsOn(settings["demo"]));

    /// <summary>Whether a setting says yes: true or 1. Empty or absent is no.</summary>
    public static bool IsOn(string? setting) => setting is "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase);
}
