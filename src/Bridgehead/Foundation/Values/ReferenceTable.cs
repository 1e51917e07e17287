using System.Reflection;

namespace Bridgehead;

/// <summary>A table of facts that comes with the program: a line of headings, then tab-separated lines.</summary>
internal static class ReferenceTable
{
    /// <summary>The cells of every line below the headings; a line may leave out its last cells.</summary>
    /// <param name="name">The file's name without its ending: "industry".</param>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reference.{name}.tsv")
            ?? throw new InvalidOperationException($"The reference table {name} is not part of this build.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split('\t');
    }
}
