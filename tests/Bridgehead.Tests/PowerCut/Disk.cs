namespace Bridgehead.Tests.PowerCut;

/// <summary>A disk with a cache that loses its power: knows for every file and folder what was flushed and what was not yet.</summary>
internal sealed class Disk
{
    private readonly DiskFolder root = new();
    private readonly Dictionary<ulong, DiskFile> open = [];

    /// <summary>Starts with the content of a folder, all of it flushed.</summary>
    public Disk(string folder) => Fill(root, folder);

    /// <summary>Lets one act happen.</summary>
    public void Do(Act act)
    {
        switch (act.Kind)
        {
            case 'C': open[act.Node] = new DiskFile([]); Folder(act.Name).Put(Last(act.Name), open[act.Node]); break;
            case 'O': open[act.Node] = (DiskFile)Find(act.Name)!; break;
            case 'W': open[act.Node].Write(act.At, act.Data); break;
            case 'T': open[act.Node].SetSize(act.At); break;
            case 'S': open[act.Node].Flush(); break;
            case 'D': ((DiskFolder)Find(act.Name)!).Flush(); break;
            case 'M': Folder(act.Name).Put(Last(act.Name), new DiskFolder()); break;
            case 'U': Folder(act.Name).Put(Last(act.Name), null); break;
            case 'L': Folder(act.Other).Put(Last(act.Other), Find(act.Name)); break;
            case 'R':
                var moved = Find(act.Name);
                Folder(act.Other).Put(Last(act.Other), moved);
                Folder(act.Name).Put(Last(act.Name), null);
                break;
            default: throw new InvalidDataException($"The journal holds an act {act.Kind}.");
        }
    }

    /// <summary>Writes what the power cut leaves into a folder: all that was flushed, and of the rest what chance says.</summary>
    /// <param name="into">The folder.</param>
    /// <param name="chance">Whether one sector, size or name that was not flushed has reached the disk.</param>
    public void Leave(string into, Func<bool> chance) => root.Leave(into, chance);

    private static void Fill(DiskFolder folder, string from)
    {
        foreach (var path in Directory.EnumerateDirectories(from))
        {
            var inner = new DiskFolder();
            folder.Put(Path.GetFileName(path), inner);
            Fill(inner, path);
        }
        foreach (var path in Directory.EnumerateFiles(from)) folder.Put(Path.GetFileName(path), new DiskFile(File.ReadAllBytes(path)));
        folder.Flush();
    }

    private object? Find(string path) => path.Length == 0 ? root : Folder(path).Named(Last(path));

    private DiskFolder Folder(string path)
    {
        var folder = root;
        foreach (var part in path.Split('/')[..^1]) folder = (DiskFolder)folder.Named(part)!;
        return folder;
    }

    private static string Last(string path) => path.Split('/')[^1];
}
