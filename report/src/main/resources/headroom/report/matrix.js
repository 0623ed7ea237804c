import { count, csv } from './format.js';
import { element, saveText } from './theme.js';

// Who steals from whom: the number is always there, the shade only helps the eye.

export function matrixCard(matrix) {
  const most = Math.max(1, ...matrix.counts.flat());
  const across = matrix.names.map((_, at) => matrix.counts.reduce((sum, row) => sum + row[at], 0));
  const total = across.reduce((sum, one) => sum + one, 0);
  const head = element('tr', {},
    element('th', { class: 'corner', scope: 'col' }, 'takes ↓ from →'),
    ...matrix.names.map((name) => element('th', { scope: 'col' }, name)),
    element('th', { scope: 'col', class: 'sum' }, 'all it took'));
  const rows = matrix.counts.map((row, at) => element('tr', {},
    element('th', { scope: 'row' }, matrix.names[at]),
    ...row.map((value, to) => element('td', {
      class: value ? null : 'none',
      title: `${matrix.names[at]} took ${count(value)} from ${matrix.names[to]}`,
      style: value ? `background:color-mix(in srgb, var(--s2) ${Math.round(8 + (47 * value) / most)}%, transparent)` : null,
    }, value ? count(value) : '·')),
    element('td', { class: 'sum' }, count(row.reduce((sum, one) => sum + one, 0)))));
  const foot = element('tr', {},
    element('th', { scope: 'row', class: 'sum' }, 'all that was taken'),
    ...across.map((value) => element('td', { class: 'sum' }, count(value))),
    element('td', { class: 'sum' }, count(total)));
  const tools = element('div', { class: 'tools' }, element('button', {
    type: 'button',
    'aria-label': 'CSV of who steals from whom',
    onclick: () => saveText('who-steals-from-whom.csv', csv(
      ['thief', ...matrix.names],
      matrix.counts.map((row, at) => [matrix.names[at], ...row]))),
  }, 'CSV'));
  return {
    tools,
    parts: [element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Who steals from whom' },
      element('table', { class: 'matrix' }, element('thead', {}, head), element('tbody', {}, ...rows, foot)))],
  };
}
