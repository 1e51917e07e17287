using System.Globalization;
using System.Text;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Commands;

/// <summary>What the terminal says once the site answers: its address, and whom to sign in as.</summary>
internal static class Welcome
{
    /// <summary>The text: the personas in demo mode, else how the first administrator is made when there is no account.</summary>
    public static async Task<string> Text(IServiceProvider services, IEnumerable<string> addresses)
    {
        await using var scope = services.CreateAsyncScope();
        var text = new StringBuilder($"桥头堡 Bridgehead  {string.Join("  ", addresses)}").AppendLine();
        var personas = await scope.ServiceProvider.GetRequiredService<Personas>().All();
        if (personas.Count > 0) text.AppendLine("演示身份，在登录页点选即可进入，不用密码 / personas, no password:");
        foreach (var unit in personas.GroupBy(p => p.Unit.Name))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {unit.Key}：{string.Join("、", unit.Select(p => $"{p.DisplayName}（{LabelAttribute.Of(p.Role)}）"))}");
        if (personas.Count == 0 && !await scope.ServiceProvider.GetRequiredService<BridgeheadDb>().Set<AppUser>().AnyAsync())
            text.AppendLine("还没有账号，请先开立第一位管理员 / no account yet, make the first administrator: bridgehead user add --name … --role SecurityAdministrator");
        return text.ToString().TrimEnd();
    }
}
