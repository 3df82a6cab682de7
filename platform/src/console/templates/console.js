'use strict';
(() => {
  const words = document.body.dataset;
  const live = document.getElementById('live');
  const calls = document.getElementById('calls');
  const records = document.getElementById('records');
  const MOST_ROWS = 200;

  const say = (word, connected) => {
    live.hidden = false;
    live.textContent = word;
    live.classList.toggle('on', connected);
  };

  // The list: rows come ready from the server.
  const fits = (row) => {
    const filter = calls.dataset.filter;
    if (filter === 'problems') return row.dataset.clean === 'false';
    return filter === 'all' || row.dataset.direction === filter;
  };
  const add = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const row = template.content.querySelector('tr');
    if (!row || document.getElementById(row.id)) return;
    calls.dataset.last = row.dataset.number;
    if (!fits(row)) return;
    row.classList.add('new');
    calls.prepend(row);
    while (calls.rows.length > MOST_ROWS) calls.rows[calls.rows.length - 1].remove();
    document.getElementById('list').hidden = false;
    document.getElementById('empty').hidden = true;
  };

  // The state: whatever a call changed, the server shows anew; what was open stays open.
  let waiting = 0;
  const renew = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('records');
      if (!fresh) return;
      const key = (record) => `${record.closest('section').querySelector('h2').textContent} ${record.querySelector('pre').textContent}`;
      const open = new Set([...records.querySelectorAll('details[open]')].map(key));
      for (const record of fresh.querySelectorAll('details')) record.open = open.has(key(record));
      records.replaceChildren(...fresh.childNodes);
    }, 200);
  };

  const watch = () => {
    const events = new EventSource(`/koo/events${calls ? `?after=${calls.dataset.last}` : ''}`);
    events.addEventListener('open', () => say(words.live, true));
    events.addEventListener('error', () => say(words.offline, false));
    events.addEventListener('reload', () => location.reload());
    events.addEventListener('call', (event) => {
      if (calls) add(event.data);
      if (records) renew();
    });
    addEventListener('pagehide', () => events.close());
  };
  if (calls || records) {
    document.documentElement.classList.add('scripted');
    watch();
    // A page that comes back from the browser's memory has lost its connection.
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  }

  // The form: lengths are counted while typing, and the result appears below.
  const form = document.getElementById('send');
  if (!form) return;
  const count = {
    characters: (text) => [...text].length,
    bytes: (text) => new TextEncoder().encode(text).length,
    utf16: (text) => text.length,
  };
  for (const field of form.querySelectorAll('[data-max], [data-json]')) {
    const counter = document.createElement('span');
    counter.className = 'counter';
    field.after(counter);
    const check = () => {
      let wrong = false;
      if (field.dataset.max) {
        const length = count[field.dataset.unit](field.value);
        wrong = length > Number(field.dataset.max);
        counter.textContent = `${length} / ${field.dataset.max}`;
      } else if (field.value.trim()) {
        try { JSON.parse(field.value); } catch { wrong = true; }
        counter.textContent = wrong ? 'JSON?' : '';
      } else {
        counter.textContent = '';
      }
      counter.classList.toggle('bad', wrong);
      if (wrong) field.setAttribute('aria-invalid', 'true'); else field.removeAttribute('aria-invalid');
    };
    field.addEventListener('input', check);
    check();
  }

  const result = document.getElementById('result');
  const progress = document.getElementById('progress');
  const button = form.querySelector('button');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    progress.textContent = words.sending;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const shown = page.getElementById('call') ?? page.querySelector('.alert') ?? page.body;
      result.replaceChildren(document.adoptNode(shown));
    } catch {
      // The server is gone: let the browser say so.
      form.submit();
      return;
    } finally {
      button.disabled = false;
      progress.textContent = '';
    }
    result.hidden = false;
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'start' });
  });
})();
