namespace Bellwether.Links;

/// <summary>What a public address of links asks for.</summary>
public enum ShortPathKind
{
    /// <summary>Something else: the screen, the API, a public page.</summary>
    Other,

    /// <summary>A link, by its code.</summary>
    Code,

    /// <summary>A link whose QR code was scanned.</summary>
    Scan,

    /// <summary>A page of links, by its name.</summary>
    Hub,

    /// <summary>The root of a brand's own host: its page of links.</summary>
    Root,

    /// <summary>Whether this program is here.</summary>
    Proof,
}

/// <summary>Reads what a path asks for, on the address of the installation and on a brand's own host.</summary>
public readonly record struct ShortPath(ShortPathKind Kind, string Name)
{
    /// <summary>What the path asks for. On a brand's own host there is nothing but links, so whatever else stands there is a code that nobody made.</summary>
    /// <param name="path">The path, with its leading slash.</param>
    /// <param name="ownHost">Whether the host is a brand's own.</param>
    public static ShortPath Of(string path, bool ownHost)
    {
        if (path.Length > 3 && path[0] == '/' && path[2] == '/' && (path[1] | 0x20) is var letter and ('l' or 'q' or 'h'))
        {
            return new(letter == 'l' ? ShortPathKind.Code : letter == 'q' ? ShortPathKind.Scan : ShortPathKind.Hub, path[3..].TrimEnd('/'));
        }

        if (path.Equals("/t/here", StringComparison.OrdinalIgnoreCase))
        {
            return new(ShortPathKind.Proof, "");
        }

        if (!ownHost)
        {
            return path is "/l/" or "/q/" or "/h/" ? new(ShortPathKind.Code, "") : default;
        }

        return path.Length <= 1 ? new(ShortPathKind.Root, "")
            : new(ShortPathKind.Code, path.Trim('/'));
    }
}
