package headroom.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A page that is open in a browser, with everything that it complained about.
final class OpenPage implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  OpenPage(Browser browser, Path file, int width, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    page = context.newPage();
    page.onConsoleMessage(this::heard);
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
    page.waitForSelector("html[data-ready=true]");
  }

  private void heard(ConsoleMessage message) {
    complaints.add(message.type() + ": " + message.text());
  }

  Page page() {
    return page;
  }

  /// What the console showed, and errors.
  List<String> complaints() {
    return complaints;
  }

  /// What was loaded; the page itself is the first.
  List<String> requests() {
    return requests;
  }

  void keep(Path picture) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
  }

  @Override
  public void close() {
    context.close();
  }
}
