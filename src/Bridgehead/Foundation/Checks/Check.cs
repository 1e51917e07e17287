namespace Bridgehead;

/// <summary>One proof of the installation's books: what it is called, and what it finds wrong.</summary>
/// <param name="Name">What is proved, in Chinese; the English stands in the catalogue.</param>
/// <param name="Run">Looks; returns what is wrong in sentences, empty when all is well.</param>
public sealed record Check(string Name, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<FormattableString>>> Run);
