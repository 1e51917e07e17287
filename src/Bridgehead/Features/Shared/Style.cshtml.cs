using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Shared;

/// <summary>Every part a page is made of, with invented data, for those who build pages. Only in demo mode.</summary>
[Authorize(Permission.SignedIn)]
public sealed class StylePage(Installation installation, Words words) : Screen
{
    /// <summary>What the sample form asks.</summary>
    [BindProperty] public SampleInput Input { get; set; } = new();

    /// <summary>The rows of the sample list.</summary>
    public IReadOnlyList<SampleRow> Rows { get; } =
    [
        new("高端数控机床主轴生产线建设项目（一期）", "QL-2026-0412", "在建", "good", 128_600.5m, 63.2m, "东港精密机械股份有限公司", "临澜区"),
        new("成渝地区双城经济圈新能源汽车动力电池回收与梯次利用示范基地项目", "QL-2026-0397", "静默", "warn", 1_205_000m, 18.05m, "华川绿能控股集团有限公司", "青岚经开区"),
        new("冷链物流", "QL-2025-1188", "半休克", "bad", 8_800m, null, "—", "南坪县"),
        new("跨境电商产业园", "QL-2026-0021", "签约", "plan", 36_000m, 101.4m, "海通云商（深圳）有限公司", "驻深圳办事处"),
    ];

    /// <summary>The trend.</summary>
    public Chart Trend => new(words["到位资金 8 月起快于上年同期"], words["亿元"],
        [.. Enumerable.Range(1, 10).Select(m => $"2026-{m:00}")],
        [
            new(words["上年"], [18.2m, 15.1m, 22.4m, 24.6m, 26.1m, 31.5m, 27.3m, 25.0m, 28.8m, 26.4m], Past: true),
            new(words["今年"], [16.4m, 14.8m, 21.9m, 25.2m, 25.7m, 29.9m, 27.1m, 29.6m, 34.2m, 33.8m]),
        ]) { Target = 30, TargetName = words["月均目标"], NamesAre = "月份", Source = words["来源：台账分录，截至2026-10-31"] };

    /// <summary>The ranking.</summary>
    public Chart Ranking => new(words["哪些区县落后于序时"], "%",
        ["临澜区", "青岚经开区", "东坡县", "北川湖区", "南坪县", "云岭县"],
        [new(words["完成率"], [103.2m, 96.4m, 88.1m, 79.5m, 64.8m, 51.2m])])
    { Target = 83.3m, TargetName = words["序时"], Sideways = true, NamesAre = "单位", Links = [.. Enumerable.Repeat("/style", 6)], Source = words["来源：台账分录，截至2026-10-31"] };

    /// <summary>The choices of the sample select.</summary>
    public IReadOnlyList<SelectListItem> Origins =>
        [.. new[] { ("省外境内", "province"), ("境外", "abroad"), ("省内市外", "city") }.Select(o => new SelectListItem(words[o.Item1], o.Item2))];

    /// <inheritdoc />
    public override Task<bool> Load() => Task.FromResult(installation.Demo);

    /// <summary>Accepts the sample form, or refuses an amount beyond its bounds.</summary>
    public IActionResult OnPost()
    {
        Refusal.When(Input.Amount > 100_000_000, $"协议投资额不能超过1亿万元，请核对计量单位", "Input.Amount");
        this.Notice($"示例已提交：{Input.Name}");
        return RedirectToPage();
    }

    /// <summary>What the sample form asks.</summary>
    public sealed class SampleInput
    {
        /// <summary>A name.</summary>
        [Required(ErrorMessage = "请填写项目名称"), MaxLength(80)] public string? Name { get; set; }
        /// <summary>An amount in 万元.</summary>
        public decimal? Amount { get; set; }
        /// <summary>A day.</summary>
        public DateOnly? SignedOn { get; set; }
        /// <summary>A choice.</summary>
        public string? Origin { get; set; }
        /// <summary>A text.</summary>
        public string? Description { get; set; }
    }

    /// <summary>A row of the sample list.</summary>
    /// <param name="Name">Project.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Tone">The state's tone.</param>
    /// <param name="Amount">In 万元.</param>
    /// <param name="Done">Percent of the money arrived.</param>
    /// <param name="Investor">Who invests.</param>
    /// <param name="Unit">Where.</param>
    public sealed record SampleRow(string Name, string Number, string State, string Tone, decimal Amount, decimal? Done, string Investor, string Unit);
}
