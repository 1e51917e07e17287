namespace Bridgehead.Tests.Features.Imports.Reading;

/// <summary>Finds the real ledgers that tests read; they are kept beside the repository and never in it.</summary>
internal static class SharedLedgers
{
    public static string Path(string name)
    {
        var shared = Folder;
        var path = System.IO.Path.Combine(shared, "data", "ledgers", name);
        if (!File.Exists(path)) Assert.Skip($"The shared test ledger {name} is not there (set BRIDGEHEAD_SHARED to the folder that holds data/ledgers).");
        return path;
    }

    /// <summary>The folder of the shared test data.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("BRIDGEHEAD_SHARED") ?? BesideTheRepository();

    private static string BesideTheRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Bridgehead.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
    }
}
