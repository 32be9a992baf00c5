using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Kernel;

/// <summary>The key that all stored secrets are encrypted with: 32 bytes, kept outside the database and outside backups.</summary>
public sealed class MasterKey(byte[] key)
{
    internal ReadOnlySpan<byte> Bytes => key.Length == 32 ? key : throw new InvalidOperationException("The master key must have 32 bytes.");

    /// <summary>The key from BELLWETHER_MASTER_KEY (base 64), else from <c>master.key</c> in the data folder, made there when absent.</summary>
    public static MasterKey Of(string folder, string? fromEnvironment)
    {
        if (!string.IsNullOrWhiteSpace(fromEnvironment))
        {
            return new MasterKey(Convert.FromBase64String(fromEnvironment));
        }

        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new StreamWriter(path, options);
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return new MasterKey(Convert.FromBase64String(File.ReadAllText(path).Trim()));
    }
}

/// <summary>Encrypts what must not lie readable in the database: AES-256-GCM, a fresh nonce for each text.</summary>
[Single]
public sealed class Secrets(MasterKey key)
{
    private const string Mark = "s1.";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The text as it may be stored.</summary>
    public string Protect(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var stored = new byte[NonceSize + TagSize + plain.Length];
        var nonce = stored.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Bytes, TagSize);
        cipher.Encrypt(nonce, plain, stored.AsSpan(NonceSize + TagSize), stored.AsSpan(NonceSize, TagSize));
        return Mark + Convert.ToBase64String(stored);
    }

    /// <summary>The text again; a problem in words when the master key is another one.</summary>
    public string Unprotect(string stored)
    {
        try
        {
            var bytes = Convert.FromBase64String(stored[Mark.Length..]);
            var plain = new byte[bytes.Length - NonceSize - TagSize];
            using var cipher = new AesGcm(key.Bytes, TagSize);
            cipher.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw Rule.Broken("secret-unreadable", "A stored secret cannot be read: the master key is another one than it was stored with. Put the old master.key back, or connect the account again.");
        }
    }
}
