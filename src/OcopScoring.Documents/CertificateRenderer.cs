using OcopScoring.Documents.Certificates;
using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Skia;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents;

/// <summary>A template and an engine; by default the current template, drawn by Skia.</summary>
public sealed class CertificateRenderer(ITemplate<CertificateModel> template, IDocumentEngine engine) : ICertificateRenderer
{
    public CertificateRenderer()
        : this(new Certificate202601(), new SkiaEngine())
    {
    }

    public async Task<RenderReceipt> RenderAsync(CertificateModel model, RenderOptions options, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (CertificateChecks.Of(model) is { Count: > 0 } problems) throw new CertificateDoesNotFitException(new(problems));
        var required = EngineCapabilities.Deterministic | EngineCapabilities.Subsetting;
        if (options.Format == DocumentFormat.Png) required |= EngineCapabilities.Preview;
        var buffer = new MemoryStream();
        var receipt = Render(model, new(options.Format, options.Dpi, required), buffer);
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
        return receipt;
    }

    public FitReport Fits(CertificateModel model)
    {
        var problems = CertificateChecks.Of(model);
        return problems.Count > 0 ? new(problems) : CertificateChecks.Report(engine.Check(template.Build(model)));
    }

    RenderReceipt Render(CertificateModel model, EngineOptions options, MemoryStream buffer)
    {
        try
        {
            return engine.Render(template.Build(model), options, buffer);
        }
        catch (LayoutException exception)
        {
            throw new CertificateDoesNotFitException(CertificateChecks.Report(exception.Problems));
        }
    }
}
