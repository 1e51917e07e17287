namespace Bridgehead.Features.Imports.Reading;

/// <summary>An amount in the main unit of its currency, exact to the hundredth.</summary>
/// <param name="Amount">In 元, 美元, ...</param>
/// <param name="Currency">ISO 4217 code; CNY where nothing else is said.</param>
public sealed record CurrencyAmount(decimal Amount, string Currency);
