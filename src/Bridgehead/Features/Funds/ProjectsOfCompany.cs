using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Funds;

/// <summary>Finds the projects of a company however brackets, blanks and letters of its name are written.</summary>
internal static class ProjectsOfCompany
{
    /// <summary>The projects whose company bears a name, and one more where it is given.</summary>
    public static IQueryable<Project> OfCompany(this IQueryable<Project> projects, string? company, Guid? and = null)
    {
        // as ReadText.Name compares, said so that both databases can do it; a project's company stands as it was typed
        var name = ReadText.Name(company);
        if (name.Length == 0) return projects.Where(p => p.Id == and);
#pragma warning disable CA1304, CA1311, CA1862 // the database makes the letters alike
        return projects.Where(p => p.Id == and || p.Company != null && p.Company.Replace(" ", "").Replace("\u3000", "").Replace("（", "(").Replace("）", ")").ToUpper() == name);
#pragma warning restore CA1304, CA1311, CA1862
    }
}
