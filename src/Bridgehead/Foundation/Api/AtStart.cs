namespace Bridgehead;

/// <summary>
/// Doors that are made when the program starts. The compiler makes the others at build, but of a query it sees only the members of the class itself, so that one
/// with a base class would lose, without a word, what it inherits; and what answers when nothing else does would come before what does.
/// </summary>
internal static class AtStart
{
    /// <summary>The handler, hidden from the compiler's own making.</summary>
    public static Delegate Made(Delegate handler) => handler;
}
