package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the fields of a row are refused for.
class IntentFieldProblemsTest {

  @TempDir Path folder;

  @Test
  void everyKindOfBadFieldIsRefused() {
    String exits = "exactly one of quantity and notional must be given, ";
    String time = " must be ISO-8601 with an offset, such as 2025-01-02T14:30:00Z, was ";
    String money = " must be above 0 and at most 9000000, was ";
    String ratio = "entry-tolerance must be ";
    String[][] cases = {
      {"id=", "id must be given, was empty"},
      {"id=good", "id must occur once, was 'good' in line 1 too"},
      {"symbol=", "symbol must be given, was empty"},
      {"symbol=TSLA", "symbol must be one of AAPL, BRK.B, GME, BTC/USD, was 'TSLA'"},
      {"side=", "side must be given, was empty"},
      {"side=BUY", "side must be buy or sell, was 'BUY'"},
      {
        "symbol=BTCUSD;side=sell",
        "side must be buy, since BTC/USD is not shortable (no crypto is), was 'sell'"
      },
      {"symbol=GME;side=sell", "side must be buy, since GME is not shortable, was 'sell'"},
      {
        "symbol=BTCUSD;side=sell;kind=probe",
        "side must be buy, since BTC/USD is not shortable (no crypto is), was 'sell'"
      },
      {"limit=", "limit must be given, was empty"},
      {"limit=0", "limit" + money + "'0'"},
      {"limit=-1", "limit" + money + "'-1'"},
      {"limit=1e99", "limit" + money + "'1e99'"},
      {"limit=1.0000000001", "limit must have at most nine decimals, was '1.0000000001'"},
      {"limit=1,5", "limit must be a decimal number, was '1,5'"},
      {
        "limit=0.00001",
        "limit must be at least one tick of 0.0001 and at most 9000000, was 0.00001"
      },
      {"quantity=", exits + "neither was"},
      {"notional=100", exits + "both were"},
      {"quantity=0", "quantity must be above 0 and at most 9223372036.854775807, was '0'"},
      {"quantity=0.5", "quantity must be at least one step of 1, was 0.5"},
      {
        "quantity=;notional=99", "notional must buy at least one step of 1 at the limit 100, was 99"
      },
      {
        "quantity=;notional=-1",
        "notional must be above 0 and at most 9223372036.854775807, was '-1'"
      },
      {
        "quantity=;notional=9e9;limit=0.01",
        "notional must buy at most 9223372036.854775807 units at the limit 0.01, was 9000000000"
      },
      {"from=2025-01-02", "from" + time + "'2025-01-02'"},
      {"from=2025-01-02T14:30:00", "from" + time + "'2025-01-02T14:30:00'"},
      {
        "from=1066-01-02T14:30:00Z",
        "from must be from the years 1678 to 2261, was '1066-01-02T14:30:00Z'"
      },
      {"expires=tomorrow", "expires" + time + "'tomorrow'"},
      {"expires=day", "from must be given if expires is day, was empty"},
      {"expires=day;from=now", "from" + time + "'now'"},
      {
        "expires=day;from=1980-01-02T00:00:00Z",
        "from must be from the years 1990 to 2200 if expires is day, was 1980-01-02T00:00:00Z"
      },
      {
        "from=2025-01-02T00:00:00Z;expires=2025-01-02T00:00:00Z",
        "expires must be after from, 2025-01-02T00:00:00Z, was '2025-01-02T00:00:00Z'"
      },
      {"kind=exit", "kind must be entry or probe, was 'exit'"},
      {"at-once=yes", "at-once must be true or false, was 'yes'"},
      {"vip=1", "vip must be true or false, was '1'"},
      {"forecast=NaN", "forecast must be a decimal number, was 'NaN'"},
      {"forecast=-Infinity", "forecast must be a decimal number, was '-Infinity'"},
      {"forecast=much", "forecast must be a decimal number, was 'much'"},
      {"forecast=1e10", "forecast must be at most 9223372036.854775807 either way, was '1e10'"},
      {"forecast-at=soon", "forecast-at" + time + "'soon'"},
      {
        "from=2025-01-02T00:00:00Z;forecast-at=2025-01-02T00:00:00.000000001Z",
        "forecast-at must not be after from, 2025-01-02T00:00:00Z, was"
            + " '2025-01-02T00:00:00.000000001Z'"
      },
      {"entry-tolerance=40", "entry-tolerance without a sign must be below 1, was '40': 40%?"},
      {"entry-tolerance=1", "entry-tolerance without a sign must be below 1, was '1': 1%?"},
      {"entry-tolerance=near", ratio + "a ratio such as 0.4%, 0.004 or 4000ppm, was 'near'"},
      {"entry-tolerance=0", ratio + "from 1ppm to 100%, was '0'"},
      {"entry-tolerance=-1%", ratio + "from 1ppm to 100%, was '-1%'"},
      {"entry-tolerance=101%", ratio + "from 1ppm to 100%, was '101%'"},
      {"entry-tolerance=1.5ppm", ratio + "in whole ppm, was '1.5ppm'"},
      {"no-exit=;take-profit=100", "take-profit must be above the limit 100, was 100"},
      {"no-exit=;take-profit=99;limit=99.5", "take-profit must be above the limit 99.5, was 99"},
      {"no-exit=;side=sell;take-profit=101", "take-profit must be below the limit 100, was 101"},
      {
        "no-exit=;side=sell;take-profit=0.00001",
        "take-profit must be at least one tick of 0.0001 and at most 9000000, was 0.00001"
      },
      {"no-exit=;stop=100", "stop must be below the limit 100, was 100"},
      {"no-exit=;stop=100.002;limit=100.005", "stop must be below the limit 100, was 100.002"},
      {"no-exit=;side=sell;stop=99", "stop must be above the limit 100, was 99"},
      {"no-exit=;stop=0", "stop" + money + "'0'"},
      {
        "no-exit=;max-hold-days=-1", "max-hold-days must be a whole number from 0 to 3650, was '-1'"
      },
      {
        "no-exit=;max-hold-days=1.5",
        "max-hold-days must be a whole number from 0 to 3650, was '1.5'"
      },
      {
        "no-exit=;max-hold-days=3651",
        "max-hold-days must be a whole number from 0 to 3650, was '3651'"
      },
      {"session-end=true", "no-exit must be false together with an exit, was true"},
      {"max-hold-days=0", "no-exit must be false together with an exit, was true"},
      {
        "no-exit=",
        "an exit must be given, none was: write take-profit, stop, max-hold-days or session-end, or"
            + " no-exit true to have none on purpose"
      },
    };
    for (String[] each : cases) {
      assertThat(files().problems("f.jsonl", json("id=good"), json(each[0]), json("id=last")))
          .as(each[0])
          .containsExactly("2: " + each[1]);
    }
  }

  /// A good row as JSON with some fields replaced, written `name=value;name=value`.
  private static String json(String replaced) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String field :
        ("id=x;symbol=AAPL;side=buy;quantity=1;limit=100;no-exit=true;" + replaced)
            .split(";", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    List<String> members = new ArrayList<>();
    fields.forEach((name, value) -> members.add("\"%s\":\"%s\"".formatted(name, value)));
    return "{" + String.join(",", members) + "}";
  }

  private IntentFiles files() {
    return new IntentFiles(folder);
  }
}
