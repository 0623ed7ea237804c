package headroom.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report in a real browser. Its pictures go to `target/screenshots`.
class ReportPageTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String PAINTED =
      """
      () => [...document.querySelectorAll('.uplot canvas')].map((canvas) => {
        const copy = document.createElement('canvas');
        copy.width = canvas.width;
        copy.height = canvas.height;
        const context = copy.getContext('2d', { willReadFrequently: true });
        context.drawImage(canvas, 0, 0);
        const data = context.getImageData(0, 0, copy.width, copy.height).data;
        let painted = 0;
        for (let i = 3; i < data.length; i += 4) { painted += data[i] ? 1 : 0; }
        return painted;
      })
      """;
  private static final String LINES =
      "() => document.querySelector('#capacity canvas').toDataURL()";

  @TempDir static Path folder;
  private static Chromium chromium;
  private static Path report;
  private static String said = "";

  @BeforeAll
  static void makeAReport() throws IOException, InterruptedException {
    Optional<Path> executable = Chromium.find();
    Assumptions.assumeTrue(
        executable.isPresent(), "no Chromium on the PATH: pages are not looked at");
    report = folder.resolve("run.html");
    said =
        Program.headroom(
            folder, "simulate", "--to", "2025-03-28", "--out", "out", "--report", "run.html");
    Files.createDirectories(PICTURES);
    chromium = Chromium.start(executable.orElseThrow());
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static OpenPage open(int width, ColorScheme scheme) {
    return new OpenPage(chromium.browser(), report, width, scheme);
  }

  private static JsonNode result() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/result.json")));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1400", "DARK, 1400", "LIGHT, 420", "DARK, 420"})
  void everyChartIsPaintedAndNothingIsComplainedOf(ColorScheme scheme, int width) {
    try (OpenPage open = open(width, scheme)) {
      Page page = open.page();
      List<?> painted = (List<?>) page.evaluate(PAINTED);
      assertThat(painted).hasSizeGreaterThan(12);
      assertThat(painted).allMatch(count -> ((Number) count).longValue() > 1_000);
      assertThat(page.locator(".price canvas").count()).isPositive();
      // A page that can be moved sideways is too wide for its screen.
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .isEqualTo(0);
      open.keep(PICTURES.resolve("report-%s-%s.png".formatted(scheme, width)));
      assertThat(open.complaints()).isEmpty();
      assertThat(open.requests()).containsExactly(report.toUri().toString());
    }
  }

  @Test
  void theNumbersAtTheTopAreThoseOfTheResult() throws IOException {
    JsonNode result = result();
    try (OpenPage open = open(1400, ColorScheme.LIGHT)) {
      List<String> tiles = open.page().locator(".tile .value").allInnerTexts();
      assertThat(tiles).hasSize(8);
      assertThat(plain(tiles.get(5))).isEqualTo(result.at("/scheduling/filled").asString());
      assertThat(plain(tiles.get(6)))
          .isEqualTo(result.at("/scheduling/blockedEpisodes").asString());
      assertThat(plain(tiles.get(7))).isEqualTo(result.at("/scheduling/steals").asString());
      assertThat(Double.parseDouble(plain(tiles.get(1))))
          .isCloseTo(Double.parseDouble(result.at("/account/endEquity").asString()), within(0.005));
      List<String> sentences = open.page().locator(".diagnosis li").allInnerTexts();
      assertThat(sentences).isNotEmpty();
      sentences.forEach(sentence -> assertThat(said).contains("- " + sentence + "\n"));
    }
  }

  private static String plain(String shown) {
    return shown.replace(",", "").replace('\u2212', '-').replace("+", "");
  }

  @Test
  void allChartsOverTimeMoveTogetherAndBack() {
    try (OpenPage open = open(1400, ColorScheme.LIGHT)) {
      Page page = open.page();
      Object before = page.evaluate(LINES);
      page.getByLabel("Show the last 1 week").click();
      assertThat(page.evaluate(LINES)).isNotEqualTo(before);
      page.getByLabel("Show the whole period").click();
      assertThat(page.evaluate(LINES)).isEqualTo(before);
      assertThat(open.complaints()).isEmpty();
    }
  }

  @Test
  void tablesAreSortedAndFiltered() {
    try (OpenPage open = open(1400, ColorScheme.LIGHT)) {
      Page page = open.page();
      Locator table = page.locator("#groups table").first();
      table.locator("th button", new Locator.LocatorOptions().setHasText("intents")).click();
      assertThat(table.locator("th[aria-sort=descending]").innerText()).contains("intents");
      page.getByLabel("Filter Settings").fill("protection");
      assertThat(page.locator("#books").innerText()).contains("protection");
      Locator settings =
          page.locator(".card", new Page.LocatorOptions().setHasText("All that were in force"));
      assertThat(settings.locator("tbody tr").count()).isEqualTo(1);
    }
  }

  @Test
  void everyChartHasItsTable() {
    try (OpenPage open = open(1400, ColorScheme.LIGHT)) {
      Page page = open.page();
      Locator card = page.locator("#account .card").first();
      card.getByText("Table", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(card.locator("tbody tr").count()).isGreaterThan(5);
      assertThat(card.locator("tbody tr").first().innerText()).contains("10,000.00");
    }
  }

  @Test
  void chartsAreSavedAsTablesAndPictures() throws IOException {
    try (OpenPage open = open(1400, ColorScheme.LIGHT)) {
      Page page = open.page();
      Path csv = page.waitForDownload(() -> page.getByLabel("CSV of Equity").click()).path();
      List<String> lines = Files.readAllLines(csv);
      List<String> days = Files.readAllLines(folder.resolve("out/equity.csv"));
      assertThat(lines).hasSize(days.size() + 1);
      assertThat(lines.getFirst()).isEqualTo("time,equity,cash");
      Path png = page.waitForDownload(() -> page.getByLabel("PNG of Equity").click()).path();
      byte[] picture = Files.readAllBytes(png);
      assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(5_000);
    }
  }

  @Test
  void everyInstrumentHasItsChart() {
    try (OpenPage open = open(1400, ColorScheme.DARK)) {
      Page page = open.page();
      Locator names = page.getByLabel("Instrument", new Page.GetByLabelOptions().setExact(true));
      int count = names.locator("option").count();
      assertThat(count).isGreaterThan(3);
      for (int i = 1; i < count; i++) {
        page.getByLabel("Next instrument").click();
        assertThat(page.locator(".price").getAttribute("aria-label"))
            .contains(names.locator("option").nth(i).innerText());
      }
      assertThat(open.complaints()).isEmpty();
    }
  }

  @Test
  void itIsPrintedInLightWithoutControls() throws IOException {
    try (OpenPage open = open(1400, ColorScheme.DARK)) {
      Page page = open.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("nav").isVisible()).isFalse();
      assertThat(page.locator(".tools").first().isVisible()).isFalse();
      byte[] printed = page.pdf();
      Files.write(PICTURES.resolve("report.pdf"), printed);
      assertThat(printed).startsWith('%', 'P', 'D', 'F').hasSizeGreaterThan(50_000);
      assertThat(open.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1400", "DARK, 420"})
  void aComparisonIsPaintedToo(ColorScheme scheme, int width)
      throws IOException, InterruptedException {
    Path page = folder.resolve("policies.html");
    if (!Files.exists(page)) {
      Program.headroom(
          folder,
          "compare",
          "--policies",
          "FirstCome,FurthestFirst",
          "--to",
          "2025-04-11",
          "--band",
          "--out",
          "policies",
          "--report",
          "policies.html");
    }
    try (OpenPage open = new OpenPage(chromium.browser(), page, width, scheme)) {
      List<?> painted = (List<?>) open.page().evaluate(PAINTED);
      assertThat(painted)
          .hasSizeGreaterThan(3)
          .allMatch(count -> ((Number) count).longValue() > 1_000);
      assertThat(open.page().locator("#differences td.interval svg").count()).isEqualTo(1);
      assertThat(open.page().locator("#band td.interval svg").count()).isEqualTo(3);
      assertThat(open.page().locator("#band tbody tr").count()).isEqualTo(9);
      open.page()
          .locator("#band")
          .screenshot(
              new Locator.ScreenshotOptions()
                  .setPath(PICTURES.resolve("band-pairs-%s-%s.png".formatted(scheme, width))));
      open.keep(PICTURES.resolve("comparison-%s-%s.png".formatted(scheme, width)));
      assertThat(open.complaints()).isEmpty();
      assertThat(open.requests()).containsExactly(page.toUri().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1400", "DARK, 1400", "DARK, 420"})
  void theBandOfFillRulesHasItsSection(ColorScheme scheme, int width)
      throws IOException, InterruptedException {
    Path page = folder.resolve("band.html");
    if (!Files.exists(page)) {
      Program.headroom(
          folder,
          "simulate",
          "--to",
          "2025-04-11",
          "--set",
          "participation=0.01%",
          "--band",
          "--out",
          "band",
          "--report",
          "band.html");
    }
    try (OpenPage open = new OpenPage(chromium.browser(), page, width, scheme)) {
      Locator section = open.page().locator("#band");
      assertThat(section.locator("h2").innerText()).isEqualTo("Fill rules");
      assertThat(section.locator("p").first().innerText()).contains("net PnL between");
      assertThat(section.locator("tbody tr").count()).isEqualTo(3);
      assertThat(section.locator("tbody td:first-child").allInnerTexts())
          .containsExactly("TOUCH", "THROUGH", "VOLUME");
      assertThat(section.locator("td.interval svg").count()).isEqualTo(2);
      assertThat((List<?>) open.page().evaluate(PAINTED.replace(".uplot", "#band .uplot")))
          .hasSize(2)
          .allMatch(count -> ((Number) count).longValue() > 1_000);
      open.page().locator("nav a[href='#band']").click();
      Path csv =
          open.page()
              .waitForDownload(
                  () -> open.page().getByLabel("CSV of Equity under each fill rule").click())
              .path();
      assertThat(Files.readAllLines(csv).getFirst()).isEqualTo("time,TOUCH,THROUGH,VOLUME");
      section.scrollIntoViewIfNeeded();
      section.screenshot(
          new Locator.ScreenshotOptions()
              .setPath(PICTURES.resolve("band-%s-%s.png".formatted(scheme, width))));
      assertThat(open.complaints()).isEmpty();
      assertThat(open.requests().stream().distinct()).containsExactly(page.toUri().toString());
    }
    try (OpenPage open = open(1400, scheme)) {
      assertThat(open.page().locator("#band").count()).isZero();
    }
  }

  @Test
  void namesAreTextWhateverIsInThem() throws IOException, InterruptedException {
    Path bars = Files.createDirectories(folder.resolve("evil/stocks"));
    Files.writeString(
        bars.resolve("AAA.csv"),
        """
        timestamp,open,high,low,close,volume
        2025-07-01T13:30:00Z,100.05,100.05,100.05,100.05,1000000
        2025-07-01T13:35:00Z,100.04,100.04,99.90,100.00,1000000
        """);
    String evil = "<img src=x onerror=document.body.remove()></script><b>";
    Files.writeString(
        folder.resolve("evil.csv"),
        """
        id,symbol,side,quantity,limit,from,expires,no-exit,strategy
        "%s",AAA,buy,1,100,2025-07-01T13:31:00Z,2025-07-01T20:00:00Z,true,"%s"
        """
            .formatted(evil, evil));
    Program.headroom(
        folder,
        "simulate",
        "--data",
        "evil",
        "--intents",
        "evil.csv",
        "--out",
        "evil-out",
        "--report",
        "evil.html",
        "--set",
        "priorities=" + "me=1");
    try (OpenPage open =
        new OpenPage(chromium.browser(), folder.resolve("evil.html"), 1400, ColorScheme.LIGHT)) {
      assertThat(open.page().locator("main img").count()).isZero();
      assertThat(open.page().locator("main b b").count()).isZero();
      assertThat(open.page().locator("section").count()).isPositive();
      assertThat(open.complaints()).isEmpty();
    }
  }
}
