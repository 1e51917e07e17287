using System.CommandLine;
using Bridgehead.Features.Access;

namespace Bridgehead.Commands;

/// <summary>Accounts at the command line: in production it makes the first one.</summary>
internal static class UserVerb
{
    private static readonly Option<string> Name = new("--name") { Required = true, Description = "用户名 / user name" };
    private static readonly Option<string> Shown = new("--display") { Required = true, Description = "姓名 / name shown" };
    private static readonly Option<Role> AsRole = new("--role") { Required = true, Description = "角色 / role" };
    private static readonly Option<string> Unit = new("--unit") { Required = true, Description = "单位代码或名称 / unit" };
    private static readonly Option<string?> Enterprise = new("--enterprise") { Description = "企业账号代表的企业：全称或统一社会信用代码 / for an enterprise's people, the enterprise" };
    private static readonly Option<bool> FromInput = new("--password-stdin") { Description = "从标准输入读初始密码 / initial password from standard input" };

    public static Command Verb() => new("user", "账号 / accounts") { Add(), Disable(), Reset() };

    private static Command Add()
    {
        var verb = new Command("add", "开立账号，输出一次性初始密码 / open an account") { Name, Shown, AsRole, Unit, Enterprise, FromInput };
        verb.SetAction((parsed, _) => Session.Run(parsed, "access.user.add", async (services, cancel) =>
        {
            var account = new NewAccount
            {
                UserName = parsed.GetRequiredValue(Name), DisplayName = parsed.GetRequiredValue(Shown), Role = parsed.GetRequiredValue(AsRole), Unit = parsed.GetRequiredValue(Unit), Enterprise = parsed.GetValue(Enterprise),
            };
            Refusal.Unless(account.UserName.Length is > 0 and <= 40 && account.UserName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'),
                $"用户名只能用字母、数字和 . _ -，最多40位");
            var (user, password) = await services.GetRequiredService<GiveAccount>().Open(account, await Given(parsed), cancel);
            return Said(services.GetRequiredService<Words>(), user, "opened", parsed.GetValue(FromInput) ? null : password);
        }));
        return verb;
    }

    private static Command Disable()
    {
        var verb = new Command("disable", "停用账号 / close an account") { Name };
        verb.SetAction((parsed, _) => Session.Run(parsed, "access.user.disable", async (services, cancel) =>
        {
            var accounts = services.GetRequiredService<GiveAccount>();
            var user = await accounts.Named(parsed.GetRequiredValue(Name), cancel);
            await accounts.Close(user, closed: true, cancel);
            return Said(services.GetRequiredService<Words>(), user, "disabled", null);
        }));
        return verb;
    }

    private static Command Reset()
    {
        var verb = new Command("reset-password", "重置密码，输出一次性初始密码 / give a fresh initial password") { Name, FromInput };
        verb.SetAction((parsed, _) => Session.Run(parsed, "access.user.reset-password", async (services, cancel) =>
        {
            var accounts = services.GetRequiredService<GiveAccount>();
            var user = await accounts.Named(parsed.GetRequiredValue(Name), cancel);
            var password = await accounts.Reset(user, await Given(parsed), cancel);
            return Said(services.GetRequiredService<Words>(), user, "reset", parsed.GetValue(FromInput) ? null : password);
        }));
        return verb;
    }

    private static async Task<string?> Given(ParseResult parsed)
    {
        if (!parsed.GetValue(FromInput)) return null;
        return await Console.In.ReadLineAsync() is { Length: > 0 } line ? line : throw new Refusal($"标准输入中没有密码");
    }

    private static Answer Said(Words words, AppUser user, string done, string? password)
    {
        var said = done switch
        {
            "opened" => words.Say($"已开立：{user.UserName}（{user.DisplayName}）"),
            "disabled" => words.Say($"已停用：{user.UserName}（{user.DisplayName}）"),
            _ => words.Say($"已重置：{user.UserName}（{user.DisplayName}）"),
        };
        return new Answer(new { user = user.UserName, role = user.Role, done, initialPassword = password },
            password is null ? said : said + "\n" + words.Say($"初始密码（只显示这一次，首次登录须更换）：{password}"));
    }
}
