using Bridgehead.Features.Access;

namespace Bridgehead.Features.Projects;

/// <summary>
/// Who may change a project that is there: the unit or the park it lands in and those above them; until it is signed also the outpost it came from. Whoever else sees it, for having fed
/// it, reads it.
/// </summary>
public sealed class WhoWrites(ScopedUnits scope, Asker asker)
{
    /// <summary>Whether the asker belongs to an outpost, which finds leads for the whole city.</summary>
    public bool IsOutpost => asker.Role == Role.OutpostCadre;

    /// <summary>Whether the asker may.</summary>
    public async Task<bool> May(Project project, CancellationToken cancel = default)
    {
        if (asker.IsOperator) return true;
        if (!asker.May(Permission.WriteProjects)) return false;
        return await Lands(project, cancel)
            || (IsOutpost && project.StageOrder < Stage.Called("signed")!.Order && project.SourceUnitId is { } source && await scope.Find(source, cancel) is not null);
    }

    /// <summary>Whether it lands in the asker's scope: its unit or its park. Those a lead came from see the project, and do not decide over it.</summary>
    public async Task<bool> Lands(Project project, CancellationToken cancel = default) =>
        await scope.Find(project.UnitId, cancel) is not null || (project.ParkId is { } park && await scope.Find(park, cancel) is not null);

    /// <summary>Refuses whoever may not.</summary>
    public async Task Refuse(Project project, CancellationToken cancel = default) =>
        Refusal.Unless(await May(project, cancel), $"这个项目由落地单位修改；信息来源单位可以查看，驻外机构在签约前可以修改");
}
