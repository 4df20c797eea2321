// The page at the root of the control plane: what a mock is doing, for people. It shows text as text, and asks nobody else.

/** The page, whole. */
export const INSPECTOR_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mock</title>
<link rel="icon" href="data:,">
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1b1f; background: #fff }
  h1 { font-size: 1.3rem } h2 { font-size: 1rem; margin: 1.5rem 0 .4rem }
  table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
  code, td { font-size: .87rem } code { font-family: ui-monospace, monospace } button, input, select { font: inherit } select { max-width: 100% }
  #journal code { overflow-wrap: anywhere } #journal td:not(:nth-child(2)) { min-width: 4rem }
  .bad { color: #a3261d } .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 2rem }
  @media (prefers-color-scheme: dark) { body { color: #e6e6ea; background: #17171a } td, th { border-color: #3a3a40 } .bad { color: #ff8d85 } }
</style>
<h1>Mock <small id="world"></small></h1>
<p><label>Session <select id="session"><option value="">(without a name)</option></select></label>
  <span id="clock"></span>
  <button data-do="POST clock/advance" data-body='{"seconds":3600}'>An hour later</button>
  <button data-do="POST reset">Reset</button></p>
<p id="said" class="bad" role="status"></p>
<div class="grid">
  <section><h2>Lists</h2><table><tbody id="lists"></tbody></table></section>
  <section><h2>Faults</h2><table><tbody id="faults"></tbody></table>
    <form id="add"><select id="names" aria-label="Fault"></select> <input id="parameters" placeholder="ms=300 count=5" aria-label="Parameters"> <button>Put in force</button></form></section>
</div>
<h2>Calls</h2>
<table><thead><tr><th>Time<th>Call<th>Status<th>What the contract says</tr></thead><tbody id="journal"></tbody></table>
<script type="module">
  const base = location.pathname.replace(/\\/$/, '');
  const at = (id) => document.getElementById(id);
  const token = new URLSearchParams(location.search).get('token');
  const call = async (method, path, body) => {
    const session = at('session').value;
    const headers = { ...(session && { 'X-Mock-Session': session }), ...(token && { 'X-Mock-Token': token }) };
    const response = await fetch(base + '/' + path, { method, headers, ...(body && { body }) });
    const text = await response.text();
    const value = text ? JSON.parse(text) : undefined;
    if (method !== 'GET') at('said').textContent = response.ok ? '' : value?.error?.message ?? String(response.status);
    return value;
  };
  const row = (...cells) => {
    const line = document.createElement('tr');
    for (const cell of cells) line.insertCell().append(cell);
    return line;
  };
  const code = (text) => Object.assign(document.createElement('code'), { textContent: text });
  const show = async () => {
    const [health, clock, state, faults, { sessions }] = await Promise.all(
      ['health', 'clock', 'state', 'faults', 'sessions'].map((path) => call('GET', path)));
    at('world').textContent = health.scenario + ', seed ' + health.seed;
    at('clock').textContent = clock.now + (clock.frozen ? ' (stopped)' : '');
    at('lists').replaceChildren(...state.lists.map(({ name, rows, actions }) => row(code(name), rows, Object.keys(actions).join(', '))));
    at('faults').replaceChildren(...faults.active.map(({ name, ...rest }) => {
      const button = Object.assign(document.createElement('button'), { textContent: 'Remove', onclick: async () => { await call('DELETE', 'faults/' + encodeURIComponent(name)); show(); } });
      return row(code(name), Object.entries(rest).map((pair) => pair.join('=')).join(' '), button);
    }));
    if (!at('names').length) at('names').append(...[...Object.keys(faults.network), ...Object.keys(faults.contract)].map((name) => new Option(name)));
    const known = new Set([...at('session').options].map(({ value }) => value));
    for (const name of sessions) if (!known.has(name)) at('session').append(new Option(name));
  };
  const add = ({ at: time, method, path, query, status, findings }) => {
    const says = findings.map(({ message }) => message).join(' ');
    const line = row(time.slice(11, 23), code(method + ' ' + path + (query && '?' + query)), status, says);
    if (status >= 400 || says) line.className = 'bad';
    at('journal').prepend(line);
    while (at('journal').rows.length > 200) at('journal').deleteRow(-1);
  };
  let events;
  const follow = async () => {
    events?.close();
    at('journal').replaceChildren();
    for (const exchange of (await call('GET', 'journal?limit=100')).exchanges) add(exchange);
    const query = new URLSearchParams({ ...(at('session').value && { session: at('session').value }), ...(token && { token }) });
    events = new EventSource(base + '/journal?' + query);
    events.addEventListener('exchange', ({ data }) => add(JSON.parse(data)));
  };
  document.addEventListener('click', async ({ target }) => {
    if (!target.dataset.do) return;
    const [method, path] = target.dataset.do.split(' ');
    await call(method, path, target.dataset.body);
    if (path === 'reset') follow();
    show();
  });
  at('add').onsubmit = async (event) => {
    event.preventDefault();
    const pairs = at('parameters').value.split(/[\\s,;]+/).filter(Boolean).map((pair) => pair.split('='));
    const settings = Object.fromEntries(pairs.map(([key, value]) => [key, isNaN(value) ? value : Number(value)]));
    await call('POST', 'faults', JSON.stringify({ ...settings, name: at('names').value }));
    show();
  };
  at('session').onchange = () => { follow(); show(); };
  await Promise.all([show(), follow()]);
  setInterval(show, 3000);
</script>
</html>
`;
