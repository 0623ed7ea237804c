package headroom.core.engine;

/// Something wrong with settings or an intent, found before anything is decided with it.
///
/// @param code a stable word for programs: `protection-not-below-tolerance`
/// @param text what must be what, and what it was, for people
public record Problem(String code, String text) {
  @Override
  public String toString() {
    return text;
  }
}
