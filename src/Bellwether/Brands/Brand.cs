using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Brands;

/// <summary>Whose voice it is: plans, accounts and posts hang here. Its days, weeks and money are the ones reports use.</summary>
public sealed class Brand : Entity<Brand>
{
    private Brand()
    {
    }

    /// <summary>A brand needs a name, a time zone and a reporting currency.</summary>
    public Brand(string name, string zone, string currency)
    {
        Rename(name);
        MoveTo(zone);
        ReportIn(currency);
    }

    public string Name { get; private set; } = "";

    /// <summary>IANA name of the time zone, such as Europe/Berlin.</summary>
    public string ZoneName { get; private set; } = "";

    /// <summary>ISO 4217 code of the one currency it reports in.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>The first day of its weeks; Monday unless it says otherwise.</summary>
    public IsoDayOfWeek WeekStart { get; private set; } = IsoDayOfWeek.Monday;

    /// <summary>When it works, by weekday; a day without hours is a day off.</summary>
    public WorkingHours Hours { get; private set; } = WorkingHours.Usual;

    /// <summary>Hosts whose links get campaign tags: the brand's own sites.</summary>
    public IReadOnlyList<string> OwnHosts { get; private set; } = [];

    /// <summary>Words it wants to be known by, and those it avoids.</summary>
    public BrandWords Words { get; private set; } = BrandWords.None;

    /// <summary>Whether it is the demo brand, to be removed in one go.</summary>
    public bool IsDemo { get; private set; }

    public DateTimeZone Zone => Clock.Zone(ZoneName);

    public void MarkDemo() => IsDemo = true;

    public void Rename(string name) => Name = Rule.Text(name, "name", 120);

    public void MoveTo(string zone) => ZoneName = Clock.Zone(zone).Id;

    public void ReportIn(string currency)
    {
        // One from before codes were looked at stays until somebody chooses another.
        Currency = currency == Currency ? currency : Currencies.Checked(currency);
    }

    public void Speak(BrandWords words) => Words = words.Checked();

    public void Work(WorkingHours hours) => Hours = hours;

    public void StartWeeksOn(IsoDayOfWeek day)
    {
        Rule.Require(day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday, "weekday-unknown", "A week starts on one of its seven days.", "weekStart");
        WeekStart = day;
    }

    public void Own(IEnumerable<string> hosts) =>
        OwnHosts = [.. hosts.Select(host => Rule.Text(host, "ownHosts", 253).ToLowerInvariant()).Distinct()];
}
