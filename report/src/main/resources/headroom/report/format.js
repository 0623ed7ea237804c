// Numbers and times for people: a true minus, commas between thousands, UTC.

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const places = new Map();

function fixed(decimals) {
  if (!places.has(decimals)) {
    places.set(decimals, new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    }));
  }
  return places.get(decimals);
}

export function minus(text) {
  return text.replace('-', '\u2212');
}

export function count(value) {
  return minus(whole.format(value));
}

export function decimal(value, decimals) {
  return minus(fixed(decimals).format(value));
}

// An exact decimal text in cents, half to even; never by way of a binary fraction.
export function money(text) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) {
    return text;
  }
  const digits = (parts[3] || '').padEnd(3, '0');
  let cents = BigInt(parts[2]) * 100n + BigInt(digits.slice(0, 2));
  const rest = digits.slice(2).replace(/0+$/, '');
  if (rest > '5' || (rest === '5' && cents % 2n === 1n)) {
    cents += 1n;
  }
  const sign = parts[1] && cents !== 0n ? '\u2212' : '';
  const dollars = (cents / 100n).toLocaleString('en-US');
  return sign + dollars + '.' + String(cents % 100n).padStart(2, '0');
}

export function percent(fraction) {
  const value = fraction * 100;
  return decimal(value, Math.abs(value) < 10 ? 2 : 1) + ' %';
}

export function duration(seconds) {
  if (seconds < 60) {
    return decimal(seconds, seconds < 10 && seconds % 1 ? 1 : 0) + ' s';
  }
  if (seconds < 3600) {
    return decimal(seconds / 60, 1) + ' min';
  }
  return seconds < 172800 ? decimal(seconds / 3600, 1) + ' h' : decimal(seconds / 86400, 1) + ' d';
}

const UNITS = [[1e9, 'B'], [1e6, 'M'], [1e3, 'k']];

// How many decimals a step needs, so that no two ticks read alike.
function decimalsOf(step) {
  let decimals = 0;
  while (decimals < 8 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) {
    decimals += 1;
  }
  return decimals;
}

// Short enough for an axis; all of them in the same unit.
export function ticks(values) {
  const most = Math.max(...values.map((value) => Math.abs(value)));
  const step = values.length > 1 ? values[1] - values[0] : most;
  const [size, letter] = (most >= 10000 && UNITS.find(([unit]) => most >= unit)) || [1, ''];
  const decimals = decimalsOf(step / size);
  return values.map((value) => (value === 0 ? '0' : decimal(value / size, decimals) + letter));
}

// A value under the cursor, with its unit.
export function measure(value, unit) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (unit === '$') {
    return '$' + decimal(value, 2);
  }
  if (unit === '%') {
    return decimal(value, 2) + ' %';
  }
  return (Number.isInteger(value) ? count(value) : decimal(value, 2)) + ' ' + unit;
}

export function instant(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
}

export function csvField(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(csvField).join(',')).join('\n') + '\n';
}
