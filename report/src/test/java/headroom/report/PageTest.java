package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.report.Report.Tile;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever texts are in a report, they stay texts.
class PageTest {
  private static final String EVIL = "</script><script>alert('1')</script>&@@DATA@@\u2028";
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");

  private static Report of(String text) {
    return new Report(
        text,
        text,
        text,
        List.of(new Tile(text, text, text, 0)),
        List.of(text),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        Map.of("settings", Map.of(text, text)));
  }

  @Test
  void whatComesFromFilesIsNeverMarkup() {
    String page = Page.html(of(EVIL));
    assertThat(page).doesNotContain("alert('1')</script>").doesNotContain("<script>alert");
    assertThat(page)
        .contains("<title>&lt;/script&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;&#64;&#64;");
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    JsonNode read = JsonMapper.shared().readTree(data.group(1));
    assertThat(read.at("/title").asString()).isEqualTo(EVIL);
    assertThat(read.at("/diagnosis/0").asString()).isEqualTo(EVIL);
  }

  @Test
  void nothingIsLoaded() {
    String page = Page.html(of("run"));
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("<script[^>]+src=")
        .doesNotContainPattern("<link[^>]+href=\"(?!data:)")
        .doesNotContainPattern("(?m)^(import|export) ");
    String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
    assertThat(style).doesNotContain("@import").doesNotContain("url(");
  }
}
