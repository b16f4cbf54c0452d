namespace OcopScoring.Rubrics.Tests;

public sealed class ReadingTests
{
    [Test]
    public void A_reading_is_a_value_or_faults()
    {
        var good = Reading.Of("value");
        Assert.That(good.Ok);
        Assert.That(good.Value, Is.EqualTo("value"));
        Assert.That(good.Faults, Is.Empty);
        Assert.That(good.OrThrow(), Is.EqualTo("value"));

        var bad = Reading.Refused<string>([new Fault("a", "One."), new Fault("b", "Two.")]);
        Assert.That(bad.Ok, Is.False);
        Assert.That(bad.Value, Is.Null);
        Assert.That(() => bad.OrThrow(), Throws.TypeOf<InvalidDataException>().With.Message.Contains("a: One.").And.Message.Contains("b: Two."));
    }

    [Test]
    public void A_refusal_without_a_fault_cannot_be_made() =>
        Assert.That(() => Reading.Refused<string>([]), Throws.ArgumentException);
}
