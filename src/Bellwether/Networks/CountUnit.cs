namespace Bellwether.Networks;

/// <summary>What a network counts when it says “characters”.</summary>
public enum CountUnit
{
    /// <summary>What a reader sees as one character (extended grapheme cluster).</summary>
    Graphemes,

    /// <summary>Bytes of the text in UTF-8.</summary>
    Utf8Bytes,

    /// <summary>Units of UTF-16, as many APIs store text.</summary>
    Utf16,

    /// <summary>Unicode code points.</summary>
    CodePoints,

    /// <summary>X's weights: a link 23, an emoji 2, most scripts 1, others 2.</summary>
    XWeighted,

    /// <summary>Graphemes, a link 23, a remote mention without its host.</summary>
    Mastodon,

    /// <summary>Code points, but emoji by their bytes in UTF-8, as Threads does.</summary>
    Threads,
}
