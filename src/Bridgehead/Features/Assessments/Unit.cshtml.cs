using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Assessments;

/// <summary>The result of one unit, item by item: the numbers, the way to each figure, and the arithmetic in words.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class UnitPage(BridgeheadDb db, FindAssessments find, ScopedUnits scope) : PageAbout<Assessment>(db)
{
    /// <summary>Which unit.</summary>
    [FromRoute] public Guid Unit { get; set; }

    /// <summary>The scheme it is made by.</summary>
    public Scheme Scheme { get; private set; } = null!;
    /// <summary>The result.</summary>
    public UnitResult Result { get; private set; } = null!;
    /// <summary>Whether its figures may be opened.</summary>
    public bool MayOpen { get; private set; }

    /// <inheritdoc />
    protected override async Task<Assessment?> Find()
    {
        if (await find.Find(Id, Cancel) is not { } assessment) return null;
        Scheme = await find.SchemeOf(assessment, Cancel);
        if ((await find.Sheet(assessment, Scheme.Definition, Cancel)).Units.FirstOrDefault(u => u.Unit.Id == Unit) is not { } found) return null;
        (Result, MayOpen) = (found, await scope.Find(Unit, Cancel) is not null);
        return assessment;
    }

    /// <summary>What its total is the sum of.</summary>
    public IEnumerable<decimal?> Terms => Result.Waived is not { } waived ? Result.Items.Where(i => i.Score is not null).Select(i => i.Score)
        : Result.Items.Where((i, at) => !Scheme.Definition.Items[at].IsOrdinary && i.Score is not null).Select(i => i.Score).Prepend(waived.Scaled);

    /// <summary>Where a number opens, as it was known on the day.</summary>
    public string Behind(ItemInput input) => input.Source == InputSource.Cohort
        ? $"/figures/rates?unit={Result.Unit.Code}&from={Months.Text(Subject.FromMonth)}&to={Months.Text(Subject.ToMonth)}&on={Subject.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}"
        : Behind(input.Indicator);

    private string Behind(string indicator) => $"/figures?unit={Result.Unit.Code}&indicator={indicator}&from={Months.Text(Subject.FromMonth)}&to={Months.Text(Subject.ToMonth)}"
        + (Subject.AsOf < find.Today ? $"&asOf={Subject.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : "");
}
