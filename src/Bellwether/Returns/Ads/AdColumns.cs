namespace Bellwether.Returns.Ads;

/// <summary>The names that columns of ad exports go by, in the languages they come in.</summary>
internal static class AdColumns
{
    public static readonly ColumnNames Names = new(
        ("day", ["date", "day", "reporting starts", "reporting start", "start date", "time period", "datum", "tag", "berichtsbeginn", "startdatum", "fecha", "día", "inicio del informe", "date de début", "jour", "début du rapport", "data", "giorno", "start date (in utc)"]),
        ("until", ["reporting ends", "reporting end", "end date", "berichtsende", "enddatum", "fin del informe", "fin du rapport", "end date (in utc)"]),
        ("id", ["ad id", "anzeigen-id", "anzeigen id", "creative id", "identificador del anuncio"]),
        ("name", ["ad name", "ad", "anzeigenname", "name der anzeige", "anzeige", "nombre del anuncio", "nom de la publicité", "ad set name", "ad group", "ad group name", "anzeigengruppe", "name der anzeigengruppe"]),
        ("campaign", ["campaign name", "campaign", "kampagnenname", "kampagne", "name der kampagne", "nombre de la campaña", "nom de la campagne", "xyz campaign id", "campaign group name"]),
        ("campaignId", ["campaign id", "fb campaign id", "kampagnen-id"]),
        ("age", ["age", "alter", "edad", "âge"]),
        ("gender", ["gender", "geschlecht", "género", "genre"]),
        ("interest", ["interest", "placement", "platzierung", "country", "land", "interesse"]),
        ("spent", ["amount spent", "spend", "spent", "cost", "total spent", "ausgegebener betrag", "ausgaben", "kosten", "importe gastado", "gasto", "coste", "montant dépensé", "coût", "importo speso"]),
        ("currency", ["currency", "currency code", "account currency", "währung", "moneda", "devise"]),
        ("impressions", ["impressions", "impr.", "impressionen", "impresiones"]),
        ("clicks", ["clicks (all)", "clicks", "link clicks", "klicks", "link-klicks", "klicks (alle)", "clics", "clics en el enlace"]),
        ("reach", ["reach", "reichweite", "alcance", "couverture"]),
        ("results", ["results", "ergebnisse", "resultados", "résultats"]),
        ("resultKind", ["result indicator", "result type", "ergebnisindikator", "indicador de resultado", "type de résultat"]),
        ("enquiry", ["total conversion", "leads", "on-facebook leads", "website leads"]),
        ("sale", ["approved conversion", "purchases", "website purchases", "käufe", "compras", "achats"]),
        ("conversion", ["conversions", "conv.", "conversionen", "conversiones"]));

    /// <summary>Columns that count results of a kind of their own.</summary>
    public static readonly string[] Kinds = ["enquiry", "sale", "conversion"];

    /// <summary>Columns that divide an ad into parts.</summary>
    public static readonly string[] Parts = ["age", "gender", "interest"];
}
