using OcopScoring.Core.Evidence;

namespace OcopScoring.Web.Hosting;

static class UploadLimits
{
    /// <summary>Forms without files.</summary>
    public const long OrdinaryRequest = 1024 * 1024;

    /// <summary>How many files of the largest size one form may bring.</summary>
    public const int Files = 8;

    public const long RequestWithFiles = Files * FileType.MaxBytes + OrdinaryRequest;
}
