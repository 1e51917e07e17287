using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Enterprises;

/// <summary>How many enterprises count in each class on a day, with the way to them, and what each class means here.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class KindsPage(ReadClasses classes, Asker asker) : Screen
{
    /// <summary>The counts in order.</summary>
    public IReadOnlyList<ClassCount> Counts { get; private set; } = [];
    /// <summary>Whether the asker may keep the kinds.</summary>
    public bool MayKeep => asker.May(Permission.KeepClassKinds);
    /// <summary>Today.</summary>
    public DateOnly Today => classes.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Counts = await classes.Counts(Today, Cancel);
        return true;
    }
}
