namespace Bellwether.Audits;

/// <summary>Whether the account is in use.</summary>
public enum AccountStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Wanted, but not there yet.</summary>
    Planned,

    /// <summary>There, but nobody posts.</summary>
    Dormant,

    /// <summary>Closed on the network.</summary>
    Closed,

    /// <summary>There, but nobody can say what for; it is in use once somebody does.</summary>
    Unexplained,
}

/// <summary>Whether signing in to the account asks for a second factor.</summary>
public enum TwoFactor
{
    /// <summary>Nobody has looked.</summary>
    NotKnown,

    /// <summary>A password alone opens it.</summary>
    Off,

    /// <summary>A second factor is needed.</summary>
    On,
}

/// <summary>What shall become of an account.</summary>
public enum Disposition
{
    /// <summary>Nobody has decided.</summary>
    Undecided,

    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>It stays, but needs work.</summary>
    Update,

    /// <summary>It goes into another account.</summary>
    Merge,

    /// <summary>The handle is kept, nothing is posted.</summary>
    Park,

    /// <summary>It goes.</summary>
    Delete,
}
