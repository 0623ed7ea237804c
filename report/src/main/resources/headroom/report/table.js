import { count, csv, decimal, duration, minus, money, percent } from './format.js';
import { element, saveText } from './theme.js';

// Tables that can be sorted and filtered, however many rows they have.

const FIRST_ROWS = 12;
const MORE_ROWS = 200;
const NUMBERS = new Set(['COUNT', 'BAR', 'MONEY', 'SHARE', 'NUMBER', 'SECONDS']);

function shown(value, cell) {
  if (value === null || value === undefined) {
    return '–';
  }
  switch (cell) {
    case 'COUNT': case 'BAR': return count(value);
    case 'MONEY': return money(value);
    case 'SHARE': return percent(value);
    case 'NUMBER': return decimal(value, 2);
    case 'SECONDS': return duration(value);
    case 'INTERVAL': return `${money(value[0])} to ${money(value[2])}`;
    default: return String(value);
  }
}

function key(value, cell) {
  if (value === null || value === undefined) {
    return NUMBERS.has(cell) || cell === 'INTERVAL' ? -Infinity : '';
  }
  return cell === 'TEXT' ? value : Number(cell === 'INTERVAL' ? value[1] : value);
}

function interval(value, from, to) {
  const space = 'http://www.w3.org/2000/svg';
  const place = (x) => 4 + (182 * (Number(x) - from)) / (to - from || 1);
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 190 18');
  svg.setAttribute('aria-hidden', 'true');
  const line = (x1, x2, y1, y2, width, shade) => {
    const made = document.createElementNS(space, 'line');
    for (const [name, number] of Object.entries({ x1, x2, y1, y2 })) {
      made.setAttribute(name, number);
    }
    made.setAttribute('stroke', `var(--${shade})`);
    made.setAttribute('stroke-width', width);
    svg.append(made);
  };
  line(place(0), place(0), 0, 18, 1, 'faint');
  line(place(value[0]), place(value[2]), 9, 9, 3, 's1');
  const dot = document.createElementNS(space, 'circle');
  dot.setAttribute('cx', place(value[1]));
  dot.setAttribute('cy', 9);
  dot.setAttribute('r', 4.5);
  dot.setAttribute('fill', 'var(--s1)');
  svg.append(dot);
  return svg;
}

function cellOf(value, column, bounds) {
  const number = NUMBERS.has(column.cell);
  const td = element('td', { class: number ? 'num' : 'name' });
  const text = shown(value, column.cell);
  if (column.cell === 'BAR' && value !== null) {
    const width = Math.round((90 * value) / (bounds.most || 1));
    td.className = 'num bar';
    td.append(element('span', {}, element('i', { style: `width:${width}px` }), text));
  } else if (column.cell === 'INTERVAL' && value) {
    td.className = 'interval';
    td.append(interval(value, bounds.from, bounds.to), ' ', text);
  } else {
    if (column.cell === 'MONEY' && value !== null) {
      td.title = minus(String(value));
    }
    if (!number && text.length > 28 && !text.includes(' ')) {
      td.classList.add('unbroken');
    }
    td.append(text);
  }
  return td;
}

function boundsOf(sheet, at) {
  const values = sheet.rows.map((row) => row[at]).filter((value) => value !== null);
  if (sheet.columns[at].cell === 'INTERVAL') {
    const ends = values.flatMap((value) => [Number(value[0]), Number(value[2]), 0]);
    return { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
  }
  return { most: values.reduce((most, value) => Math.max(most, Number(value) || 0), 0) };
}

export function sheetCsv(sheet) {
  return csv(
    sheet.columns.map((column) => column.name),
    sheet.rows.map((row) => row.map((value) => (Array.isArray(value) ? value.join(' ') : value))),
  );
}

// A table with its tools; `tools` is where the filter and the download go.
export function table(sheet, tools) {
  const bounds = sheet.columns.map((_, at) => boundsOf(sheet, at));
  const body = element('tbody');
  const more = element('div', { class: 'more', 'aria-live': 'polite' });
  const heads = [];
  const state = { sort: -1, down: false, filter: '', most: FIRST_ROWS };

  function rows() {
    const wanted = state.filter.toLowerCase();
    let chosen = sheet.rows;
    if (wanted) {
      chosen = chosen.filter((row) => row.some((value) =>
        value !== null && String(value).toLowerCase().includes(wanted)));
    }
    if (state.sort >= 0) {
      const cell = sheet.columns[state.sort].cell;
      const sign = state.down ? -1 : 1;
      chosen = [...chosen].sort((a, b) => {
        const left = key(a[state.sort], cell);
        const right = key(b[state.sort], cell);
        return left < right ? -sign : left > right ? sign : 0;
      });
    }
    return chosen;
  }

  function draw() {
    const chosen = rows();
    body.replaceChildren(...chosen.slice(0, state.most).map((row) =>
      element('tr', {}, ...row.map((value, at) => cellOf(value, sheet.columns[at], bounds[at])))));
    more.replaceChildren();
    if (chosen.length > state.most || state.filter) {
      const part = Math.min(state.most, chosen.length);
      more.append(`${count(part)} of ${count(sheet.rows.length)} rows`);
      if (chosen.length > state.most) {
        more.append(element('button', {
          type: 'button',
          onclick: () => { state.most += MORE_ROWS; draw(); },
        }, `Show ${count(Math.min(MORE_ROWS, chosen.length - state.most))} more`));
      }
    }
    heads.forEach((head, at) => {
      head.setAttribute('aria-sort',
        at !== state.sort ? 'none' : state.down ? 'descending' : 'ascending');
      head.querySelector('span').textContent = at !== state.sort ? '' : state.down ? ' ↓' : ' ↑';
    });
  }

  const head = element('tr');
  sheet.columns.forEach((column, at) => {
    const th = element('th',
      { scope: 'col', class: NUMBERS.has(column.cell) ? 'num' : null, title: column.help || null },
      element('button', {
        type: 'button',
        onclick: () => {
          state.down = state.sort === at ? !state.down : NUMBERS.has(column.cell);
          state.sort = at;
          draw();
        },
      }, column.name, element('span', { 'aria-hidden': 'true' })));
    heads.push(th);
    head.append(th);
  });
  if (sheet.rows.length > FIRST_ROWS) {
    tools.prepend(element('input', {
      type: 'search',
      placeholder: 'Filter',
      'aria-label': `Filter ${sheet.title}`,
      oninput: (event) => { state.filter = event.target.value; state.most = FIRST_ROWS; draw(); },
    }));
  }
  tools.append(element('button', {
    type: 'button',
    'aria-label': `CSV of ${sheet.title}`,
    onclick: () => saveText(sheet.id + '.csv', sheetCsv(sheet)),
  }, 'CSV'));
  draw();
  const wide = sheet.columns.length > 3 ? 'wide' : null;
  return element('div', {},
    element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': sheet.title },
      element('table', { class: wide }, element('thead', {}, head), body)),
    more);
}
