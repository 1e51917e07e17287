using Bridgehead.Features.Agreements;

namespace Bridgehead.Tests.Features.Agreements;

/// <summary>
/// Six projects followed from their own signing, worked out by hand as of 1 March 2026. Signed 2020-02-01 (A, B), 2022-05-01 (C, D), 2024-06-01 (E), 2025-09-01 (F).
/// B was terminated on 2021-06-30, D on 2022-05-01 itself, E on 2025-06-02, one day after its first year.
/// </summary>
public sealed class ACohort
{
    private static readonly DateOnly AsOf = new(2026, 3, 1);

    private static readonly ProjectLife[] Projects =
    [
        new(new(2020, 2, 1), null), new(new(2020, 2, 1), new(2021, 6, 30)), new(new(2022, 5, 1), null), new(new(2022, 5, 1), new(2022, 5, 1)),
        new(new(2024, 6, 1), new(2025, 6, 2)), new(new(2025, 9, 1), null),
    ];

    // by year after signing: observed, alive. Year 0: all six, D gone. Year 1: F not yet; D gone, B still there (its first year ended 2021-01-31), E there. Year 2: A to D; B and D gone.
    // Year 3 as year 2. Years 4 to 6: C and D are 3 years and 10 months old, so A and B remain, B gone; their sixth year ended 2026-01-31. Year 7: nobody
    [Theory]
    [InlineData(0, 6, 5)]
    [InlineData(1, 5, 4)]
    [InlineData(2, 4, 2)]
    [InlineData(3, 4, 2)]
    [InlineData(4, 2, 1)]
    [InlineData(6, 2, 1)]
    [InlineData(7, 0, 0)]
    [InlineData(10, 0, 0)]
    public void Survives_as_counted_by_hand(int years, long observed, long alive)
    {
        var point = Cohort.Curve(Projects, [], AsOf)[years];
        Assert.Equal((observed, alive), (point.Observed, point.Alive));
        Assert.Equal(observed == 0 ? null : alive * 100m / observed, point.Survival);
    }

    // A: an investment due 2022-02-01 (its second year ends 2022-01-31, so it counts from the third), kept 2023-06-01; a start due 2020-08-01, kept in time.
    // C: a start due 2022-11-01, never kept. D: a start due 2022-11-01, waived on 2023-06-01. E: government land due 2024-12-01, kept 2025-08-01, after its first year.
    private static readonly PromiseLife[] Promises =
    [
        new(new(2020, 2, 1), PromiseParty.Enterprise, new(2020, 2, 1), new(2022, 2, 1), new(2023, 6, 1), null),
        new(new(2020, 2, 1), PromiseParty.Enterprise, new(2020, 2, 1), new(2020, 8, 1), new(2020, 7, 15), null),
        new(new(2022, 5, 1), PromiseParty.Enterprise, new(2022, 5, 1), new(2022, 11, 1), null, null),
        new(new(2022, 5, 1), PromiseParty.Enterprise, new(2022, 5, 1), new(2022, 11, 1), null, new(2023, 6, 1)),
        new(new(2024, 6, 1), PromiseParty.Government, new(2024, 6, 1), new(2024, 12, 1), new(2025, 8, 1), null),
    ];

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 3, 1, 1, 0)]
    [InlineData(2, 2, 1, 0, 0)]
    [InlineData(3, 3, 1, 0, 0)]
    [InlineData(4, 2, 2, 0, 0)]
    [InlineData(7, 0, 0, 0, 0)]
    public void Keeps_its_promises_as_counted_by_hand(int years, long due, long met, long governmentDue, long governmentMet)
    {
        var point = Cohort.Curve(Projects, Promises, AsOf)[years];
        Assert.Equal((due, met, governmentDue, governmentMet), (point.EnterpriseDue, point.EnterpriseMet, point.GovernmentDue, point.GovernmentMet));
    }

    [Fact]
    public void Is_the_same_counted_one_by_one_or_in_sums()
    {
        ProjectLife[] twice = [.. Projects.Select(p => p with { Count = 2 })];
        Assert.Equal(Cohort.Curve([.. Projects, .. Projects], [.. Promises, .. Promises], AsOf), Cohort.Curve(twice, [.. Promises.Select(p => p with { Count = 2 })], AsOf));
    }
}
