using System.Globalization;
using System.Text;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Commands;

/// <summary>What the terminal says once the site answers: its address, and whom to sign in as.</summary>
internal static class Welcome
{
    /// <summary>The text: the personas in demo mode, else the commands that make the first administrator when there is no account.</summary>
    public static async Task<string> Text(IServiceProvider services, IEnumerable<string> addresses)
    {
        await using var scope = services.CreateAsyncScope();
        var text = new StringBuilder($"桥头堡 Bridgehead  {string.Join("  ", addresses)}").AppendLine();
        var personas = await scope.ServiceProvider.GetRequiredService<Personas>().All();
        if (personas.Count > 0) text.AppendLine("演示身份，在登录页点选即可进入，不用密码 / personas, no password:");
        foreach (var unit in personas.GroupBy(p => p.Unit.Name))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {unit.Key}：{string.Join("、", unit.Select(p => $"{p.DisplayName}（{LabelAttribute.Of(p.Role)}）"))}");
        var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
        if (personas.Count > 0 || await db.Set<AppUser>().AnyAsync()) return text.ToString().TrimEnd();
        var installation = services.GetRequiredService<Installation>();
        text.AppendLine("还没有账号。请在另一个终端依次执行下面的命令，名称换成自己的；初始密码只输出一次").AppendLine("no account yet; in another terminal run these in turn, with your own names; the initial password is printed once:");
        if (installation.UsesPostgres) text.AppendLine("（先在那里设好 BRIDGEHEAD_POSTGRES / set BRIDGEHEAD_POSTGRES there first）");
        foreach (var command in First(await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Order).ToListAsync()))
            text.AppendLine(CultureInfo.InvariantCulture, $"  dotnet {Quoted(Path.Combine(AppContext.BaseDirectory, "bridgehead.dll"))} {command} --data {Quoted(installation.DataFolder)}");
        return text.ToString().TrimEnd();
    }

    /// <summary>What makes the first administrator: a city and its bureau where no unit stands, for everybody belongs to a unit, and the account.</summary>
    private static IEnumerable<string> First(List<Unit> units)
    {
        if (units.Count == 0)
        {
            yield return "unit add --code city --name 某某市 --kind City";
            yield return "unit add --code bureau --name 某某市经济合作局 --kind CityBureau --parent city";
        }
        var code = units.OrderBy(u => u.Kind != UnitKind.CityBureau).Select(u => u.Code).FirstOrDefault() ?? "bureau";
        yield return $"user add --name zhang --display 张三 --role SecurityAdministrator --unit {Quoted(code)}";
    }

    // as a shell reads it back
    private static string Quoted(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '\\' or ':') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
