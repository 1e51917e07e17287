#pragma warning disable CS1591, CA1036, CA2225, CA1000, CA1305, CA1034, CA1002, CA1815, CA1724
using System.Globalization;
namespace Bridgehead;
public readonly record struct Money(long Fen);
public readonly record struct Land(long SquareDecimetres);
public readonly record struct CreditCode(string Value) { public static CreditCode Create(string v) => new(v); }
public readonly record struct ProjectCode(string Value) { public static ProjectCode Create(string v) => new(v); }
public sealed class Words { public string this[string s] => s; public string Say(FormattableString s) => s.ToString(CultureInfo.InvariantCulture); }
public sealed record SearchTerm(string Token, bool IsPrefix);
public static class SearchTokens {
  public static IReadOnlyList<string> ForIndex(string t) => t.Split(' ', StringSplitOptions.RemoveEmptyEntries);
  public static IReadOnlyList<SearchTerm> ForQuery(string t) => [.. t.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => new SearchTerm(x, true))];
}
public sealed class CurrentLanguage { public string Value { get; set; } = "zh"; }
public static class StubWeb {
  public static IServiceCollection AddWords(this IServiceCollection s) => s.AddScoped<Words>().AddScoped<CurrentLanguage>();
  public static IApplicationBuilder UseLanguage(this IApplicationBuilder a) => a;
}
