using Bridgehead.Tests.Doors;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>Examples of every way to define indicators and fields and to enter the statistics bureau's numbers.</summary>
internal sealed class DefinitionExamples : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /indicators/define", "reviewer", _ => Now(Page("/indicators/define", ("Input.Code", Scene.Fresh()), ("Input.Name", Scene.Fresh()), ("Input.Display", "个")))) { Wrong = ("Input.Code", Long), Other = ("Input.Name", "另一项") },
        new("POST /indicators/define?handler=Try", "reviewer", _ => Now(Page("/indicators/define?handler=Try", ("Input.Code", Scene.Fresh()), ("Input.Name", Scene.Fresh()), ("Input.Display", "亿元"), ("Input.Base", "arrived-funds"), ("Input.Origins", "OtherProvince"))))
            { Wrong = ("Input.Code", Long), Other = ("Input.Name", "另一项"), Repeats = true },
        new("POST /api/indicators/trial", "reviewer", _ => Now(Api("POST", "/api/indicators/trial", ("code", Scene.Fresh()), ("name", Scene.Fresh()), ("display", "亿元"), ("base", "arrived-funds"), ("amountFromWan", 10000))))
            { Wrong = ("code", Long), Other = ("name", "另一项"), Repeats = true },
        new("POST /indicators/fields", "reviewer", _ => Now(Page("/indicators/fields", ("Input.Code", Scene.Fresh()), ("Input.Name", Scene.Fresh()), ("Input.Codes", "39 I65")))) { Wrong = ("Input.Code", Long), Other = ("Input.Name", "另一领域") },
        new("POST /api/fields", "reviewer", _ => Now(Api("POST", "/api/fields", ("code", Scene.Fresh()), ("name", Scene.Fresh()), ("codes", "39 I65")))) { Wrong = ("code", Long), Other = ("name", "另一领域") },
        new("POST /figures/official", "district-clerk", _ => Now(Page("/figures/official", ("Input.Indicator", "fixed-asset-investment"), ("Input.Unit", "east"), ("Input.From", "2026-01"), ("Input.To", "2026-06"), ("Input.Value", 12), ("Input.Source", Scene.Fresh()))))
            { Wrong = ("Input.Source", Long), Other = ("Input.Source", "另一公报"), Repeats = true },
        new("POST /api/official-figures", "district-clerk", _ => Now(Api("POST", "/api/official-figures", ("indicator", "fixed-asset-investment"), ("unit", "east"), ("from", "2026-01"), ("to", "2026-06"), ("value", 12), ("source", Scene.Fresh()))))
            { Wrong = ("source", Long), Other = ("source", "另一公报"), Repeats = true },
    ];
}
