namespace Bridgehead.Tests.Doors;

/// <summary>An example of one way to change something: who may do it, and how a request that takes effect looks.</summary>
/// <param name="Entrance">Method and route as in the inventory of endpoints.</param>
/// <param name="Persona">Somebody who may.</param>
/// <param name="Make">Makes the request, with a fresh thing to write to.</param>
internal sealed record Write(string Entrance, string Persona, Func<Scene, Task<Sending>> Make)
{
    /// <summary>A field with a content that has the wrong shape; null where nothing is typed that could have.</summary>
    public (string Name, object Value)? Wrong { get; init; }

    /// <summary>Another content of a field, for a second request that is not the first; null where nothing else can be sent.</summary>
    public (string Name, object Value)? Other { get; init; }

    /// <summary>Whether it changes something that exists, at the version that was read.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether it takes effect again under another key, each time anew.</summary>
    public bool Repeats { get; init; }
}
