using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Commands;

/// <summary>A file named on the command line.</summary>
static class InputFile
{
    /// <summary>The bytes of the file, or null and a fault at <c>$</c> that says why it cannot be read.</summary>
    public static byte[]? Read(string path, out Fault? fault)
    {
        fault = null;
        try
        {
            if (!Directory.Exists(path)) return File.ReadAllBytes(path);
            fault = new Fault(JsonPath.Root, "This is a folder; a file is expected.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            fault = new Fault(JsonPath.Root, "There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = new Fault(JsonPath.Root, "The file cannot be read.");
        }

        return null;
    }

    /// <summary>Reads and judges the file; a file that cannot be read is refused at <c>$</c>.</summary>
    public static Reading<T> Read<T>(string path, Func<ReadOnlyMemory<byte>, Reading<T>> read)
        where T : class =>
        Read(path, out var fault) is { } bytes ? read(bytes) : Reading.Refused<T>([fault!]);
}
