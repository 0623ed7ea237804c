package headroom.cli;

/// The user interrupted a command that has nothing to keep; it was told.
final class InterruptedRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedRun(String message) {
    super(message);
  }
}
