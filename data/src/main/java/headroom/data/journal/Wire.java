package headroom.data.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// How values of the core are written as JSON and read back.
///
/// A record is an object with its components by their names, in their order. Ids, prices,
/// quantities and amounts are text, amounts as plain decimals; components that end in `Raw` are
/// whole billionths; constants are their names. Where there is a choice of records, `is` says which
/// it is. Nothing is optional: a component that is unknown is `null`, and a member that is missing
/// or not known is an error.
public final class Wire {
  /// The member that says which record it is.
  public static final String IS = "is";

  private static final JsonMapper PLAIN = build();

  private Wire() {}

  /// A mapper for values of the core.
  public static JsonMapper mapper() {
    return PLAIN;
  }

  /// A mapper for values of the core and others.
  ///
  /// @param choices further sealed interfaces whose records may be told apart by what they are
  public static JsonMapper mapper(Class<?>... choices) {
    return build(choices);
  }

  /// A mapper that reads what was written in the formats before the present ones.
  static JsonMapper mapperBefore(Class<?>... choices) {
    return builder(choices).addModule(Before.module()).build();
  }

  private static JsonMapper build(Class<?>... choices) {
    return builder(choices).build();
  }

  private static JsonMapper.Builder builder(Class<?>... choices) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // A value is read out of a line that goes on.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(visibility ->
                visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .addModule(texts())
            .addMixIn(StealPolicy.class, ByKind.class)
            .addMixIn(Observer.Need.class, AsRow.class)
            .addMixIn(Observer.Used.class, AsRow.class)
            .addMixIn(Observer.Candidate.class, AsRow.class)
            .addMixIn(Observer.Release.class, AsRow.class);
    // A policy is told by the name of its class, its components are what it was told.
    builder.registerSubtypes(PolicyNames.all());
    choice(builder, Event.class);
    choice(builder, Command.class);
    choice(builder, Cause.class);
    for (Class<?> one : choices) {
      choice(builder, one);
    }
    return builder;
  }

  private static void choice(JsonMapper.Builder builder, Class<?> sealed) {
    builder.addMixIn(sealed, ByKind.class);
    for (Class<?> record : records(sealed)) {
      builder.registerSubtypes(new NamedType(record, record.getSimpleName()));
    }
  }

  /// The records that a sealed interface permits, through all interfaces between.
  public static List<Class<?>> records(Class<?> sealed) {
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        records.add(permitted);
      } else {
        records.addAll(records(permitted));
      }
    }
    return records;
  }

  private static SimpleModule texts() {
    SimpleModule module = new SimpleModule();
    text(module, IntentId.class, IntentId::new);
    text(module, OrderId.class, OrderId::new);
    text(module, InstrumentId.class, InstrumentId::new);
    text(module, Price.class, Price::of);
    text(module, Quantity.class, Quantity::of);
    text(module, Money.class, Money::of);
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new FromText<>(type, parse));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = IS)
  private interface ByKind {}

  /// The parts of a look are many: their values alone, in the order of the components.
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface AsRow {}

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return parse.apply(parser.getString());
    }
  }
}
