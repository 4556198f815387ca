// A lane a carrier, held stretches in the colour of their kind, and all lanes shaded where every carrier stood still.
const timeline = (() => {
  const canvas = byId('timeline'), overview = byId('overview'), tip = byId('tip'), picked = byId('picked');
  const margin = data.span * 0.02 + 1;
  const whole = { from: -margin, to: data.span + margin };
  const shortest = 0.1;
  const LANE_HEIGHT = 22, BAR = 16, HEAD = 24, AXIS = 22;
  const window_ = { ...whole };
  const laneStretches = data.lanes.map(() => []);
  const outages = [];
  data.stretches.forEach(s => (s[LANE] < 0 ? outages : laneStretches[s[LANE]]).push(s));
  const rows = layout();
  let chosen = null, dragFrom = null, dragTo = null;

  function layout() {
    const result = [];
    let y = AXIS, jvm = -1;
    const manyJvms = new Set(data.lanes.map(lane => lane[0])).size > 1;
    data.lanes.forEach((lane, index) => {
      if (manyJvms && lane[0] !== jvm) {
        result.push({ head: data.jvms[lane[0]], y });
        y += HEAD;
      }
      jvm = lane[0];
      result.push({ lane: index, jvm, name: lane[1], y });
      y += LANE_HEIGHT;
    });
    // An outage may be all that a JVM has: it gets a lane without a name of its own.
    if (data.lanes.length === 0) result.push({ lane: -1, jvm: -1, name: 'all carriers', y });
    result.height = (data.lanes.length === 0 ? y + LANE_HEIGHT : y) + 4;
    return result;
  }

  const width = () => Math.max(200, canvas.parentNode.clientWidth);
  const gutter = () => Math.min(150, Math.round(width() * 0.22));
  const x = at => gutter() + (at - window_.from) / (window_.to - window_.from) * (width() - gutter());
  const timeAt = px => window_.from + (px - gutter()) / (width() - gutter()) * (window_.to - window_.from);
  const inWindow = s => s[BEGIN] < window_.to && s[BEGIN] + s[MS] > window_.from;
  const styleOf = s => s[SNAG] < 0 ? 'quiet' : data.snags[s[SNAG]].style;

  function draw() {
    const colour = colours();
    const pen = sharp(canvas, width(), rows.height);
    drawAxis(pen, colour);
    let drawn = 0;
    rows.forEach(row => {
      if (row.head !== undefined) {
        pen.fillStyle = colour.quiet;
        pen.fillText(fitted(pen, row.head, width() - 8), 0, row.y + HEAD / 2 + 2);
        return;
      }
      pen.fillStyle = colour.sunk;
      pen.fillRect(gutter(), row.y + 3, width() - gutter(), BAR);
      outages.filter(s => (row.jvm < 0 || s[JVM] === row.jvm) && inWindow(s)).forEach(s => shade(pen, colour, row, s));
      if (row.lane >= 0) laneStretches[row.lane].filter(inWindow).forEach(s => { drawn += bar(pen, colour, row, s); });
      pen.fillStyle = colour.ink;
      pen.clearRect(0, row.y, gutter(), LANE_HEIGHT);
      pen.fillText(fitted(pen, row.name.replace('ForkJoinPool-1-', ''), gutter() - 10), 0, row.y + LANE_HEIGHT / 2);
    });
    if (dragFrom !== null && dragTo !== null) {
      pen.globalAlpha = 0.18;
      pen.fillStyle = colour.focus;
      pen.fillRect(Math.min(dragFrom, dragTo), AXIS, Math.abs(dragTo - dragFrom), rows.height - AXIS);
      pen.globalAlpha = 1;
    }
    drawOverview(colour);
    canvas.dataset.drawn = drawn;
    canvas.dataset.from = window_.from;
    canvas.dataset.to = window_.to;
    canvas.setAttribute('aria-label', `${drawn} holds on ${data.lanes.length} carriers, and ${outages.filter(inWindow).length} times in which all carriers stood still, from ${clock(window_.from)} to ${clock(window_.to)}`);
  }

  function drawAxis(pen, colour) {
    pen.textAlign = 'center';
    marks(window_.from, window_.to, (width() - gutter()) / 110).forEach(mark => {
      pen.fillStyle = colour.line;
      pen.fillRect(Math.round(x(mark.at)), AXIS - 4, 1, rows.height - AXIS);
      pen.fillStyle = colour.quiet;
      if (x(mark.at) > gutter() + 30 && x(mark.at) < width() - 30) pen.fillText(mark.text, x(mark.at), 8);
    });
    pen.textAlign = 'left';
  }

  function edges(s) {
    const left = Math.max(x(s[BEGIN]), gutter());
    return [left, Math.max(Math.min(x(s[BEGIN] + s[MS]), width()) - left, 2)];
  }

  function bar(pen, colour, row, s) {
    const [left, wide] = edges(s);
    const shown = isShown(s);
    pen.globalAlpha = shown ? 1 : 0.13;
    pen.fillStyle = colour[styleOf(s)];
    pen.beginPath();
    pen.roundRect(left, row.y + 3, wide, BAR, wide > 5 ? 3 : 0);
    pen.fill();
    pen.globalAlpha = 1;
    if (s[FLAGS] & ONGOING) {
      pen.fillStyle = colour.paper;
      pen.fillRect(left + wide - 3, row.y + 3, 1, BAR);
    }
    if (s === chosen || s[SNAG] >= 0 && s[SNAG] === view.picked) {
      pen.strokeStyle = colour.ink;
      pen.lineWidth = s === chosen ? 2.5 : 1.2;
      pen.strokeRect(left - 1, row.y + 2, wide + 2, BAR + 2);
    }
    return shown ? 1 : 0;
  }

  function shade(pen, colour, row, s) {
    const [left, wide] = edges(s);
    pen.save();
    pen.beginPath();
    pen.rect(left, row.y - 1, wide, LANE_HEIGHT + 1);
    pen.clip();
    pen.globalAlpha = isShown(s) ? 0.2 : 0.06;
    pen.fillStyle = pen.strokeStyle = colour.starved;
    pen.fillRect(left, row.y - 1, wide, LANE_HEIGHT + 1);
    pen.globalAlpha = isShown(s) ? 0.55 : 0.1;
    pen.lineWidth = 1;
    const slant = LANE_HEIGHT + 1;
    for (let at = Math.floor(left / 7) * 7 - slant; at < left + wide; at += 7) {
      pen.beginPath();
      pen.moveTo(at, row.y - 1 + slant);
      pen.lineTo(at + slant, row.y - 1);
      pen.stroke();
    }
    pen.restore();
  }

  function drawOverview(colour) {
    const wide = width(), high = 40, bins = new Float64Array(Math.ceil(wide / 2));
    const pen = sharp(overview, wide, high);
    const bin = (whole.to - whole.from) / bins.length;
    data.stretches.forEach(s => {
      if (s[LANE] < 0 || !isShown(s)) return;
      const first = (s[BEGIN] - whole.from) / bin, last = (s[BEGIN] + s[MS] - whole.from) / bin;
      for (let i = Math.max(0, Math.floor(first)); i <= Math.min(bins.length - 1, Math.floor(last)); i++) {
        bins[i] += Math.max(0.02, Math.min(last, i + 1) - Math.max(first, i));
      }
    });
    const most = bins.reduce((a, b) => Math.max(a, b), 1);
    pen.fillStyle = colour.sunk;
    pen.fillRect(0, 0, wide, high);
    pen.fillStyle = colour.quiet;
    bins.forEach((held, i) => { if (held > 0) pen.fillRect(i * 2, high - Math.max(2, held / most * (high - 4)), 2, high); });
    if (window_.from > whole.from || window_.to < whole.to) {
      const at = t => (t - whole.from) / (whole.to - whole.from) * wide;
      pen.globalAlpha = 0.6;
      pen.fillStyle = colour.paper;
      pen.fillRect(0, 0, at(window_.from), high);
      pen.fillRect(at(window_.to), 0, wide, high);
      pen.globalAlpha = 1;
      pen.strokeStyle = colour.focus;
      pen.lineWidth = 2;
      pen.strokeRect(at(window_.from), 1, Math.max(3, at(window_.to) - at(window_.from)), high - 2);
    }
  }

  function show(from, to) {
    const least = Math.max(to - from, shortest), wide = Math.min(least, whole.to - whole.from);
    window_.from = Math.max(whole.from, Math.min((from + to) / 2 - wide / 2, whole.to - wide));
    window_.to = window_.from + wide;
    draw();
  }

  function zoom(factor, around = (window_.from + window_.to) / 2) {
    show(around - (around - window_.from) * factor, around + (window_.to - around) * factor);
  }

  function pan(share) {
    const by = (window_.to - window_.from) * share;
    show(window_.from + by, window_.to + by);
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    const px = event.clientX - box.left, py = event.clientY - box.top;
    const row = rows.find(each => each.lane !== undefined && py >= each.y && py < each.y + LANE_HEIGHT);
    if (!row || px < gutter()) return null;
    const near = 3 * (window_.to - window_.from) / (width() - gutter());
    const hits = s => isShown(s) && timeAt(px) >= s[BEGIN] - near && timeAt(px) <= s[BEGIN] + s[MS] + near;
    const onLane = row.lane >= 0 ? laneStretches[row.lane].filter(hits) : [];
    return onLane.length > 0 ? onLane.at(-1) : outages.find(s => (row.jvm < 0 || s[JVM] === row.jvm) && hits(s)) || null;
  }

  function words(s) {
    const snag = s[SNAG] < 0 ? null : data.snags[s[SNAG]];
    const lines = [(snag ? snag.kind : 'of a snag that is not listed') + ', ' + span(s[MS]) + (s[FLAGS] & ONGOING ? ' so far, no end was written' : '')];
    if (snag) lines.push(snag.name);
    lines.push((s[THREAD] ? `virtual thread ${s[THREAD]}, ` : '') + 'from ' + clock(s[BEGIN]));
    if (s[LANE] >= 0) lines.push('on ' + data.lanes[s[LANE]][1]);
    if (s[TEST] >= 0) lines.push('test ' + data.tests[s[TEST]]);
    return lines;
  }

  function choose(s) {
    chosen = s;
    picked.replaceChildren();
    if (s) {
      picked.append(words(s).join(' · '));
      if (s[SNAG] >= 0) {
        const link = make('a', '', 'Go to its snag');
        link.href = '#snag-' + data.snags[s[SNAG]].id;
        link.addEventListener('click', event => { event.preventDefault(); openSnag(s[SNAG]); });
        picked.append(link);
      }
    }
    pick(s ? s[SNAG] : -1);
  }

  function step(by) {
    const shown = data.stretches.filter(isShown);
    if (shown.length === 0) return;
    const now = shown.indexOf(chosen);
    const next = shown[now < 0 ? (by > 0 ? 0 : shown.length - 1) : (now + by + shown.length) % shown.length];
    if (!inWindow(next)) show(next[BEGIN] - (window_.to - window_.from) / 2, next[BEGIN] + (window_.to - window_.from) / 2);
    choose(next);
  }

  function hint(event) {
    const s = dragFrom === null ? at(event) : null;
    tip.hidden = !s;
    if (!s) return;
    const [first, ...more] = words(s);
    tip.replaceChildren(make('b', '', first), ...more.map(line => make('div', '', line)));
    const box = canvas.closest('.figure').getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 8);
    tip.style.left = Math.max(4, left) + 'px';
    tip.style.top = event.clientY - box.top + 18 + 'px';
  }

  function setUp() {
    const px = event => Math.max(gutter(), event.clientX - canvas.getBoundingClientRect().left);
    canvas.addEventListener('pointerdown', event => { dragFrom = px(event); dragTo = null; canvas.setPointerCapture(event.pointerId); });
    canvas.addEventListener('pointermove', event => {
      if (dragFrom !== null && (dragTo !== null || Math.abs(px(event) - dragFrom) > 4)) {
        if (event.pointerType === 'touch') { pan(((dragTo ?? dragFrom) - px(event)) / (width() - gutter())); }
        dragTo = px(event);
        if (event.pointerType !== 'touch') draw();
      }
      hint(event);
    });
    canvas.addEventListener('pointerup', event => {
      const [from, to] = [dragFrom, dragTo];
      dragFrom = dragTo = null;
      if (from !== null && to !== null && event.pointerType !== 'touch') show(timeAt(Math.min(from, to)), timeAt(Math.max(from, to)));
      else if (to === null) choose(at(event));
    });
    canvas.addEventListener('pointercancel', () => { dragFrom = dragTo = null; draw(); });
    canvas.addEventListener('pointerleave', () => { tip.hidden = true; });
    canvas.addEventListener('dblclick', () => show(whole.from, whole.to));
    canvas.addEventListener('wheel', event => {
      if (event.ctrlKey || event.metaKey) { event.preventDefault(); zoom(Math.exp(event.deltaY / 300), timeAt(px(event))); }
      else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) { event.preventDefault(); pan((event.deltaX || event.deltaY) / width()); }
    }, { passive: false });
    canvas.addEventListener('keydown', event => {
      const keys = { ArrowLeft: () => pan(-0.2), ArrowRight: () => pan(0.2), '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2),
        0: () => show(whole.from, whole.to), Home: () => show(whole.from, whole.to), n: () => step(1), p: () => step(-1),
        Enter: () => chosen && chosen[SNAG] >= 0 && openSnag(chosen[SNAG]), Escape: () => choose(null) };
      if (!event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) { event.preventDefault(); keys[event.key](); }
    });
    const seek = event => {
      const box = overview.getBoundingClientRect();
      const middle = whole.from + (event.clientX - box.left) / box.width * (whole.to - whole.from);
      const half = Math.min(window_.to - window_.from, (whole.to - whole.from) / 5) / 2;
      show(middle - half, middle + half);
    };
    overview.addEventListener('pointerdown', event => { overview.setPointerCapture(event.pointerId); seek(event); });
    overview.addEventListener('pointermove', event => { if (event.buttons > 0) seek(event); });
    byId('zoom-in').addEventListener('click', () => zoom(0.5));
    byId('zoom-out').addEventListener('click', () => zoom(2));
    byId('zoom-all').addEventListener('click', () => show(whole.from, whole.to));
    new ResizeObserver(draw).observe(canvas.parentNode);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    drawers.push(draw);
  }

  function showSnag(snag) {
    const all = data.stretches.filter(s => s[SNAG] === snag);
    const longest = all.reduce((a, b) => b[MS] > a[MS] ? b : a, all[0]);
    if (longest) show(longest[BEGIN] - longest[MS] * 0.6, longest[BEGIN] + longest[MS] * 1.6);
    choose(longest || null);
    byId('time').scrollIntoView({ block: 'start' });
    canvas.focus({ preventScroll: true });
  }

  return { setUp, showSnag };
})();
