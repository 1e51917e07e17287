using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>The people of the demo city, who sign in without a password. There are none outside demo mode.</summary>
public sealed class Personas(BridgeheadDb db, Installation installation)
{
    /// <summary>The personas in the order they are offered; empty outside demo mode.</summary>
    public async Task<IReadOnlyList<AppUser>> All(CancellationToken cancel = default) => installation.Demo
        ? await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).Where(u => u.IsPersona && !u.Disabled)
            .OrderBy(u => u.Unit.Order).ThenBy(u => u.UserName).ToListAsync(cancel)
        : [];

    /// <summary>One persona by user name; null outside demo mode and for everybody who is no persona.</summary>
    public async Task<AppUser?> Named(string userName, CancellationToken cancel = default) => installation.Demo
        ? await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit)
            .FirstOrDefaultAsync(u => u.UserName == userName && u.IsPersona && !u.Disabled, cancel)
        : null;

    /// <summary>What somebody in a role does, in one line.</summary>
    public static string About(Role role) => role switch
    {
        Role.Clerk => "录入项目与数字，导入台账",
        Role.Reviewer => "审核他人录入，定目标与指标",
        Role.Leader => "看全局，取报告",
        Role.Auditor => "看全部记录与审计轨迹",
        Role.OutpostCadre => "登记驻地线索与项目",
        Role.Enterprise => "看本企业的项目",
        Role.Agent => "看所介绍的项目",
        Role.Bank => "看推送到本行的项目",
        Role.SystemAdministrator => "管理单位树，不看业务金额",
        Role.SecurityAdministrator => "开立账号，授予权限",
        _ => "查验审计轨迹",
    };
}
