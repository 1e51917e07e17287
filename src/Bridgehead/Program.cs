var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
var app = builder.Build();
app.MapRazorPages();
app.Run();
