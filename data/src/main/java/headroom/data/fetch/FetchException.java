package headroom.data.fetch;

import java.io.IOException;

/// A source that did not give what was asked for, in a sentence that says what it said instead.
public final class FetchException extends IOException {

  private static final long serialVersionUID = 1L;

  public FetchException(String message) {
    super(message);
  }

  FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
