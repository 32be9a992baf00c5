namespace Bellwether.Returns.Hours;

/// <summary>The names that columns of time go by in timers and spreadsheets.</summary>
internal static class TimeColumns
{
    public static readonly ColumnNames Names = new(
        ("day", ["date", "day", "start date", "datum", "tag", "fecha", "día", "date de début", "jour", "data", "giorno", "spent date", "spent on"]),
        ("time", ["time", "hours", "duration", "duration (h)", "hours (decimal)", "time (hours)", "time spent", "time (decimal)", "duration (decimal)", "zeit", "stunden", "dauer", "horas", "duración", "heures", "durée", "ore", "durata", "std."]),
        ("minutes", ["minutes", "minuten", "minutos", "min", "minuti", "duration (min)", "duration (minutes)"]),
        ("person", ["person", "member", "user", "name", "e-mail", "email", "employee", "who", "mitarbeiter", "mitarbeiterin", "wer", "persona", "usuario", "utilisateur", "personne"]),
        ("work", ["work", "for", "task", "project", "activity", "goal", "channel", "campaign", "theme", "projekt", "aufgabe", "tätigkeit", "für", "kampagne", "proyecto", "tarea", "projet", "tâche"]),
        ("note", ["note", "notes", "description", "comment", "bemerkung", "notiz", "beschreibung", "nota", "descripción", "remarque"]),
        ("entry", ["id", "entry id", "time entry id", "eintrags-id"]));
}
