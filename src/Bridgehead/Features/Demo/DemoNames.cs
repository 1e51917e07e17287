using System.Globalization;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Demo;

/// <summary>Invented names: brands, products and places put together by chance; any likeness is chance too. Credit codes carry division 999999, which does not exist.</summary>
internal static class DemoNames
{
    private static readonly string[] Heads = ["瑞", "恒", "远", "泽", "华", "蓝", "启", "云", "海", "天", "中", "新", "金", "景", "锐", "博", "盛", "宏", "联", "创"];
    private static readonly string[] Tails = ["澜", "科", "晟", "能", "芯", "禾", "源", "达", "信", "图", "辰", "岳", "航", "谷", "润", "维", "拓", "特", "泰", "格"];

    private static readonly (Branch Branch, string Industry, string Field, string Product)[] Lines =
    [
        (Branch.Secondary, "电气机械和器材制造业", "新能源", "锂电池负极材料生产基地"), (Branch.Secondary, "电气机械和器材制造业", "储能", "储能系统集成制造项目"),
        (Branch.Secondary, "计算机、通信和其他电子设备制造业", "光电", "新型显示模组生产线"), (Branch.Secondary, "计算机、通信和其他电子设备制造业", "半导体", "功率器件封装测试项目"),
        (Branch.Secondary, "化学原料和化学制品制造业", "新材料", "高性能复合材料产业园"), (Branch.Secondary, "汽车制造业", "汽车零部件", "轻量化底盘零部件项目"),
        (Branch.Secondary, "专用设备制造业", "智能装备", "智能装备研发制造基地"), (Branch.Secondary, "医药制造业", "医药", "创新药制剂生产基地"),
        (Branch.Secondary, "食品制造业", "食品", "调味食品精深加工项目"), (Branch.Secondary, "农副食品加工业", "农业科技", "泡菜产业化加工项目"),
        (Branch.Secondary, "非金属矿物制品业", "建材", "光伏玻璃深加工项目"), (Branch.Secondary, "纺织业", "纺织", "功能性面料智能工厂"),
        (Branch.Primary, "农业", "农业", "优质柑橘标准化种植基地"), (Branch.Primary, "畜牧业", "牧业", "生态养殖循环示范项目"),
        (Branch.Tertiary, "仓储业", "供应链", "智慧冷链物流园"), (Branch.Tertiary, "软件和信息技术服务业", "信息技术", "数据服务外包中心"),
        (Branch.Tertiary, "商务服务业", "商业管理", "区域总部及结算中心"), (Branch.Tertiary, "文化艺术业", "文化旅游", "沉浸式文旅度假区"),
    ];

    private static readonly Dictionary<Origin, string[]> Places = new()
    {
        [Origin.OtherProvince] = ["广东", "浙江", "江苏", "上海", "北京", "福建", "重庆", "湖北", "山东", "陕西"],
        [Origin.OtherCity] = ["省会", "省内"], [Origin.CountyToCounty] = ["本市"], [Origin.Abroad] = ["香港", "新加坡", "德国", "日本", "台湾地区", "马来西亚"],
    };

    /// <summary>A line of business.</summary>
    public static (Branch Branch, string Industry, string Field, string Product) Line(DemoRandom random) => random.Pick(Lines);

    /// <summary>Where an investor comes from.</summary>
    public static string Place(DemoRandom random, Origin origin) => random.Pick(Places[origin]);

    /// <summary>A brand.</summary>
    public static string Brand(DemoRandom random) => random.Pick(Heads) + random.Pick(Tails);

    /// <summary>The credit code of the nth invented enterprise.</summary>
    public static CreditCode Code(long n)
    {
        var first = "91999999MA" + n.ToString("0000000", CultureInfo.InvariantCulture);
        return CreditCode.Create(first + CreditCode.CheckCharacter(first + "0"));
    }
}
