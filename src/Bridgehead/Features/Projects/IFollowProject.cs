namespace Bridgehead.Features.Projects;

/// <summary>Keeps in step with a project what hangs on it, in the transaction of the change.</summary>
public interface IFollowProject
{
    /// <summary>What is stated about it has changed, and is saved.</summary>
    Task Changed(Project project, CancellationToken cancel);

    /// <summary>What hung on another project hangs on this one from now on: the two were one and are merged, or a merge is undone. Both are saved, and whatever refers to them has been moved.</summary>
    Task Took(Project project, Project from, CancellationToken cancel);

    /// <summary>Why it cannot be thrown away; null when nothing speaks against it.</summary>
    Task<FormattableString?> Holds(Project project, CancellationToken cancel);
}
