namespace Bellwether.Kernel;

/// <summary>A file as a result: the API sends it as a download, the command line writes it out.</summary>
public sealed record FileResult(string Name, string ContentType, byte[] Content);
