using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>A new account as it is asked for.</summary>
public sealed class NewAccount
{
    /// <summary>The user name: letters, digits and - . _ , unique.</summary>
    [Required, MaxLength(40), RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]*$")] public string UserName { get; set; } = "";
    /// <summary>The name shown to others.</summary>
    [Required, MaxLength(40)] public string DisplayName { get; set; } = "";
    /// <summary>What the person will be.</summary>
    public Role Role { get; set; }
    /// <summary>The unit: code, name or alias.</summary>
    [Required, MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>For an enterprise's own people, the enterprise they speak for: full name or credit code. Empty for everybody else.</summary>
    [MaxLength(120)] public string? Enterprise { get; set; }
}

/// <summary>Opens, moves and closes accounts. One person holds one role; the three administrators never turn into each other or into a business role.</summary>
public sealed class GiveAccount(BridgeheadDb db, ScopedUnits units, SetPassword passwords, ILookupNormalizer names, Asker asker, UnitOfWork work)
{
    /// <summary>Opens an account with an initial password.</summary>
    /// <param name="wanted">The account.</param>
    /// <param name="password">The initial password; null for a fresh one.</param>
    /// <param name="cancel">Stops when the reader has left.</param>
    /// <returns>The account, and the initial password to hand over.</returns>
    public async Task<(AppUser User, string Password)> Open(NewAccount wanted, string? password, CancellationToken cancel)
    {
        var unit = await UnitNamed(wanted.Unit, cancel);
        var normalized = names.NormalizeName(wanted.UserName.Trim());
        Refusal.When(await db.Set<AppUser>().AnyAsync(u => u.NormalizedUserName == normalized, cancel), $"用户名“{wanted.UserName}”已有人使用", nameof(NewAccount.UserName));
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(), UserName = wanted.UserName.Trim(), NormalizedUserName = normalized, DisplayName = wanted.DisplayName.Trim(),
            Role = wanted.Role, UnitId = unit.Id, EnterpriseId = await EnterpriseOf(wanted.Role, wanted.Enterprise, cancel), SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        var initial = password ?? SetPassword.Fresh();
        passwords.Give(user, initial);
        db.Add(user);
        work.Subject = user.Id;
        await db.SaveChangesAsync(cancel);
        return (user, initial);
    }

    /// <summary>Changes name, role, unit, and for an enterprise's people the enterprise. Nobody changes the own; an administrator's role is for life.</summary>
    public async Task Move(AppUser user, string displayName, Role role, string unitNamed, string? enterpriseNamed, CancellationToken cancel)
    {
        Refusal.When(string.IsNullOrWhiteSpace(displayName), $"请填写姓名", "Input.DisplayName");
        var unit = await UnitNamed(unitNamed, cancel);
        var enterprise = await EnterpriseOf(role, enterpriseNamed, cancel);
        if (user.Role != role || user.UnitId != unit.Id || user.EnterpriseId != enterprise)
        {
            NotOwn(user);
            Refusal.When(user.Role != role && (user.Role.IsAdministrator() || role.IsAdministrator()), $"三员角色互斥，也不与业务角色互转：请停用本账号，另开新账号", "Role");
            (user.Role, user.UnitId, user.EnterpriseId) = (role, unit.Id, enterprise);
            user.EndSessions();
        }
        user.DisplayName = displayName.Trim();
        work.Subject = user.Id;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Closes or reopens an account; a closed one is refused on its next request.</summary>
    public async Task Close(AppUser user, bool closed, CancellationToken cancel)
    {
        NotOwn(user);
        user.Disabled = closed;
        user.EndSessions();
        work.Subject = user.Id;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Gives a fresh initial password, ends all sessions and lifts the lock; the code of an authenticator app stays asked for.</summary>
    public async Task<string> Reset(AppUser user, string? password, CancellationToken cancel)
    {
        NotOwn(user);
        Refusal.When(user.IsPersona, $"演示身份没有密码");
        var initial = password ?? SetPassword.Fresh();
        passwords.Give(user, initial);
        work.Subject = user.Id;
        await db.SaveChangesAsync(cancel);
        await db.Set<SignInTry>().Where(t => t.Key == "name:" + user.NormalizedUserName).ExecuteDeleteAsync(cancel);
        return initial;
    }

    /// <summary>One account by user name. Refused when nobody has it.</summary>
    public async Task<AppUser> Named(string userName, CancellationToken cancel)
    {
        var normalized = names.NormalizeName(userName.Trim());
        return await db.Set<AppUser>().Include(u => u.Unit).FirstOrDefaultAsync(u => u.NormalizedUserName == normalized, cancel)
            ?? throw new Refusal($"没有用户“{userName}”");
    }

    private async Task<Unit> UnitNamed(string name, CancellationToken cancel) =>
        await units.Named(name, cancel) ?? throw new Refusal($"没有单位“{name}”，请先设立单位或核对代码", "Unit");

    // an account of this kind that speaks for nobody would see nothing
    private async Task<Guid?> EnterpriseOf(Role role, string? named, CancellationToken cancel)
    {
        var name = named?.Trim() ?? "";
        Refusal.When(role == Role.Enterprise && name.Length == 0, $"企业账号只看得到本企业的项目，请填写是哪家企业：全称或统一社会信用代码", nameof(NewAccount.Enterprise));
        Refusal.When(role != Role.Enterprise && name.Length > 0, $"只有企业账号填写企业，“{role}”账号的数据范围由单位决定", nameof(NewAccount.Enterprise));
        if (name.Length == 0) return null;
        var enterprises = db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null);
        var found = await (CreditCode.TryRead(name, out var code) ? enterprises.Where(e => e.CreditCode == code) : enterprises.Where(e => e.Name == name)).OrderBy(e => e.Id).Select(e => e.Id).Take(2).ToListAsync(cancel);
        Refusal.When(found.Count == 0, $"没有登记企业“{name}”，请核对全称或代码，或先登记企业", nameof(NewAccount.Enterprise));
        Refusal.When(found.Count > 1, $"有几家企业都叫“{name}”，请填写统一社会信用代码", nameof(NewAccount.Enterprise));
        return found[0];
    }

    private void NotOwn(AppUser user) => Refusal.When(asker.UserId == user.Id, $"不能更改自己的角色、单位或状态，请由另一位安全管理员办理");
}
