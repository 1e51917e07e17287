namespace Bridgehead;

/// <summary>What a write through the API answers: the record as it now is, its version tag and its address.</summary>
/// <param name="Status">201 for a new record, 200 for a change, 204 when there is nothing to show.</param>
/// <param name="Body">The record as it now is.</param>
/// <param name="Location">The address of a new record.</param>
/// <param name="Version">Its version, given as the ETag.</param>
public sealed record Written(int Status, object? Body, string? Location = null, long? Version = null)
{
    /// <summary>A new record stands at this address.</summary>
    public static Written Created(string location, object body, long version) => new(StatusCodes.Status201Created, body, location, version);

    /// <summary>The record was changed.</summary>
    public static Written Changed(object body, long version) => new(StatusCodes.Status200OK, body, null, version);

    /// <summary>Done, with an answer that carries no version.</summary>
    public static Written Done(object body) => new(StatusCodes.Status200OK, body);

    /// <summary>The record is gone.</summary>
    public static Written Gone() => new(StatusCodes.Status204NoContent, null);
}
