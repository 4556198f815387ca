// Stacks hung from their callers, as wide as carriers were held with them.
const icicle = (() => {
  const box = byId('icicle'), label = byId('icicle-frame');
  const ROW = 25, NARROWEST = 0.0015;
  const OTHER = 'other stacks';
  let root = null, top = null, only = -1, cells = [];

  function build() {
    root = { name: 'all held time', ms: 0, count: 0, children: new Map(), parent: null, kinds: {}, snags: new Set() };
    data.stacks.forEach(([snag, ms, count, frames]) => {
      if (!view.shown[snag] || only >= 0 && snag !== only) return;
      const path = frames.length === 0 ? [null] : frames.toReversed();
      let node = root;
      add(node, snag, ms, count);
      path.forEach(index => {
        const frame = index === null ? null : data.frames[index];
        const key = frame ? frame[0] + '.' + frame[1] : OTHER;
        if (!node.children.has(key)) {
          node.children.set(key, { name: frame ? simple(frame) : OTHER, full: key, jar: frame ? frame[2] : null, ms: 0, count: 0,
            children: new Map(), parent: node, kinds: {}, snags: new Set() });
        }
        node = node.children.get(key);
        add(node, snag, ms, count);
      });
    });
    top = root;
  }

  function add(node, snag, ms, count) {
    node.ms += ms;
    node.count += count;
    node.snags.add(snag);
    const style = data.snags[snag].style;
    node.kinds[style] = (node.kinds[style] || 0) + ms;
  }

  const simple = frame => frame[0].slice(frame[0].lastIndexOf('.') + 1) + '.' + frame[1];
  // What several kinds have in common is in the colour of none.
  const kindOf = node => Object.entries(node.kinds).find(([, ms]) => ms > 0.9 * node.ms)?.[0];

  function draw() {
    cells = [];
    let deepest = 0;
    const ancestors = [];
    for (let node = top.parent; node; node = node.parent) ancestors.unshift(node);
    ancestors.forEach((node, depth) => cells.push({ node, depth, left: 0, wide: 1 }));
    (function place(node, depth, left, wide) {
      deepest = Math.max(deepest, depth);
      cells.push({ node, depth, left, wide });
      let at = left;
      [...node.children.values()].sort((a, b) => b.ms - a.ms).forEach(child => {
        const share = wide * child.ms / node.ms;
        if (share >= NARROWEST) place(child, depth + 1, at, share);
        at += share;
      });
    })(top, ancestors.length, 0, 1);
    box.style.height = Math.min((deepest + 1) * ROW + 4, window.innerHeight * 0.7) + 'px';
    box.replaceChildren(...cells.map(element));
    byId('icicle-all').hidden = top === root && only < 0;
    box.dataset.cells = cells.length;
    box.dataset.ms = top.ms;
  }

  function element(cell) {
    const { node, depth, left, wide } = cell;
    const button = make('button', 'cell', wide > 0.02 ? node.name : '');
    button.type = 'button';
    if (node !== root && kindOf(node)) button.classList.add('kind-' + kindOf(node));
    if (node === root) button.classList.add('root');
    if (node.children.size === 0) button.classList.add('last');
    button.style.left = left * 100 + '%';
    button.style.width = `max(1px, calc(${wide * 100}% - 1px))`;
    button.style.top = depth * ROW + 1 + 'px';
    button.tabIndex = node === top ? 0 : -1;
    button.setAttribute('role', 'treeitem');
    button.setAttribute('aria-level', depth + 1);
    button.setAttribute('aria-label', words(node));
    button.title = words(node);
    button.addEventListener('click', () => zoom(node));
    button.addEventListener('focus', () => say(node));
    button.addEventListener('keydown', event => key(event, node));
    cell.button = button;
    return button;
  }

  function words(node) {
    const what = node === root ? 'all held time: ' : `${node.full || node.name}${node.jar ? ' in ' + node.jar : ''}, held for `;
    return `${what}${span(node.ms)} in ${node.count} hold${node.count === 1 ? '' : 's'}`;
  }

  function say(node) {
    label.replaceChildren(words(node));
    if (node.snags.size === 1) label.append(linkTo([...node.snags][0]));
  }

  function zoom(node) {
    top = node;
    draw();
    say(node);
    focus(node);
  }

  function focus(node) {
    const cell = cells.find(each => each.node === node);
    if (cell) cell.button.focus();
  }

  function key(event, node) {
    const siblings = node.parent ? cells.filter(cell => cell.node.parent === node.parent).map(cell => cell.node) : [node];
    const place = siblings.indexOf(node);
    const next = {
      ArrowUp: () => node.parent,
      ArrowDown: () => cells.map(cell => cell.node).find(other => other.parent === node),
      ArrowLeft: () => siblings[place - 1],
      ArrowRight: () => siblings[place + 1],
    }[event.key];
    if (next) {
      event.preventDefault();
      if (next()) focus(next());
    } else if (event.key === 'Escape') {
      zoom(top.parent || root);
    }
  }

  function setUp() {
    byId('icicle-all').addEventListener('click', () => { only = -1; build(); draw(); label.replaceChildren(); });
    drawers.push(filtered => {
      if (!filtered) return;
      build();
      draw();
    });
  }

  function showSnag(snag) {
    only = snag;
    build();
    draw();
    say(root);
    byId('stacks').scrollIntoView({ block: 'start' });
    focus(root);
  }

  return { setUp, showSnag };
})();
