using System.Diagnostics.CodeAnalysis;

namespace Bellwether.Kernel;

/// <summary>
/// The identity of one <typeparamref name="T"/>: a UUID version 7 inside, <c>post_</c> and 26 base-32 characters outside.
/// An id of another kind does not parse, so it can never reach the wrong use case.
/// </summary>
public readonly record struct Id<T>(Guid Value) : ISpanParsable<Id<T>>, IComparable<Id<T>>
{
    /// <summary>The word before the underscore: the type's name in snake case.</summary>
    public static string Prefix { get; } = IdText.SnakeCase(typeof(T).Name);

    /// <summary>A fresh id; later ids sort after earlier ones, to the millisecond.</summary>
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <summary>Whether this id was never given.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => $"{Prefix}_{IdText.Encode(Value)}";

    public static Id<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"“{s}” is not an id of the kind {Prefix}_….");

    public static Id<T> Parse(string s) => Parse(s, null);

    public static Id<T> Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Id<T> result)
    {
        result = default;
        if (s.Length != Prefix.Length + 1 + IdText.Length || s[Prefix.Length] != '_' || !s.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        if (!IdText.TryDecode(s[(Prefix.Length + 1)..], out var value))
        {
            return false;
        }

        result = new Id<T>(value);
        return true;
    }
}
