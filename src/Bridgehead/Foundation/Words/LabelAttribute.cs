using System.Collections.Concurrent;
using System.Reflection;

namespace Bridgehead;

/// <summary>The Chinese name of a state, as people say it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string chinese) : Attribute
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The Chinese name.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>The Chinese name of a state; its identifier when it has none.</summary>
    public static string Of(Enum state) => Known.GetOrAdd(state, s =>
        s.GetType().GetField(s.ToString())?.GetCustomAttribute<LabelAttribute>()?.Chinese ?? s.ToString());
}
