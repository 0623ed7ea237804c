import { csv, decimal, instant } from './format.js';
import { color, element, onTheme, saveText } from './theme.js';
import { picture } from './chart.js';

// Candles with limits, bands, orders, fills and steals, by Lightweight Charts.

const LAYERS = [
  ['limits', 'Limits and bands'],
  ['orders', 'Open orders'],
  ['fills', 'Fills'],
  ['steals', 'Steals'],
];

// Rectangles and lines behind the candles. Places between two candles are told by the logical
// scale, which has a place for every moment and not only for those that have a candle.
class Bands {
  constructor() {
    this.rectangles = [];
    this.lines = [];
  }

  attached({ chart, series, requestUpdate }) {
    this.chart = chart;
    this.series = series;
    this.update = requestUpdate;
  }

  set(rectangles, lines) {
    this.rectangles = rectangles;
    this.lines = lines;
    if (this.update) {
      this.update();
    }
  }

  paneViews() {
    return [{ zOrder: () => 'bottom', renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  draw(target) {
    target.useBitmapCoordinateSpace((scope) => {
      const across = scope.horizontalPixelRatio;
      const down = scope.verticalPixelRatio;
      const scale = this.chart.timeScale();
      const visible = scale.getVisibleLogicalRange();
      if (!visible) {
        return;
      }
      const first = visible.from - 1;
      const last = visible.to + 1;
      const x0 = scale.logicalToCoordinate(0);
      const pace = scale.logicalToCoordinate(1) - x0;
      const place = (at) => (x0 + at * pace) * across;
      const context = scope.context;
      for (const one of this.rectangles) {
        if (one.to >= first && one.from <= last) {
          const y1 = this.series.priceToCoordinate(one.low);
          const y2 = this.series.priceToCoordinate(one.high);
          if (y1 !== null && y2 !== null) {
            context.fillStyle = one.shade;
            context.fillRect(place(one.from), y2 * down,
              Math.max(1, place(one.to) - place(one.from)), (y1 - y2) * down);
          }
        }
      }
      for (const one of this.lines) {
        if (one.to >= first && one.from <= last) {
          const y = this.series.priceToCoordinate(one.price);
          if (y !== null) {
            context.strokeStyle = one.shade;
            context.lineWidth = one.width * down;
            context.setLineDash(one.dash ? one.dash.map((length) => length * across) : []);
            context.beginPath();
            context.moveTo(place(one.from), y * down);
            context.lineTo(Math.max(place(one.to), place(one.from) + 2 * across), y * down);
            context.stroke();
          }
        }
      }
      context.setLineDash([]);
    });
  }
}

// The last start that is not after a time; fractions are within a candle.
function index(starts, step, time) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low === 0) {
    return 0;
  }
  return low - 1 + Math.min(1, (time - starts[low - 1]) / step) - 0.5;
}

function candleOf(starts, step, time) {
  return starts[Math.max(0, Math.min(starts.length - 1, Math.floor(index(starts, step, time) + 0.5)))];
}

// An intent's time in stretches of one regime each.
function stretches(from, to, sessions) {
  const parts = [];
  let at = from;
  for (const [opens, closes] of sessions) {
    if (closes <= at) {
      continue;
    }
    if (opens >= to) {
      break;
    }
    if (opens > at) {
      parts.push([at, opens, false]);
    }
    parts.push([Math.max(at, opens), Math.min(to, closes), true]);
    at = Math.min(to, closes);
  }
  if (at < to) {
    parts.push([at, to, false]);
  }
  return parts;
}

export function pricesCard(prices) {
  const on = { limits: true, orders: true, fills: true, steals: true };
  const box = element('div', { class: 'price', role: 'img' });
  const keys = element('div', { class: 'legend' });
  const said = element('div', { class: 'legend', 'aria-live': 'off' });
  let current = 0;
  let chart = null;
  let series = null;
  let bands = null;
  let marked = null;

  const select = element('select', {
    'aria-label': 'Instrument',
    onchange: () => { current = select.selectedIndex; fill(); },
  }, ...prices.symbols.map((one) => element('option', {}, one.symbol)));
  const step = (by) => () => {
    current = (current + by + prices.symbols.length) % prices.symbols.length;
    select.selectedIndex = current;
    fill();
  };

  function create() {
    chart = LightweightCharts.createChart(box, {
      autoSize: true,
      localization: { locale: 'en-US', timeFormatter: instant },
      timeScale: { timeVisible: true, secondsVisible: false, rightOffset: 1, minBarSpacing: 0.05 },
      handleScroll: { mouseWheel: false, vertTouchDrag: false },
      handleScale: { mouseWheel: false },
      crosshair: { mode: 0 },
    });
    series = chart.addSeries(LightweightCharts.CandlestickSeries, { priceLineVisible: false, lastValueVisible: false });
    bands = new Bands();
    series.attachPrimitive(bands);
    marked = LightweightCharts.createSeriesMarkers(series, []);
    chart.subscribeCrosshairMove((event) => {
      const candle = event.seriesData.get(series);
      const places = prices.symbols[current].decimals;
      said.textContent = candle
        ? `${instant(candle.time)}   open ${decimal(candle.open, places)}   high ${decimal(candle.high, places)}   low ${decimal(candle.low, places)}   close ${decimal(candle.close, places)}`
        : '';
    });
    paint();
  }

  function paint() {
    chart.applyOptions({
      layout: {
        background: { type: 'solid', color: color('surface') },
        textColor: color('soft'), fontSize: 12, fontFamily: 'system-ui, sans-serif',
        attributionLogo: true,
      },
      grid: { vertLines: { color: color('grid') }, horzLines: { color: color('grid') } },
      rightPriceScale: { borderColor: color('line') },
      timeScale: { borderColor: color('line') },
    });
    // Hollow and filled, so that up and down are told apart without their colours.
    series.applyOptions({
      upColor: color('surface'), borderUpColor: color('s7'), wickUpColor: color('s7'),
      downColor: color('s7'), borderDownColor: color('s7'), wickDownColor: color('s7'),
    });
  }

  function fill() {
    const one = prices.symbols[current];
    box.setAttribute('aria-label', `Price of ${one.symbol} with limits, orders, fills and steals`);
    const starts = one.candles.map((candle) => candle[0]);
    series.applyOptions({ priceFormat: { type: 'price', precision: one.decimals, minMove: 10 ** -one.decimals } });
    series.setData(one.candles.map(([time, open, high, low, close]) =>
      ({ time: time + prices.from, open, high, low, close })));
    overlay(one, starts);
    chart.timeScale().fitContent();
    chart.priceScale('right').applyOptions({ autoScale: true });
  }

  function overlay(one, starts) {
    const at = (time) => index(starts, one.step, time);
    const rectangles = [];
    const lines = [];
    if (on.limits) {
      for (const [from, to, limit, side, own] of one.limits) {
        lines.push({ from: at(from), to: at(to), price: limit, shade: color('s1'), width: 1, dash: [3, 2] });
        for (const [begin, end, open] of stretches(from, to, prices.sessions)) {
          const ppm = own >= 0 ? own : open ? one.regularPpm : one.closedPpm;
          if (ppm > 0) {
            const edge = limit * (1 + (side * ppm) / 1e6);
            rectangles.push({ from: at(begin), to: at(end), low: Math.min(limit, edge), high: Math.max(limit, edge), shade: color('s1') + '1c' });
          }
        }
      }
    }
    if (on.orders) {
      for (const [from, to, limit, stole] of one.orders) {
        const edge = limit * (1 + prices.protectPpm / 1e6);
        rectangles.push({ from: at(from), to: at(to), low: limit, high: edge, shade: color('s1') + '59' });
        lines.push({ from: at(from), to: at(to), price: limit, shade: color(stole ? 's4' : 's1'), width: stole ? 4 : 3 });
      }
    }
    bands.set(rectangles, lines);
    const marks = [];
    const mark = (time, position, shape, shade) => marks.push({
      time: candleOf(starts, one.step, time) + prices.from, position, shape, color: color(shade), size: 1,
    });
    if (on.fills) {
      one.fills.forEach(([time, , side]) => (side > 0
        ? mark(time, 'belowBar', 'arrowUp', 's3') : mark(time, 'aboveBar', 'arrowDown', 's2')));
    }
    if (on.steals) {
      one.steals.forEach(([time, , sign]) => (sign > 0
        ? mark(time, 'belowBar', 'square', 's4') : mark(time, 'aboveBar', 'circle', 's6')));
    }
    marked.setMarkers(marks.sort((a, b) => a.time - b.time));
    tell(one);
  }

  function tell(one) {
    const parts = [
      ['▲ buy', one.fills.filter((fill) => fill[2] > 0).length, 's3', 2],
      ['▼ sell', one.fills.filter((fill) => fill[2] < 0).length, 's2', 2],
      ['■ took from others', one.steals.filter((steal) => steal[2] > 0).length, 's4', 3],
      ['● was taken from', one.steals.filter((steal) => steal[2] < 0).length, 's6', 3],
      ['┄ limits', one.limits.length, 's1', 0],
      ['━ open orders', one.orders.length, 's1', 1],
    ];
    keys.replaceChildren(...parts.map(([name, number, shade, kind]) => element('span', { class: 'key' },
      element('span', { style: `color:var(--${shade})` }, name), element('b', {}, String(number)),
      one.thinned[kind] > 1 ? ` (every ${one.thinned[kind]}th)` : '')));
    const minutes = one.step / 60;
    keys.append(element('span', { class: 'key' },
      `candles of ${minutes < 60 ? minutes + ' min' : minutes < 1440 ? minutes / 60 + ' h' : minutes / 1440 + ' d'}`));
  }

  function visible(factor) {
    const scale = chart.timeScale();
    const range = scale.getVisibleLogicalRange();
    if (range) {
      const middle = (range.from + range.to) / 2;
      const half = ((range.to - range.from) / 2) * factor;
      scale.setVisibleLogicalRange({ from: middle - half, to: middle + half });
    }
  }

  onTheme(() => {
    if (chart) {
      paint();
      const one = prices.symbols[current];
      overlay(one, one.candles.map((candle) => candle[0]));
    }
  });

  const button = (text, label, action) => element('button', { type: 'button', 'aria-label': label, onclick: action }, text);
  const tools = element('div', { class: 'tools' },
    button('‹', 'Previous instrument', step(-1)), select, button('›', 'Next instrument', step(1)),
    ...LAYERS.map(([name, title]) => element('label', {}, element('input', {
      type: 'checkbox', checked: true,
      onchange: (event) => {
        on[name] = event.target.checked;
        const one = prices.symbols[current];
        overlay(one, one.candles.map((candle) => candle[0]));
      },
    }), title)),
    button('+', 'Zoom in', () => visible(0.5)), button('−', 'Zoom out', () => visible(2)),
    button('All', 'Whole range of the price chart', () => chart.timeScale().fitContent()),
    button('CSV', 'CSV of candles', () => {
      const one = prices.symbols[current];
      saveText(`price-${one.symbol.replace(/[^A-Za-z0-9]+/g, '-')}.csv`, csv(['time', 'open', 'high', 'low', 'close'],
        one.candles.map(([time, ...rest]) => [new Date((time + prices.from) * 1000).toISOString().slice(0, 19) + 'Z', ...rest])));
    }),
    button('PNG', 'PNG of the price chart', () => {
      const one = prices.symbols[current];
      picture(chart.takeScreenshot(), one.symbol, [], `price-${one.symbol.replace(/[^A-Za-z0-9]+/g, '-')}`);
    }));
  return { tools, parts: [said, box, keys], draw: () => { create(); fill(); } };
}
