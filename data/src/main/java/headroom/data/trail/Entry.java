package headroom.data.trail;

import headroom.core.intent.IntentId;

/// A decision that may not have been read yet. Of a run there are many, and most questions are
/// about a few.
public interface Entry {
  /// The simple name of the decision's record.
  String kind();

  /// When, in nanoseconds since 1970 UTC.
  long timeNs();

  /// The intent, or for answers and questions the order, that it is about; empty if about neither.
  String subject();

  /// Whether an intent, or an order of it, may occur in it. A yes need not be right, a no is.
  boolean mayMention(IntentId intent);

  Decision decision();
}
