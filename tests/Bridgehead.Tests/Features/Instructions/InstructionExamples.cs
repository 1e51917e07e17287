using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Instructions;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Instructions;

/// <summary>An example of every way to write an instruction and to carry it on.</summary>
internal sealed class InstructionExamples : Examples
{
    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override IEnumerable<Write> Writes =>
    [
        new("POST /instructions/new", "leader", async scene => Page($"/instructions/new?project={await scene.Project()}", ("Input.Text", "请核实"), ("Input.ToUnit", "east"), ("Input.DueOn", Day(9)))) { Wrong = ("Input.Text", Long), Other = ("Input.Text", "请再核实") },
        new("POST /instructions/{id:guid}?handler=Accept", "district-clerk", async scene => Page($"/instructions/{await scene.Instruction()}?handler=Accept", ("version", 1))) { Wrong = ("version", "x") },
        new("POST /instructions/{id:guid}?handler=Answer", "district-clerk", async scene => Page($"/instructions/{await scene.Instruction()}?handler=Answer", ("Input.Text", "已核实"), ("version", 1))) { Wrong = ("Input.Text", Long), Other = ("Input.Text", "已再核实"), Changes = true },
        new("POST /instructions/{id:guid}?handler=Return", "leader", async scene => Page($"/instructions/{await scene.Instruction(answered: true)}?handler=Return", ("Return.Text", "请补充"), ("version", 1))) { Wrong = ("Return.Text", Long), Other = ("Return.Text", "请再补充") },
        new("POST /instructions/{id:guid}?handler=Close", "leader", async scene => Page($"/instructions/{await scene.Instruction(answered: true)}?handler=Close", ("remark", "同意"), ("version", 1))) { Wrong = ("remark", Long), Other = ("remark", "好") },
        new("POST /api/instructions", "leader", async scene => Api("POST", "/api/instructions", ("project", await scene.Project()), ("text", "请核实"), ("toUnit", "east"), ("dueOn", Day(9)))) { Wrong = ("text", Long), Other = ("text", "请再核实") },
        new("POST /api/instructions/{id:guid}/acceptance", "district-clerk", async scene => Api("POST", $"/api/instructions/{await scene.Instruction()}/acceptance") with { Version = 1 }) { Changes = true },
        new("POST /api/instructions/{id:guid}/answer", "district-clerk", async scene => Api("POST", $"/api/instructions/{await scene.Instruction()}/answer", ("text", "已核实")) with { Version = 1 }) { Wrong = ("text", Long), Other = ("text", "已再核实"), Changes = true },
        new("POST /api/instructions/{id:guid}/return", "leader", async scene => Api("POST", $"/api/instructions/{await scene.Instruction(answered: true)}/return", ("text", "请补充")) with { Version = 1 }) { Wrong = ("text", Long), Other = ("text", "请再补充"), Changes = true },
        new("POST /api/instructions/{id:guid}/closing", "leader", async scene => Api("POST", $"/api/instructions/{await scene.Instruction(answered: true)}/closing", ("text", "同意")) with { Version = 1 }) { Wrong = ("text", Long), Other = ("text", "好"), Changes = true },
    ];
}

/// <summary>Fresh instructions of the leader to the eastern district.</summary>
internal static class InstructionScene
{
    /// <summary>An instruction on a project, at version 1; answered where an answer is to be judged.</summary>
    public static async Task<Guid> Instruction(this Scene scene, bool answered = false)
    {
        var project = await scene.Project();
        return await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var leader = await db.Set<AppUser>().SingleAsync(u => u.UserName == "leader");
            var (east, at) = (await db.Set<Unit>().SingleAsync(u => u.Code == "east"), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var made = new Instruction(new InstructionAbout(InstructionSubject.Project, "某项目") { ProjectId = project }, "请核实", east.Id, null, DateOnly.FromDateTime(at).AddDays(20), new StepBy(leader.Id, leader.DisplayName, at));
            if (answered) made.Answer("已核实", new StepBy(null, "东江经办", at));
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
    }
}
