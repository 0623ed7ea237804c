package headroom.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The page: one file that needs no other and no network.
///
/// Its scripts are plain modules of the browser, put one after the other with their imports taken
/// out. What comes from a run is data in a script block of its own; nothing of it is ever markup.
public final class Page {
  /// In the order in which they need each other.
  private static final List<String> SCRIPTS =
      List.of("format.js", "theme.js", "table.js", "chart.js", "matrix.js", "prices.js", "page.js");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\R");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Page() {}

  /// The whole file.
  public static String html(Report report) {
    StringBuilder scripts = new StringBuilder();
    for (String name : SCRIPTS) {
      String text = EXPORT.matcher(resource(name)).replaceAll("");
      scripts.append(IMPORT.matcher(text).replaceAll(""));
    }
    return resource("page.html")
        .replace("@@TITLE@@", escaped(report.title()))
        .replace("@@STYLE@@", resource("vendor/uplot-1.6.32.css") + resource("page.css"))
        .replace("@@UPLOT@@", resource("vendor/uplot-1.6.32.js"))
        .replace("@@CANDLES@@", resource("vendor/lightweight-charts-5.2.1.js"))
        .replace("@@SCRIPT@@", scripts)
        .replace("@@DATA@@", data(report));
  }

  /// As JSON that cannot end its script block, whatever texts are in it.
  private static String data(Report report) {
    return MAPPER
        .writeValueAsString(report)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("@@", "\\u0040\\u0040");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("@@", "&#64;&#64;");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the product must hold " + name + ", did not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
