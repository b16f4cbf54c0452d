using System.Diagnostics;
using System.Text;

namespace OcopScoring.Documents.Tests;

/// <summary>Runs the real programs of poppler-utils, qpdf and zbar-tools on a file.</summary>
internal static class Tool
{
    public static string Text(byte[] pdf, params string[] options)
        => Encoding.UTF8.GetString(OnPdf(pdf, file => Run("pdftotext", [.. options, "-enc", "UTF-8", file, "-"])));

    /// <summary>Text with every stretch of white space as one space, so that wrapped phrases are whole.</summary>
    public static string Words(byte[] pdf) => string.Join(' ', Text(pdf).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first page as PNG.</summary>
    public static byte[] Picture(byte[] pdf, int dpi) => OnPdf(pdf, file => Run("pdftoppm", ["-png", "-singlefile", "-r", $"{dpi}", file]));

    public static string Fonts(byte[] pdf) => Encoding.UTF8.GetString(OnPdf(pdf, file => Run("pdffonts", [file])));

    public static string Info(byte[] pdf, params string[] options) => Encoding.UTF8.GetString(OnPdf(pdf, file => Run("pdfinfo", [.. options, file])));

    public static string QpdfCheck(byte[] pdf) => Encoding.UTF8.GetString(OnPdf(pdf, file => Run("qpdf", ["--check", file])));

    /// <summary>The file written anew by another program.</summary>
    public static byte[] Rewritten(byte[] pdf, string program, params string[] options) => OnPdf(pdf, file => Run(program, [.. options, file, "-"]));

    public static string Scan(byte[] png)
        => Encoding.UTF8.GetString(On(png, ".png", file => Run("zbarimg", ["--quiet", "--raw", file]))).TrimEnd('\n');

    static byte[] OnPdf(byte[] pdf, Func<string, byte[]> work) => On(pdf, ".pdf", work);

    static byte[] On(byte[] content, string extension, Func<string, byte[]> work)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        File.WriteAllBytes(file, content);
        try
        {
            return work(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static byte[] Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output.ToArray();
    }
}
