package headroom.data.trail;

import headroom.core.intent.IntentId;

/// A decision that is at hand.
public record KnownEntry(Decision decision) implements Entry {
  @Override
  public String kind() {
    return decision.getClass().getSimpleName();
  }

  @Override
  public long timeNs() {
    return decision.timeNs();
  }

  @Override
  public String subject() {
    return Mentions.subject(decision);
  }

  @Override
  public boolean mayMention(IntentId intent) {
    return Mentions.isAbout(decision, intent);
  }
}
