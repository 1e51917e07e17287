using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bridgehead;

/// <summary>How value types are stored: alike on both databases, integers for money and area, text for codes and names of states.</summary>
internal static class ValueTypeStorage
{
    public static void StoreValueTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Money>().HaveConversion<MoneyAsFen>();
        conventions.Properties<Land>().HaveConversion<LandAsSquareDecimetres>();
        conventions.Properties<CreditCode>().HaveConversion<CreditCodeAsText>().HaveMaxLength(18);
        conventions.Properties<ProjectCode>().HaveConversion<ProjectCodeAsText>().HaveMaxLength(24);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        conventions.Properties<DateTime>().HaveConversion<UtcTime>();
    }

    private sealed class MoneyAsFen() : ValueConverter<Money, long>(money => money.Fen, fen => new Money(fen));

    private sealed class LandAsSquareDecimetres()
        : ValueConverter<Land, long>(land => land.SquareDecimetres, area => new Land(area));

    private sealed class CreditCodeAsText() : ValueConverter<CreditCode, string>(code => code.Value, text => CreditCode.Create(text));

    private sealed class ProjectCodeAsText() : ValueConverter<ProjectCode, string>(code => code.Value, text => ProjectCode.Create(text));

    /// <summary>UTC to the microsecond: what both databases can hold.</summary>
    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(
        time => Microseconds(time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime()),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
        private static DateTime Microseconds(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
