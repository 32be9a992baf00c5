namespace Bellwether.Actions;

/// <summary>Whether a row of the matrix is in order.</summary>
public enum RaciFinding
{
    /// <summary>More than one A.</summary>
    TwoAccountable,

    /// <summary>No A.</summary>
    NoAccountable,

    /// <summary>Nobody does it: a wish.</summary>
    NoResponsible,

    /// <summary>More than three R.</summary>
    ManyResponsible,

    /// <summary>More than five C.</summary>
    ManyConsulted,
}

/// <summary>The health rules of a responsibility matrix.</summary>
public static class Raci
{
    public const int MostResponsible = 3;
    public const int MostConsulted = 5;

    /// <summary>Share of rows with one person's A above which the person is overloaded.</summary>
    public const decimal Overload = 0.4m;

    /// <summary>Rows below which an overload says nothing: one of two rows is half of them.</summary>
    public const int FewestRows = 5;

    /// <summary>What is wrong with a row. Whoever is accountable may also do the work, so an A alone is no wish.</summary>
    public static IReadOnlyList<RaciFinding> Check(IReadOnlyCollection<RaciLetter> row)
    {
        int Count(RaciLetter letter) => row.Count(each => each == letter);
        var accountable = Count(RaciLetter.Accountable);
        var findings = new List<RaciFinding>();
        if (accountable != 1)
        {
            findings.Add(accountable == 0 ? RaciFinding.NoAccountable : RaciFinding.TwoAccountable);
        }

        if (accountable == 0 && Count(RaciLetter.Responsible) == 0)
        {
            findings.Add(RaciFinding.NoResponsible);
        }

        if (Count(RaciLetter.Responsible) > MostResponsible)
        {
            findings.Add(RaciFinding.ManyResponsible);
        }

        if (Count(RaciLetter.Consulted) > MostConsulted)
        {
            findings.Add(RaciFinding.ManyConsulted);
        }

        return findings;
    }

    /// <summary>The findings in words; “ok” for none.</summary>
    public static string Words(IReadOnlyCollection<RaciFinding> findings) =>
        findings.Count == 0 ? "ok" : string.Join(", ", findings.Select(finding => finding switch
        {
            RaciFinding.TwoAccountable => "two A",
            RaciFinding.NoAccountable => "no A",
            RaciFinding.NoResponsible => "no R",
            RaciFinding.ManyResponsible => $"more than {MostResponsible} R",
            RaciFinding.ManyConsulted => $"more than {MostConsulted} C",
            _ => throw new ArgumentOutOfRangeException(nameof(findings), finding, null),
        }));

    /// <summary>Whether one person's A stands on too many rows.</summary>
    public static bool Overloaded(int accountableRows, int rows) => rows >= FewestRows && accountableRows > Overload * rows;
}
