package headroom.data;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What somebody probably meant.
public final class Nearest {
  private static final int LETTERS_PER_SLIP = 3;

  private Nearest() {}

  /// The word that is most like a text; of several the first.
  public static String to(String text, Collection<String> words) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = edits(text, word);
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return nearest;
  }

  /// The word that a text was probably meant to be; null if it is like none of them: a guess that
  /// shares nothing with what was written only misleads.
  ///
  /// A word is near if about a third of the letters differ at most, or if it begins with the text.
  public static @Nullable String near(String text, Collection<String> words) {
    String nearest = to(text, words);
    if (edits(text, nearest) <= Math.max(1, (text.length() + 1) / LETTERS_PER_SLIP)) {
      return nearest;
    }
    return text.length() < LETTERS_PER_SLIP
        ? null
        : words.stream().filter(word -> word.startsWith(text)).findFirst().orElse(null);
  }

  /// How many letters must be changed, added or left out (Levenshtein 1966).
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
