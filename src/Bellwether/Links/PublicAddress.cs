using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>
/// The address under which the world reaches this installation. Configured, or else the address of the request being
/// answered; a request never changes it for others.
/// </summary>
[Single]
public sealed class PublicAddress
{
    private readonly AsyncLocal<string?> asked = new();
    private string? configured;

    /// <summary>The base without a slash at its end: https://go.example.org.</summary>
    public string Base => configured ?? asked.Value ?? "http://localhost:5080";

    /// <summary>Whether somebody set it; short links made without it lead to whatever host made them.</summary>
    public bool IsConfigured => configured is not null;

    /// <summary>Fixes the address for good.</summary>
    public void Configure(string? address)
    {
        if (!string.IsNullOrWhiteSpace(address))
        {
            TaggedAddress.Web(address, "publicUrl");
            configured = address.Trim().TrimEnd('/');
        }
    }

    /// <summary>Tells the address of the request that is being answered.</summary>
    public void Asked(string origin) => asked.Value = origin.TrimEnd('/');

    /// <summary>The short address of a code.</summary>
    public string Short(string code) => $"{Base}/l/{code}";

    /// <summary>Whether an address is one of our own short ones.</summary>
    public bool IsShort(string address) => address.StartsWith(Base + "/l/", StringComparison.OrdinalIgnoreCase);
}
