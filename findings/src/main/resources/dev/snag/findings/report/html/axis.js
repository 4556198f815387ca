// Where the marks of a time axis stand, and how exact their words are.
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 15000, 30000, 60000, 120000, 300000, 600000,
  900000, 1800000, 3600000, 7200000, 21600000, 43200000, 86400000];

function marks(from, to, room) {
  const wanted = (to - from) / Math.max(1, room);
  const day = 86400000;
  const step = STEPS.find(each => each >= wanted) || Math.ceil(wanted / day) * day;
  const result = [];
  for (let at = Math.ceil((data.origin + from) / step) * step - data.origin; at <= to; at += step) {
    result.push({ at, text: clock(at, step >= 1000 ? 0 : step >= 100 ? 1 : step >= 10 ? 2 : 3) });
  }
  return result;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const named = {};
  for (const name of ['paper', 'surface', 'sunk', 'line', 'ink', 'quiet', 'focus', 'pinned', 'monitor', 'call', 'init', 'cpu', 'starved']) {
    named[name] = style.getPropertyValue('--' + name).trim();
  }
  return named;
}

// A canvas whose pixels are those of the screen.
function sharp(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + 'px';
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = '12px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  return pen;
}

function fitted(pen, text, width) {
  if (pen.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && pen.measureText('…' + cut).width > width) cut = cut.slice(1);
  return '…' + cut;
}
