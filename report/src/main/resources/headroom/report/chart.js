import { csv, instant, measure, ticks } from './format.js';
import { color, element, onTheme, save, saveText, seriesColor } from './theme.js';
import { table } from './table.js';

// Charts over time and bars, by uPlot. All that are over time show the same stretch of it.

const DAY_SECONDS = 86400;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const plots = [];
const span = { min: Infinity, max: -Infinity };
const view = { min: null, max: null };
let moving = false;

export function extend(from, to) {
  span.min = Math.min(span.min, from);
  span.max = Math.max(span.max, to);
}

export function wholeRange() {
  return { ...span };
}

export function zoom(min, max) {
  if (moving) {
    return;
  }
  moving = true;
  view.min = Math.max(span.min, min);
  view.max = Math.min(span.max, max);
  plots.filter((one) => one.timed).forEach((one) => one.plot.setScale('x', view));
  moving = false;
}

function rgba(name, alpha) {
  return name + Math.round(alpha * 255).toString(16).padStart(2, '0');
}

// Areas stand upon each other: what is drawn is the sum so far, what is said is the part.
function stacked(series) {
  const sums = [];
  series.forEach((one, at) => {
    sums.push(one.isLimit ? one.values : one.values.map((value, i) => {
      const below = at > 0 && !series[at - 1].isLimit ? sums[at - 1][i] || 0 : 0;
      return value === null ? null : value + below;
    }));
  });
  return sums;
}

function marks(shape, shade) {
  return (plot, at, from, to) => {
    const context = plot.ctx;
    const size = 3.6 * devicePixelRatio;
    context.save();
    context.fillStyle = rgba(shade, 0.75);
    context.beginPath();
    for (let i = from; i <= to; i++) {
      const value = plot.data[at][i];
      if (value !== null && value !== undefined) {
        const x = plot.valToPos(plot.data[0][i], 'x', true);
        const y = plot.valToPos(value, 'y', true);
        if (shape === 'round') {
          context.moveTo(x + size, y);
          context.arc(x, y, size, 0, 2 * Math.PI);
        } else {
          context.moveTo(x, y - 1.2 * size);
          context.lineTo(x + 1.2 * size, y + size);
          context.lineTo(x - 1.2 * size, y + size);
          context.closePath();
        }
      }
    }
    context.fill();
    context.restore();
    return null;
  };
}

function seriesOf(chart) {
  const step = uPlot.paths.stepped({ align: 1 });
  return chart.series.map((one, at) => {
    const shade = one.isLimit ? color('limit') : seriesColor(at);
    const base = { label: one.name, stroke: shade, width: 2, points: { show: false } };
    switch (chart.kind) {
      case 'AREA': return { ...base, width: 1.5, fill: rgba(shade, 0.22), paths: chart.slots ? step : null };
      case 'STACK':
        return one.isLimit
          ? { ...base, dash: [7, 4], width: 1.5, paths: step }
          : { ...base, width: 0, fill: rgba(shade, 0.62), paths: chart.slots ? step : null };
      case 'POINTS': return { ...base, paths: marks(at === 0 ? 'round' : 'triangle', shade) };
      case 'BARS': return { ...base, width: 0, fill: shade, paths: uPlot.paths.bars({ size: [0.78, 56] }) };
      default: return { ...base, width: at === 0 ? 2 : 1.5, dash: at === 0 ? undefined : at % 2 ? [6, 4] : [2, 3] };
    }
  });
}

function bandsOf(chart) {
  if (chart.kind !== 'STACK') {
    return [];
  }
  const bands = [];
  for (let at = chart.series.length - 1; at > 0; at--) {
    if (!chart.series[at].isLimit) {
      bands.push({ series: [at + 1, at] });
    }
  }
  return bands;
}

// UTC, day before month in words, the year where it changes.
function moment(seconds, at, step) {
  const date = new Date(seconds * 1000);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  const clock = date.toISOString().slice(11, 16);
  if (step >= DAY_SECONDS) {
    const first = at === 0 || (date.getUTCMonth() === 0 && date.getUTCDate() <= step / DAY_SECONDS);
    return first ? `${day}\n${date.getUTCFullYear()}` : day;
  }
  return at === 0 || clock === '00:00' ? `${clock}\n${day}` : clock;
}

function axes(chart, width) {
  const look = {
    stroke: color('soft'),
    font: '12px system-ui, sans-serif',
    grid: { stroke: color('grid'), width: 1 },
    ticks: { stroke: color('grid'), width: 1, size: 4 },
  };
  const x = { ...look };
  if (chart.labels.length) {
    const room = (width - 70) / chart.labels.length;
    const longest = Math.max(...chart.labels.map((label) => label.length)) * 7;
    const every = Math.max(1, Math.ceil((longest + 6) / room));
    Object.assign(x, {
      grid: { show: false },
      size: 30,
      splits: () => chart.xs.filter((_, at) => at % every === 0),
      values: (_, splits) => splits.map((at) => chart.labels[at]),
    });
  } else {
    x.space = 80;
    x.values = (_, splits, __, ___, step) => splits.map((seconds, at) => moment(seconds, at, step));
  }
  const y = {
    ...look,
    label: chart.unit === '$' ? 'dollars' : chart.unit === '%' ? 'per cent' : chart.unit,
    labelFont: '12px system-ui, sans-serif',
    labelSize: 18,
    labelGap: 2,
    size: 58,
    space: 34,
    values: (_, splits) => ticks(splits),
  };
  return [x, y];
}

function range(chart) {
  return (_, low, high) => {
    if (low === null || high === null) {
      return [0, 1];
    }
    if (chart.kind === 'LINES') {
      const room = (high - low || Math.abs(high) || 1) * 0.06;
      return [low - room, high + room];
    }
    if (high <= 0 && low < 0) {
      return [low * 1.06, 0];
    }
    return [Math.min(0, low * 1.06), (high || 1) * 1.06];
  };
}

function legend(chart, where) {
  const values = chart.series.map(() => element('b'));
  const moment = element('span');
  const keys = chart.series.map((one, at) => {
    const shade = one.isLimit ? 'limit' : `s${(at % 7) + 1}`;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 12');
    svg.setAttribute('aria-hidden', 'true');
    const kinds = {
      POINTS: at === 0 ? 'M12 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0' : 'M8 1L14 11L2 11Z',
      LINES: 'M0 6H16',
    };
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const lined = one.isLimit || chart.kind === 'LINES';
    path.setAttribute('d', lined ? kinds.LINES : kinds[chart.kind] || 'M1 1H15V11H1Z');
    path.setAttribute('style', lined
      ? `stroke:var(--${shade});stroke-width:2.5;fill:none;stroke-dasharray:${one.isLimit || at % 2 ? '5 3' : 'none'}`
      : `fill:var(--${shade})`);
    svg.append(path);
    return element('span', { class: 'key' }, svg, one.name, values[at]);
  });
  where.append(moment, ...(chart.kind === 'BARS' ? [element('span', { class: 'key' }, values[0])] : keys));
  return (at) => {
    const none = at === null || at === undefined;
    moment.textContent = none ? '' : chart.labels.length ? chart.labels[at] : instant(chart.xs[at]);
    chart.series.forEach((one, i) => {
      values[i].textContent = none ? '' : measure(one.values[at], chart.unit);
    });
  };
}

export function chartCsv(chart) {
  const timed = !chart.labels.length;
  return csv(
    [timed ? 'time' : 'label', ...chart.series.map((one) => one.name)],
    chart.xs.map((x, at) => [
      timed ? new Date(x * 1000).toISOString().slice(0, 19) + 'Z' : chart.labels[at],
      ...chart.series.map((one) => one.values[at]),
    ]),
  );
}

// The canvas with title and legend, as a picture of its own.
export function picture(canvas, title, names, name) {
  const ratio = devicePixelRatio;
  const made = document.createElement('canvas');
  made.width = canvas.width + 32 * ratio;
  made.height = canvas.height + 84 * ratio;
  const context = made.getContext('2d');
  context.fillStyle = color('surface');
  context.fillRect(0, 0, made.width, made.height);
  context.fillStyle = color('text');
  context.font = `600 ${16 * ratio}px system-ui, sans-serif`;
  context.fillText(title, 16 * ratio, 28 * ratio);
  context.drawImage(canvas, 16 * ratio, 42 * ratio);
  context.font = `${12 * ratio}px system-ui, sans-serif`;
  let x = 16 * ratio;
  names.forEach((one) => {
    context.fillStyle = one.shade;
    context.fillRect(x, made.height - 26 * ratio, 12 * ratio, 12 * ratio);
    context.fillStyle = color('text');
    context.fillText(one.name, x + 17 * ratio, made.height - 16 * ratio);
    x += context.measureText(one.name).width + 36 * ratio;
  });
  made.toBlob((blob) => save(name + '.png', blob), 'image/png');
}

function dataTable(chart) {
  const timed = !chart.labels.length;
  const numbers = chart.unit === '%' || chart.unit === '$' || chart.kind === 'AREA' ? 'NUMBER' : 'COUNT';
  return {
    id: chart.id,
    title: chart.title,
    columns: [
      { name: timed ? 'time, UTC' : 'bin', cell: 'TEXT' },
      ...chart.series.map((one) => ({ name: `${one.name}, ${chart.unit}`, cell: numbers })),
    ],
    rows: chart.xs.map((x, at) => [
      timed ? instant(x).slice(0, 16) : chart.labels[at],
      ...chart.series.map((one) => one.values[at]),
    ]),
  };
}

export function chartCard(chart, height) {
  const timed = !chart.labels.length;
  chart.slots = timed && chart.kind !== 'LINES' && chart.xs.length > 1 && chart.stepped;
  const box = element('div', { class: 'plot', role: 'img', 'aria-label': `${chart.title}. ${chart.note}` });
  const keys = element('div', { class: 'legend' });
  const say = legend(chart, keys);
  const under = element('div');
  const one = { timed, plot: null };
  const data = [chart.xs, ...(chart.kind === 'STACK' ? stacked(chart.series) : chart.series.map((s) => s.values))];

  function draw() {
    const width = Math.max(260, box.clientWidth);
    if (one.plot) {
      one.plot.destroy();
    }
    one.plot = new uPlot({
      width,
      height,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: { show: false },
      scales: {
        x: timed
          ? { time: true, range: () => [view.min ?? span.min, view.max ?? span.max] }
          : { time: false, range: () => [-0.6, chart.xs.length - 0.4] },
        y: { range: range(chart) },
      },
      axes: axes(chart, width),
      series: [{}, ...seriesOf(chart)],
      bands: bandsOf(chart),
      cursor: {
        drag: { x: timed, y: false, setScale: false },
        points: { show: chart.kind !== 'POINTS' && chart.kind !== 'BARS' },
        sync: timed ? { key: 'time', setSeries: false } : undefined,
        y: false,
      },
      hooks: {
        setCursor: [(plot) => say(plot.cursor.idx)],
        setSelect: [(plot) => {
          if (timed && plot.select.width > 4) {
            const from = plot.posToVal(plot.select.left, 'x');
            const to = plot.posToVal(plot.select.left + plot.select.width, 'x');
            plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
            zoom(from, to);
          }
        }],
      },
    }, data, box);
    one.plot.over.addEventListener('dblclick', () => timed && zoom(span.min, span.max));
  }

  plots.push(one);
  onTheme(draw);
  let width = 0;
  new ResizeObserver(() => {
    if (box.clientWidth && box.clientWidth !== width) {
      width = box.clientWidth;
      if (one.plot) {
        draw();
      }
    }
  }).observe(box);

  const toggle = element('button', {
    type: 'button', 'aria-pressed': 'false', 'aria-label': `Table of ${chart.title}`,
    onclick: () => {
      const open = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(open));
      under.replaceChildren();
      if (open) {
        const tools = element('div', { class: 'tools' });
        const made = table(dataTable(chart), tools);
        under.append(made);
      }
    },
  }, 'Table');
  const tools = element('div', { class: 'tools' }, toggle,
    element('button', {
      type: 'button', 'aria-label': `CSV of ${chart.title}`,
      onclick: () => saveText(chart.id + '.csv', chartCsv(chart)),
    }, 'CSV'),
    element('button', {
      type: 'button', 'aria-label': `PNG of ${chart.title}`,
      onclick: () => picture(one.plot.ctx.canvas, chart.title,
        chart.series.map((s, at) => ({ name: s.name, shade: s.isLimit ? color('limit') : seriesColor(at) })),
        chart.id),
    }, 'PNG'));
  return { tools, parts: [box, keys, under], draw };
}
