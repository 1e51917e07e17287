namespace Bridgehead.Tests.PowerCut;

/// <summary>A folder: the names that were flushed, and what was done to the names since. Names reach the disk in order.</summary>
internal sealed class DiskFolder
{
    private readonly Dictionary<string, object> flushed = [];
    private readonly List<(string Name, object? Thing)> since = [];

    /// <summary>Gives a name to a file or folder, or takes it away.</summary>
    public void Put(string name, object? thing) => since.Add((name, thing));

    /// <summary>What goes by a name now.</summary>
    public object? Named(string name) =>
        since.FindLastIndex(s => s.Name == name) is >= 0 and var i ? since[i].Thing : flushed.GetValueOrDefault(name);

    /// <summary>Every name given so far is on the disk.</summary>
    public void Flush()
    {
        Apply(flushed, static () => true);
        since.Clear();
    }

    /// <summary>Writes what is left into a folder.</summary>
    public void Leave(string into, Func<bool> chance)
    {
        Directory.CreateDirectory(into);
        var names = new Dictionary<string, object>(flushed);
        Apply(names, chance);
        foreach (var (name, thing) in names)
        {
            var path = Path.Combine(into, name);
            if (thing is DiskFolder folder) folder.Leave(path, chance);
            else File.WriteAllBytes(path, ((DiskFile)thing).Left(chance));
        }
    }

    private void Apply(Dictionary<string, object> names, Func<bool> chance)
    {
        foreach (var (name, thing) in since)
        {
            if (!chance()) return;
            if (thing is null) names.Remove(name);
            else names[name] = thing;
        }
    }
}
