'use strict';
// What the report says, what of it is to be seen, and who draws it. Nothing here touches the page but to read the data.
const data = JSON.parse(document.getElementById('snag-data').textContent);
const LANE = 0, BEGIN = 1, MS = 2, SNAG = 3, FLAGS = 4, JVM = 5, THREAD = 6, TEST = 7;
const ONGOING = 1;

const view = { kinds: new Set(), text: '', state: '', test: -1, picked: -1, shown: data.snags.map(() => true) };
// Each is told whether the filter has changed, or only what is picked.
const drawers = [];

function changed() {
  view.shown = data.snags.map(passes);
  drawers.forEach(draw => draw(true));
}

function passes(snag) {
  return (view.kinds.size === 0 || view.kinds.has(snag.kind))
      && (view.state === '' || view.state === snag.state)
      && (view.test < 0 || snag.tests.includes(view.test))
      && view.text.split(/\s+/).every(word => snag.words.toLowerCase().includes(word));
}

function isShown(stretch) {
  const snag = stretch[SNAG];
  const filtered = view.kinds.size > 0 || view.state !== '' || view.text !== '' || view.test >= 0;
  if (snag < 0) return !filtered;
  return view.shown[snag] && (view.test < 0 || stretch[TEST] === view.test);
}

function pick(snag) {
  view.picked = snag;
  drawers.forEach(draw => draw(false));
}

// The same as the text reports have it.
function span(ms) {
  const cut = (value, digits) => String(Number(value.toFixed(digits)));
  if (ms < 10) return cut(ms, 3) + ' ms';
  if (ms < 100) return cut(ms, 1) + ' ms';
  if (ms < 10000) return cut(ms, 0) + ' ms';
  if (ms < 600000) return cut(ms / 1000, 1) + ' s';
  return ms < 7200000 ? cut(ms / 60000, 1) + ' min' : cut(ms / 3600000, 1) + ' h';
}

function clock(ms, digits = 3) {
  const text = new Date(data.origin + ms).toISOString().slice(11, 23);
  return digits === 0 ? text.slice(0, 8) : text.slice(0, 9 + digits);
}

function byId(id) {
  return document.getElementById(id);
}

function make(name, style, text) {
  const element = document.createElement(name);
  if (style) element.className = style;
  if (text !== undefined) element.textContent = text;
  return element;
}
