'use strict';
(() => {
  const MOST = 100;
  const form = document.querySelector('.search');
  const input = document.getElementById('q');
  const panel = document.getElementById('search');
  const count = document.getElementById('count');
  const results = document.getElementById('results');
  const menu = document.getElementById('menu');
  form.hidden = false;

  const fold = (text) => text.normalize('NFKC').toLowerCase();
  let entries = null;
  const index = () => entries ??= [...document.querySelectorAll('[data-find]')].map((element) => {
    const names = element.dataset.find.trim();
    const row = element.tagName === 'TR' ? element.querySelector('.meaning p') : element.querySelector(':scope > p');
    const about = row ? [...row.childNodes].filter((node) => !node.classList?.contains('refs') && !node.classList?.contains('sure'))
      .map((node) => node.textContent).join('').trim().replace(/\s+/g, ' ') : '';
    return { id: element.id, names, kind: element.dataset.kind, where: element.dataset.where, about,
      name: fold(names), text: fold(`${names} ${element.dataset.where} ${about}`) };
  });

  // The name itself first, then names that begin with it, names that contain it, and text that does.
  const rank = (entry, query, words) => {
    if (entry.name === query || entry.name.split(' ').includes(query)) return 0;
    if (entry.name.startsWith(query)) return 1;
    if (entry.name.includes(query)) return 2;
    return words.every((word) => entry.text.includes(word)) ? 3 : -1;
  };
  const kinds = ['guide', 'interface', 'parameter', 'code', 'type'];
  const order = (kind) => (kinds.indexOf(kind) + kinds.length + 1) % (kinds.length + 1);

  const marked = (text, query) => {
    const at = fold(text).indexOf(query);
    if (at < 0 || !query || fold(text).length !== text.length) return [text];
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, at + query.length);
    return [text.slice(0, at), mark, text.slice(at + query.length)];
  };
  const piece = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };

  const search = (text) => {
    const query = fold(text.trim());
    panel.hidden = query === '';
    document.documentElement.style.overflow = query === '' ? '' : 'hidden';
    results.replaceChildren();
    if (query === '') return;
    const words = query.split(/\s+/);
    const found = index().map((entry) => [rank(entry, query, words), entry]).filter(([place]) => place >= 0);
    found.sort(([a, left], [b, right]) => a - b || order(left.kind) - order(right.kind));
    count.textContent = found.length === 1 ? '1 place' : `${found.length} places${found.length > MOST ? `, the first ${MOST} shown` : ''}`;
    for (const [, entry] of found.slice(0, MOST)) {
      const name = piece('b', '', ...marked(entry.names, query));
      const link = piece('a', '', piece('span', 'kind', entry.kind), name, piece('small', '', entry.where),
        piece('small', '', ...marked(entry.about.slice(0, 160), query)));
      link.href = `#${entry.id}`;
      results.append(piece('li', '', link));
    }
  };

  const close = () => { input.value = ''; search(''); };
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id.startsWith('q=')) {
      input.value = id.slice(2);
      search(input.value);
      return;
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  };

  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      search(input.value);
      history.replaceState(null, '', input.value ? `#q=${encodeURIComponent(input.value)}` : location.pathname + location.search);
    }, 80);
  });
  form.addEventListener('submit', (event) => { event.preventDefault(); results.querySelector('a')?.click(); });
  results.addEventListener('click', (event) => { if (event.target.closest('a')) setTimeout(close); });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== input) { event.preventDefault(); input.focus(); }
    if (event.key === 'Escape') { close(); input.blur(); }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !panel.hidden) {
      const links = [...results.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      (at < 0 ? input : links[Math.min(at, links.length - 1)])?.focus();
      event.preventDefault();
    }
  });
  document.querySelector('.contents').addEventListener('click', (event) => { if (event.target.closest('a')) menu.checked = false; });
  addEventListener('hashchange', reveal);
  reveal();

  // The contents follow the page.
  const links = new Map([...document.querySelectorAll('.contents li a')].map((link) => [link.hash.slice(1), link]));
  let here = null;
  const watcher = new IntersectionObserver((seen) => {
    const first = seen.find((entry) => entry.isIntersecting);
    const link = first && links.get(first.target.id);
    if (!link || link === here) return;
    here?.classList.remove('here');
    here = link;
    here.classList.add('here');
    here.closest('details').open = true;
    here.scrollIntoView({ block: 'nearest' });
  }, { rootMargin: '-10% 0px -80% 0px' });
  for (const id of links.keys()) { const element = document.getElementById(decodeURIComponent(id)); if (element) watcher.observe(element); }
})();
