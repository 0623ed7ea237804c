import { element, isDark, setTheme } from './theme.js';
import { table } from './table.js';
import { chartCard, extend, wholeRange, zoom } from './chart.js';
import { matrixCard } from './matrix.js';
import { pricesCard } from './prices.js';

// Puts the report together from its data.

const report = JSON.parse(document.getElementById('data').textContent);
const DAY = 86400;

function card(width, title, note, made) {
  return element('div', { class: `card ${width}` },
    element('div', { class: 'head' },
      element('div', {}, element('h3', {}, title), note ? element('p', { class: 'note' }, note) : null),
      made.tools),
    ...made.parts);
}

function make(one, drawn) {
  const width = one.width.toLowerCase();
  if (one.what === 'CHART') {
    const chart = report.charts.find((other) => other.id === one.id);
    const made = chartCard(chart, width === 'full' ? 250 : 230);
    drawn.push(made.draw);
    return card(width, chart.title, chart.note, made);
  }
  if (one.what === 'SHEET') {
    const sheet = report.sheets.find((other) => other.id === one.id);
    const tools = element('div', { class: 'tools' });
    const made = card(width, sheet.title, sheet.note, { tools, parts: [table(sheet, tools)] });
    made.classList.add('long');
    return made;
  }
  if (one.what === 'MATRIX') {
    const folded = report.matrix.folded;
    return card(width, 'Who steals from whom',
      'Confirmed cancels: the row took from the column.'
        + (folded ? ` ${folded} instruments with fewer are together in the last.` : ''),
      matrixCard(report.matrix));
  }
  const made = pricesCard(report.prices);
  drawn.push(made.draw);
  const left = report.prices.leftOut;
  return card(width, 'Price',
    'Times in UTC. Drag to move, pinch or use + and − to zoom.'
      + (left ? ` ${left} more instruments have no chart, for want of intents or room.` : ''), made);
}

function header() {
  const theme = element('button', {
    type: 'button',
    onclick: () => { setTheme(isDark() ? 'light' : 'dark'); name(); },
  });
  const name = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; theme.setAttribute('aria-label', `Switch to ${theme.textContent.toLowerCase()} colours`); };
  name();
  const period = (text, days) => element('button', {
    type: 'button',
    'aria-label': days ? `Show the last ${text}` : 'Show the whole period',
    onclick: () => {
      const all = wholeRange();
      zoom(days ? all.max - days * DAY : all.min, all.max);
    },
  }, text);
  const timed = report.charts.some((chart) => !chart.labels.length);
  document.getElementById('top').append(
    element('div', { class: 'row' },
      element('div', { class: 'names' }, element('h1', {}, report.title), element('p', {}, report.subtitle)),
      timed ? element('div', { class: 'tools', role: 'group', 'aria-label': 'Period of the charts over time' },
        period('All', 0), period('3 months', 91), period('1 month', 30), period('1 week', 7)) : null,
      element('div', { class: 'tools' }, theme,
        element('button', { type: 'button', onclick: () => print() }, 'Print'))),
    element('nav', { 'aria-label': 'Sections' },
      ...report.sections.map((one) => element('a', { href: '#' + one.id }, one.title))));
}

function top() {
  const parts = [];
  if (report.warning) {
    parts.push(element('p', { class: 'warning', role: 'alert' }, report.warning));
  }
  if (report.headline.length) {
    parts.push(element('dl', { class: 'tiles' }, ...report.headline.map((tile) =>
      element('div', { class: 'tile' },
        element('dt', {}, tile.label),
        element('dd', { class: 'value' + (tile.sign > 0 ? ' gain' : tile.sign < 0 ? ' loss' : '') }, tile.value),
        element('dd', { class: 'detail' }, tile.detail)))));
  }
  if (report.diagnosis.length) {
    parts.push(element('div', { class: 'diagnosis' }, element('h2', {}, 'In short'),
      element('ul', {}, ...report.diagnosis.map((sentence) => element('li', {}, sentence)))));
  }
  return parts;
}

function start() {
  report.charts.filter((chart) => !chart.labels.length).forEach((chart) => {
    chart.stepped = chart.kind !== 'POINTS';
    extend(chart.xs[0], chart.xs[chart.xs.length - 1]);
  });
  header();
  const drawn = [];
  document.getElementById('main').append(...top(), ...report.sections.map((one) =>
    element('section', { id: one.id },
      element('h2', {}, one.title),
      one.intro ? element('p', {}, one.intro) : null,
      element('div', { class: 'cards' }, ...one.cards.map((other) => make(other, drawn))))));
  drawn.forEach((draw) => draw());
  let before = null;
  addEventListener('beforeprint', () => { before = document.documentElement.dataset.theme || ''; setTheme('light'); });
  addEventListener('afterprint', () => setTheme(before));
  requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; });
}

start();
