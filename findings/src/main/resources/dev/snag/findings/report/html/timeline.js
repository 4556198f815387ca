// Which part of the time is shown, and what pointer and keys do with it.
const timeline = (() => {
  const canvas = byId('timeline'), overview = byId('overview'), tip = byId('tip'), picked = byId('picked');
  const SHORTEST = 0.1;
  const whole = held();
  const part = { ...whole };
  let chosen = null, drag = null;

  // From the first hold to the last, with some room; a JVM may have run for hours before and after.
  function held() {
    const from = data.stretches.reduce((least, s) => Math.min(least, s[BEGIN]), data.span);
    const to = data.stretches.reduce((most, s) => Math.max(most, s[BEGIN] + s[MS]), 0);
    const longest = data.stretches.reduce((most, s) => Math.max(most, s[MS]), 0);
    const room = Math.max((to - from) * 0.02, longest * 0.25, 5);
    return { from: from - room, to: Math.max(from, to) + room };
  }

  function scale() {
    const width = Math.max(200, canvas.parentNode.clientWidth);
    const gutter = Math.min(150, Math.round(width * 0.22));
    const perMs = (width - gutter) / (part.to - part.from);
    const x = at => gutter + (at - part.from) * perMs;
    return {
      width, gutter, perMs, x,
      timeAt: px => part.from + (px - gutter) / perMs,
      sees: s => s[BEGIN] < part.to && s[BEGIN] + s[MS] > part.from,
      edges: s => {
        const left = Math.round(Math.max(x(s[BEGIN]), gutter));
        return [left, Math.max(Math.round(Math.min(x(s[BEGIN] + s[MS]), width)) - left, 2)];
      },
    };
  }

  function draw() {
    const colour = colours(), now = scale();
    const pen = sharp(canvas, now.width, lanes.height);
    drawAxis(pen, colour, now);
    const painted = lanes.paint(pen, colour, now, chosen);
    if (drag && drag.to !== null) {
      pen.globalAlpha = 0.18;
      pen.fillStyle = colour.focus;
      pen.fillRect(Math.min(drag.from, drag.to), AXIS, Math.abs(drag.to - drag.from), lanes.height - AXIS);
    }
    // Above the lanes and as wide as they are, so that the whole time stands over the whole time.
    const wide = now.width - now.gutter;
    Object.assign(overview.style, { width: `${wide}px`, marginLeft: `${now.gutter}px` });
    paintOverview(overview, colour, wide, whole, part);
    Object.assign(canvas.dataset, { drawn: painted, from: part.from, to: part.to });
    canvas.setAttribute('aria-label', `${painted} holds on ${data.lanes.length} carriers, and all carriers standing still `
      + `${lanes.outages.filter(now.sees).length} times, from ${clock(part.from)} to ${clock(part.to)}`);
  }

  function drawAxis(pen, colour, now) {
    pen.textAlign = 'center';
    marks(part.from, part.to, (now.width - now.gutter) / 110).forEach(mark => {
      const at = Math.round(now.x(mark.at));
      pen.fillStyle = colour.line;
      pen.fillRect(at, AXIS - 4, 1, lanes.height - AXIS);
      pen.fillStyle = colour.quiet;
      if (at > now.gutter + 30 && at < now.width - 30) pen.fillText(mark.text, at, 8);
    });
    pen.textAlign = 'left';
  }

  function show(from, to) {
    const wide = Math.min(Math.max(to - from, SHORTEST), whole.to - whole.from);
    part.from = Math.max(whole.from, Math.min((from + to) / 2 - wide / 2, whole.to - wide));
    part.to = part.from + wide;
    draw();
  }

  const all = () => show(whole.from, whole.to);
  const zoom = (factor, around = (part.from + part.to) / 2) =>
    show(around - (around - part.from) * factor, around + (part.to - around) * factor);
  const pan = share => {
    const by = (part.to - part.from) * share;
    show(part.from + by, part.to + by);
  };

  function words(s) {
    const snag = s[SNAG] < 0 ? null : data.snags[s[SNAG]];
    const lines = [(snag ? snag.kind : 'of a snag that is not listed') + ', ' + span(s[MS])
      + (s[FLAGS] & ONGOING ? ' so far, no end was written' : '')];
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
      if (s[SNAG] >= 0) picked.append(linkTo(s[SNAG]));
    }
    pick(s ? s[SNAG] : -1);
  }

  function step(by) {
    const shown = data.stretches.filter(isShown);
    if (shown.length === 0) return;
    const now = shown.indexOf(chosen);
    const next = shown[now < 0 ? (by > 0 ? 0 : shown.length - 1) : (now + by + shown.length) % shown.length];
    const half = (part.to - part.from) / 2;
    if (!scale().sees(next)) show(next[BEGIN] - half, next[BEGIN] + half);
    choose(next);
  }

  const px = event => event.clientX - canvas.getBoundingClientRect().left;
  const under = event => lanes.at(scale(), px(event), event.clientY - canvas.getBoundingClientRect().top);

  function hint(event) {
    const s = drag && drag.to !== null ? null : under(event);
    tip.hidden = !s;
    if (!s) return;
    const [first, ...more] = words(s);
    tip.replaceChildren(make('b', '', first), ...more.map(line => make('div', '', line)));
    const box = canvas.closest('.figure').getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 8)) + 'px';
    tip.style.top = event.clientY - box.top + 18 + 'px';
  }

  function pointerMoved(event) {
    const at = Math.max(scale().gutter, px(event));
    if (drag && (drag.to !== null || Math.abs(at - drag.from) > 4)) {
      const before = drag.to ?? drag.from;
      drag.to = at;
      // A finger moves the picture, a mouse marks a part of it.
      if (event.pointerType === 'touch') pan((before - at) / (scale().width - scale().gutter));
      else draw();
    }
    hint(event);
  }

  function pointerUp(event) {
    const done = drag;
    drag = null;
    if (!done) return;
    if (done.to === null) choose(under(event));
    else if (event.pointerType !== 'touch') {
      const now = scale();
      show(now.timeAt(Math.min(done.from, done.to)), now.timeAt(Math.max(done.from, done.to)));
    }
  }

  function wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(event.deltaY / 300), scale().timeAt(px(event)));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      pan((event.deltaX || event.deltaY) / scale().width);
    }
  }

  function keyDown(event) {
    const act = {
      ArrowLeft: () => pan(-0.2), ArrowRight: () => pan(0.2), '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2),
      0: all, Home: all, n: () => step(1), p: () => step(-1), Escape: () => choose(null),
      Enter: () => { if (chosen && chosen[SNAG] >= 0) openSnag(chosen[SNAG]); },
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  }

  function seek(event) {
    const box = overview.getBoundingClientRect();
    const middle = whole.from + (event.clientX - box.left) / box.width * (whole.to - whole.from);
    const half = Math.min(part.to - part.from, (whole.to - whole.from) / 5) / 2;
    show(middle - half, middle + half);
  }

  function setUp() {
    canvas.addEventListener('pointerdown', event => {
      drag = { from: Math.max(scale().gutter, px(event)), to: null };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', pointerMoved);
    canvas.addEventListener('pointerup', pointerUp);
    canvas.addEventListener('pointercancel', () => { drag = null; draw(); });
    canvas.addEventListener('pointerleave', () => { tip.hidden = true; });
    canvas.addEventListener('dblclick', all);
    canvas.addEventListener('wheel', wheel, { passive: false });
    canvas.addEventListener('keydown', keyDown);
    overview.addEventListener('pointerdown', event => { overview.setPointerCapture(event.pointerId); seek(event); });
    overview.addEventListener('pointermove', event => { if (event.buttons > 0) seek(event); });
    byId('zoom-in').addEventListener('click', () => zoom(0.5));
    byId('zoom-out').addEventListener('click', () => zoom(2));
    byId('zoom-all').addEventListener('click', all);
    new ResizeObserver(draw).observe(canvas.parentNode);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    drawers.push(draw);
  }

  function showSnag(snag) {
    const own = data.stretches.filter(s => s[SNAG] === snag);
    const longest = own.reduce((a, b) => b[MS] > a[MS] ? b : a, own[0]);
    if (longest) show(longest[BEGIN] - longest[MS] * 0.6, longest[BEGIN] + longest[MS] * 1.6);
    choose(longest || null);
    byId('time').scrollIntoView({ block: 'start' });
    canvas.focus({ preventScroll: true });
  }

  return { setUp, showSnag };
})();
