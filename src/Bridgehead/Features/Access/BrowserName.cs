namespace Bridgehead.Features.Access;

/// <summary>What a browser calls itself, as people know it: name and system, such as "Edge · Windows".</summary>
public static class BrowserName
{
    // those built on another name it too: the more special one stands first
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("wxwork/", "企业微信"), ("MicroMessenger/", "微信"), ("DingTalk/", "钉钉"), ("Lark/", "飞书"), ("QQBrowser/", "QQ浏览器"), ("QIHU", "360浏览器"), ("360SE", "360浏览器"), ("360EE", "360浏览器"),
        ("UCBrowser/", "UC浏览器"), ("HuaweiBrowser/", "华为浏览器"), ("ArkWeb/", "华为浏览器"), ("MetaSr", "搜狗浏览器"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("OpenHarmony", "鸿蒙"), ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("UOS", "统信UOS"), ("Kylin", "麒麟"), ("Linux", "Linux"),
    ];

    /// <summary>The name; what was sent, shortened, where nobody is known by it.</summary>
    public static string Of(string sent)
    {
        var (browser, system) = (Named(Browsers, sent), Named(Systems, sent));
        return browser is null ? (sent.Length > 40 ? sent[..40] + "…" : sent) : system is null ? browser : $"{browser} · {system}";
    }

    private static string? Named((string Mark, string Name)[] known, string sent) => known.FirstOrDefault(k => sent.Contains(k.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
