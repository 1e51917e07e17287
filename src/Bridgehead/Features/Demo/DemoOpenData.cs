using Bridgehead.Features.OpenData;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>The open data of the demo city: last year's, reviewed and public, and this year's, which waits for a second person.</summary>
internal sealed class DemoOpenData(BridgeheadDb db, PrepareDataset prepare, TimeProvider clock) : DemoChapter
{
    /// <inheritdoc />
    public override int Order => 960;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var city = units.First(u => u.Kind == UnitKind.City).Code;
        foreach (var subject in Enum.GetValues<OpenSubject>())
        {
            var set = await prepare.Run(Of(city, subject, new Months((today.Year - 1) * 100 + 1, (today.Year - 1) * 100 + 12)), cancel);
            set.Review(true, "只含汇总数，少于3家企业的已略去，不涉及商业秘密，可以公开", null, "何立群", clock.GetUtcNow().UtcDateTime.AddDays(-60));
        }
        await prepare.Run(Of(city, OpenSubject.ByUnit, new Months(today.Year * 100 + 1, Math.Max(today.Year * 100 + 1, Months.Of(today) - 1))), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static DatasetInput Of(string unit, OpenSubject subject, Months span) => new()
    {
        Unit = unit, Subject = subject, From = Months.Text(span.From), To = Months.Text(span.To), Basis = "《政府信息公开条例》第十九条", Licence = "政府数据开放，注明来源后可自由使用",
    };
}
