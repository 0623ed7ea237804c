package headroom.data;

import java.util.Collection;

/// What somebody probably meant.
public final class Nearest {
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
