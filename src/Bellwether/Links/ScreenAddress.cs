using Bellwether.Reminders;

namespace Bellwether.Links;

/// <summary>The screen is reached where the short links are.</summary>
internal sealed class ScreenAddress(PublicAddress address) : IScreenAddress
{
    public string Base => address.Base;
}
