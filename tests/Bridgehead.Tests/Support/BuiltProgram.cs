namespace Bridgehead.Tests.Support;

/// <summary>The program as it was built beside the tests: with the libraries of this machine in its own folder, which the folder of the tests has not.</summary>
internal static class BuiltProgram
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = InFolder(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Its file, to be run by dotnet.</summary>
    public static string File => Path.Combine(Folder, "bridgehead.dll");

    private static string InFolder(DirectoryInfo own) => Path.Combine(Sources.Root, "src", "Bridgehead", "bin", own.Parent!.Name, own.Name);
}
