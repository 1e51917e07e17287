namespace Bridgehead;

/// <summary>Undoes at once what a request began and did not finish, because the program failed or the person left: nothing keeps the database's lock meanwhile.</summary>
internal sealed class UndoUnfinished(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, UnitOfWork work)
    {
        try
        {
            await next(context);
        }
        catch
        {
            await work.Rollback();
            throw;
        }
    }
}
