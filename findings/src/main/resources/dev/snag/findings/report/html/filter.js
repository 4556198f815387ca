// The bar of filters: each control changes the view, and the view draws everything else.
function setUpFilter() {
  const text = byId('filter-text'), state = byId('filter-state'), test = byId('filter-test'), clear = byId('filter-clear');
  const chips = [...document.querySelectorAll('.chip')];
  if (data.tests.length === 0) test.hidden = true;
  if (state.options.length < 3) state.hidden = true;
  packages().forEach(name => {
    const option = make('option');
    option.value = name;
    byId('packages').append(option);
  });

  chips.forEach(chip => chip.addEventListener('click', () => {
    const kind = chip.dataset.kind;
    if (!view.kinds.delete(kind)) view.kinds.add(kind);
    changed();
  }));
  text.addEventListener('input', () => { view.text = text.value.trim().toLowerCase(); changed(); });
  state.addEventListener('change', () => { view.state = state.value; changed(); });
  test.addEventListener('change', () => { view.test = test.value === '' ? -1 : data.tests.indexOf(test.value); changed(); });
  clear.addEventListener('click', () => {
    view.kinds.clear();
    view.text = text.value = '';
    view.state = state.value = '';
    test.value = '';
    view.test = -1;
    changed();
    text.focus();
  });
  byId('filters').addEventListener('submit', event => event.preventDefault());

  drawers.push(() => {
    chips.forEach(chip => chip.setAttribute('aria-pressed', view.kinds.has(chip.dataset.kind)));
    const shown = view.shown.filter(Boolean).length;
    const all = shown === data.snags.length;
    const held = data.snags.reduce((sum, snag, i) => sum + (view.shown[i] && snag.kind !== 'STARVATION' ? snag.total : 0), 0);
    byId('filter-result').textContent = all ? '' : `${shown} of ${data.snags.length} snags, ${span(held)} held`;
    clear.hidden = view.kinds.size === 0 && view.text === '' && view.state === '' && view.test < 0;
  });
}

function packages() {
  const names = new Set();
  data.snags.forEach(snag => {
    const offender = snag.words.split(' ')[1] || '';
    const parts = offender.split('.').slice(0, -2);
    if (parts.length > 0) names.add(parts.join('.'));
  });
  return [...names].sort();
}
