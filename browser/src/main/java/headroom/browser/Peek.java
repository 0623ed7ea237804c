package headroom.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/// Takes pictures of a page for people to look at, and says how long it took: `Peek PAGE FOLDER`.
final class Peek {
  private static final List<Integer> WIDTHS = List.of(1_400, 420);

  /// From a click to the second picture after it: then what came of the click is on the screen.
  private static final String CLICK =
      """
      (label) => new Promise((done) => {
        const button = document.querySelector(`[aria-label="${label}"]`);
        const start = performance.now();
        button.click();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
      })
      """;

  private static final String LOADED =
      "() => performance.getEntriesByType('navigation')[0].loadEventEnd";

  private Peek() {}

  /// Opens the page in every colour and width.
  ///
  /// @param arguments the page and the folder
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    try (Chromium chromium = Chromium.start(Chromium.find().orElseThrow())) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : WIDTHS) {
          try (OpenPage open = new OpenPage(chromium.browser(), file, width, scheme)) {
            open.keep(Path.of(arguments[1], "%s-%s.png".formatted(scheme, width)));
            System.out.printf(
                "%s %s: loaded %.0f ms, in to a week %.0f ms, out to all %.0f ms, said %s%n",
                scheme,
                width,
                number(open.page(), LOADED, ""),
                number(open.page(), CLICK, "Show the last 1 week"),
                number(open.page(), CLICK, "Show the whole period"),
                open.complaints());
          }
        }
      }
    }
  }

  private static double number(Page page, String script, String argument) {
    return ((Number) page.evaluate(script, argument)).doubleValue();
  }
}
