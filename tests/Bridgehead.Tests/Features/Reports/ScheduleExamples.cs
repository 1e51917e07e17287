using Bridgehead.Features.Reports.Schedules;
using Bridgehead.Tests.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>An example of every way to arrange a report that is made by itself.</summary>
internal sealed class ScheduleExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /reports/schedules?handler=Add", "district-clerk", _ => Now(Page("/reports/schedules?handler=Add", ("Input.Unit", "east"), ("Input.Report", "Leads"), ("Input.Rhythm", "Weekly"), ("Input.Day", 1)))) { Wrong = ("Input.Day", 77), Other = ("Input.Day", 2), Repeats = true },
        new("POST /reports/schedules?handler=Switch", "district-clerk", async scene => Page("/reports/schedules?handler=Switch", ("id", await Made(scene)), ("on", "false"), ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /reports/schedules?handler=Subscribe", "district-clerk", async scene => Page("/reports/schedules?handler=Subscribe", ("id", await Made(scene)), ("wants", "true"))) { Wrong = ("wants", "x"), Other = ("wants", "false") },
        new("POST /reports/schedules/{id:guid}?handler=Seen", "district-clerk", async scene => Page($"/reports/schedules/{await Made(scene)}?handler=Seen")),
        new("POST /api/report-schedules", "district-clerk", _ => Now(Api("POST", "/api/report-schedules", ("unit", "east"), ("report", "Leads"), ("rhythm", "Weekly"), ("day", 1)))) { Wrong = ("unit", Long), Other = ("day", 2), Repeats = true },
        new("PUT /api/report-schedules/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/report-schedules/{await Made(scene)}", ("rhythm", "Monthly"), ("day", 9), ("isOn", true)) with { Version = 1 }) { Wrong = ("day", 77), Other = ("day", 10), Changes = true },
        new("PUT /api/report-schedules/{id:guid}/subscription", "district-clerk", async scene => Api("PUT", $"/api/report-schedules/{await Made(scene)}/subscription")),
        new("DELETE /api/report-schedules/{id:guid}/subscription", "district-clerk", async scene => Api("DELETE", $"/api/report-schedules/{await Made(scene)}/subscription")),
    ];

    private static Task<Guid> Made(Scene scene) => scene.Made(async services => (await services.GetRequiredService<KeepSchedules>().Add(new ScheduleInput { Unit = "east", Report = ScheduledReport.Leads, Day = 3 })).Id);
}
