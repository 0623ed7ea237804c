package headroom.data.fetch;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The credentials of a source. Never part of a message.
///
/// @param id empty if there are none
/// @param secret empty if there is none
public record Keys(String id, String secret) {

  /// Where the vendor's own programs look for them.
  public static final String ID_VARIABLE = "APCA_API_KEY_ID";

  public static final String SECRET_VARIABLE = "APCA_API_SECRET_KEY";

  /// Those in the environment.
  ///
  /// @throws IllegalArgumentException if one is there without the other
  public static Keys of(Map<String, String> environment) {
    @Nullable String id = environment.get(ID_VARIABLE);
    @Nullable String secret = environment.get(SECRET_VARIABLE);
    Keys keys = new Keys(id == null ? "" : id.strip(), secret == null ? "" : secret.strip());
    if (keys.id.isEmpty() != keys.secret.isEmpty()) {
      throw new IllegalArgumentException(
          "%s and %s must both be set or none, was one".formatted(ID_VARIABLE, SECRET_VARIABLE));
    }
    return keys;
  }

  public boolean isEmpty() {
    return id.isEmpty();
  }

  /// The headers that carry them.
  ///
  /// @throws IllegalArgumentException if others could read them on the way
  Map<String, String> headers(URI host) {
    if (isEmpty()) {
      return Map.of();
    }
    String name = String.valueOf(host.getHost());
    boolean here = name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    if (!"https".equals(host.getScheme()) && !here) {
      throw new IllegalArgumentException(
          "host must begin with https:// when keys are sent, was " + Web.place(host));
    }
    return Map.of("APCA-API-KEY-ID", id, "APCA-API-SECRET-KEY", secret);
  }

  @Override
  public String toString() {
    return isEmpty() ? "no keys" : "keys";
  }
}
