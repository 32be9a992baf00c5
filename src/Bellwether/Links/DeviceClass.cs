namespace Bellwether.Links;

/// <summary>The kind of device a click came from, as coarse as a report needs it.</summary>
public enum DeviceClass
{
    Unknown,
    Phone,
    Tablet,
    Desktop,
}

/// <summary>Reads the device class from a user agent.</summary>
public static class Devices
{
    /// <summary>The class of device that a user agent claims to be.</summary>
    public static DeviceClass Of(string? agent) =>
        agent is null ? DeviceClass.Unknown
        : Has(agent, "iPad") || Has(agent, "Tablet") || (Has(agent, "Android") && !Has(agent, "Mobile")) ? DeviceClass.Tablet
        : Has(agent, "Mobi") || Has(agent, "iPhone") ? DeviceClass.Phone
        : Has(agent, "Windows NT") || Has(agent, "Macintosh") || Has(agent, "X11") || Has(agent, "CrOS") ? DeviceClass.Desktop
        : DeviceClass.Unknown;

    private static bool Has(string agent, string word) => agent.Contains(word, StringComparison.Ordinal);
}
