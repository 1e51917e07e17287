namespace Bridgehead.Features.Instructions;

/// <summary>批示: what leaders write on figures, projects and reports, as tasks that are answered.</summary>
public static class InstructionsModule
{
    /// <summary>The kind under which files of answers are kept.</summary>
    public const string FileKind = "instruction";

    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddInstructions(this IServiceCollection services) => services
        .AddScoped<FindInstructions>().AddScoped<GiveInstruction>().AddScoped<DescribeInstructions>()
        .AddAttachmentOwner(FileKind,
            async (with, id, cancel) => await with.GetRequiredService<FindInstructions>().Find(id, cancel) is not null,
            async (with, id, cancel) => with.GetRequiredService<FindInstructions>() is var find && await find.Find(id, cancel) is { IsOwed: true } instruction && find.IsMine(instruction));

    /// <summary>Maps its endpoints.</summary>
    public static void MapInstructions(this IEndpointRouteBuilder api) => InstructionsApi.Map(api);
}
