namespace Bridgehead.Tests.Support;

/// <summary>The program's own source files, read from the repository the tests were built from.</summary>
public static class Sources
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program's folder.</summary>
    public static string Program { get; } = Path.Combine(Root, "src", "Bridgehead");

    /// <summary>The program's files with one of the endings, without what is generated; paths relative to the program's folder with forward slashes.</summary>
    public static IReadOnlyList<string> Files(params string[] endings) =>
        [.. Directory.EnumerateFiles(Program, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Program, f).Replace('\\', '/'))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Migrations" or "wwwroot"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of one of the program's files.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Program, file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bridgehead.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No repository above {AppContext.BaseDirectory}.");
    }
}
