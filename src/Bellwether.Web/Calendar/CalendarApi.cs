using Bellwether.Web.Doors;

namespace Bellwether.Web.Calendar;

/// <summary>The routes of Calendar.</summary>
internal static class CalendarApi
{
    public static void Map(Routes api)
    {
    }
}
