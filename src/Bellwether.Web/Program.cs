using Bellwether.Web.Cli;

return await Commands.RunAsync(args);

/// <summary>The entry point, visible to the tests that start the program in their own process.</summary>
public sealed partial class Program;
