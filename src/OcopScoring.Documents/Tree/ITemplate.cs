namespace OcopScoring.Documents.Tree;

/// <summary>
/// Turns a model into a document tree. A published version (<c>cert/2026-01</c>) is never changed, only followed by another.
/// </summary>
public interface ITemplate<in TModel>
{
    string Id { get; }

    DocumentTree Build(TModel model);
}
