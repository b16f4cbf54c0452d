using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcopScoring.Core.UseCases;

/// <summary>Stores the value of a done command beside its key. Refusals are never stored: a refused command may be tried again.</summary>
sealed class OutcomeJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Outcome<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OutcomeJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class OutcomeJsonConverter<T> : JsonConverter<Outcome<T>>
    {
        public override Outcome<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T>(ref reader)!;

        public override void Write(Utf8JsonWriter writer, Outcome<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value);
    }
}
