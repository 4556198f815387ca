// The table of snags is in the page already; here it learns to be filtered, sorted and linked.
const rows = [...document.querySelectorAll('tbody.snag')];

function setUpTable() {
  document.querySelectorAll('th button').forEach(button => button.addEventListener('click', () => sortBy(button)));
  rows.forEach(row => {
    row.querySelector('details').addEventListener('toggle', event => { if (event.target.open) addLinks(row); });
  });
  drawers.push(() => {
    rows.forEach(row => {
      const index = Number(row.dataset.snag);
      row.hidden = !view.shown[index];
      row.classList.toggle('picked-snag', index === view.picked);
    });
    byId('no-snag').hidden = view.shown.some(Boolean);
  });
  window.addEventListener('hashchange', openNamed);
  openNamed();
}

function sortBy(button) {
  const key = button.dataset.sort, head = button.closest('th');
  const numbers = ['count', 'total', 'longest'].includes(key);
  const before = head.getAttribute('aria-sort');
  const down = before ? before === 'ascending' : numbers;
  document.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const value = row => data.snags[row.dataset.snag][key];
  const order = (a, b) => numbers ? value(a) - value(b) : value(a).localeCompare(value(b));
  rows.sort((a, b) => down ? order(b, a) : order(a, b)).forEach(row => row.parentNode.append(row));
}

function addLinks(row) {
  const links = row.querySelector('.links');
  if (links.childElementCount > 0) return;
  const snag = Number(row.dataset.snag);
  const inTime = make('button', '', 'Show in the time line');
  inTime.type = 'button';
  inTime.addEventListener('click', () => timeline.showSnag(snag));
  links.append(inTime);
  if (data.stacks.some(stack => stack[0] === snag && stack[3].length > 0)) {
    const inStacks = make('button', '', 'Show in the stacks');
    inStacks.type = 'button';
    inStacks.addEventListener('click', () => icicle.showSnag(snag));
    links.append(inStacks);
  }
}

function linkTo(snag) {
  const link = make('a', '', 'Go to its snag');
  link.href = '#snag-' + data.snags[snag].id;
  link.addEventListener('click', event => {
    event.preventDefault();
    openSnag(snag);
  });
  return link;
}

function openSnag(snag) {
  const row = rows.find(each => Number(each.dataset.snag) === snag);
  if (!row) return;
  pick(snag);
  row.hidden = false;
  row.querySelector('details').open = true;
  row.scrollIntoView({ block: 'start' });
  row.querySelector('summary').focus({ preventScroll: true });
}

function openNamed() {
  const row = location.hash.startsWith('#snag-') ? byId(location.hash.slice(1)) : null;
  if (row) openSnag(Number(row.dataset.snag));
}
