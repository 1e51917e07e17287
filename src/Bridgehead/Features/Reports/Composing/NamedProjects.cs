namespace Bridgehead.Features.Reports;

/// <summary>A table of projects by name.</summary>
internal sealed class NamedProjects(Figures figures)
{
    public Tabulation Tabulate(Phrase caption, string lastColumn, IReadOnlyList<NamedProject> projects, Func<NamedProject, Phrase> last)
    {
        var scale = Scale.OfColumn(MeasureUnit.Yuan, projects.Select(project => project.Amount));
        var columns = new TableColumn[] { new("项目", 35, false), new("投资方", 28, false), new("协议投资额", 18, true), new(lastColumn, 19, false) };
        return new Tabulation(caption, $"单位：{scale.Word}", columns,
        [
            .. projects.Select(project => (IReadOnlyList<Phrase>)
            [
                Phrase.Of($"{Named.Project(project.Name)}"),
                project.Investor is null ? Phrase.Of($"—") : Phrase.Of($"{Named.Enterprise(project.Investor)}"),
                Phrase.Of($"{figures.InColumn(figures.Key("project-" + project.Code), project.Amount, MeasureUnit.Yuan, scale, project.Address)}"),
                last(project),
            ]),
        ]);
    }
}
