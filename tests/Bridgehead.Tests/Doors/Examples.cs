namespace Bridgehead.Tests.Doors;

/// <summary>The examples of one capability's ways to change something, in a file of its own beside the capability's tests; found by itself.</summary>
internal abstract class Examples
{
    /// <summary>A text longer than any field takes.</summary>
    protected static readonly string Long = new('长', 5000);

    /// <summary>The examples.</summary>
    public abstract IEnumerable<Write> Writes { get; }

    /// <summary>A form sent to a page.</summary>
    protected static Sending Page(string address, params (string Name, object Value)[] fields) => new("POST", address) { Fields = fields };

    /// <summary>A request to the API.</summary>
    protected static Sending Api(string method, string address, params (string Name, object Value)[] fields) => new(method, address) { Fields = fields };

    /// <summary>A request that needs nothing made before.</summary>
    protected static Task<Sending> Now(Sending sending) => Task.FromResult(sending);
}
