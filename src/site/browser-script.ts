// What a script adds: filters, the sentence on hovering, days by arrow keys and by dragging. All is readable without it.
// Kept as text because the page must carry its script inside itself under a hash; it runs in a reader's browser, not here.

/** The page's one script; its hash stands in the page's policy. */
export const BROWSER_SCRIPT = String.raw`'use strict';
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const form = $('.filters'), items = $$('.incident'), days = $$('h3.daily'), out = $('output', form);
  const byNo = new Map(items.map((li) => [$('.no', li).textContent, li]));
  const columns = $$('.timeline .column');
  const box = form.parentElement, wide = matchMedia('(min-width:700px)');
  const fit = () => { box.open = wide.matches || !!location.search; };
  box.hidden = false; fit(); wide.addEventListener('change', fit);
  const words = () => Object.fromEntries(new FormData(form));
  function filter(keep) {
    const f = words(), find = f.find.trim().toLowerCase();
    let shown = 0;
    for (const li of items) {
      const d = li.dataset;
      const on = (!f.kind || d.kind === f.kind) && (!f.side || d.sides.split('|').includes(f.side)) && (!f.agreement || d.agreement === f.agreement)
        && (!f.from || (d.day && d.day >= f.from)) && (!f.to || (d.day && d.day <= f.to)) && (!find || d.find.includes(find) || li.textContent.toLowerCase().includes(find));
      li.hidden = !on;
      if (on) shown++;
    }
    for (const h of days) {
      const here = $$('.incident', h.parentElement), on = here.filter((li) => !li.hidden).length, tally = $('.quiet', h);
      h.parentElement.hidden = on === 0;
      tally.dataset.all ??= tally.textContent;
      tally.textContent = on === here.length ? tally.dataset.all : on + ' of ' + here.length + ' shown';
    }
    for (const a of $$('.pick')) a.classList.toggle('off', !!byNo.get(a.dataset.no)?.hidden);
    for (const a of $$('.pin')) a.classList.toggle('faint', a.dataset.nos.split(' ').every((n) => byNo.get(n)?.hidden));
    for (const c of columns) c.classList.toggle('chosen', !!(f.from || f.to) && (!f.from || c.dataset.day >= f.from) && (!f.to || c.dataset.day <= f.to));
    out.textContent = shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
    if (!keep) try {
      const q = new URLSearchParams(Object.entries(f).filter(([, v]) => v));
      history.replaceState(null, '', location.pathname + (q.size ? '?' + q : '') + location.hash);
    } catch { /* a page without an address of its own keeps no state */ }
  }
  form.addEventListener('input', () => filter());
  form.addEventListener('submit', (e) => e.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  for (const [k, v] of new URLSearchParams(location.search)) if (form.elements[k]) form.elements[k].value = v;
  filter(true);

  // A door into a list that a filter has emptied shows what it leads to.
  const reveal = () => {
    const to = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!to) return;
    if (to.closest('[hidden]')) { form.reset(); setTimeout(() => to.scrollIntoView()); }
    for (let d = to.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  };
  addEventListener('hashchange', reveal);
  reveal();

  // The sentence behind a number.
  const tip = document.createElement('div');
  tip.className = 'tip'; tip.id = 'tip'; tip.role = 'tooltip'; tip.hidden = true;
  document.body.append(tip);
  let timer = 0, owner = null;
  const hide = () => { tip.hidden = true; owner?.removeAttribute('aria-describedby'); owner = null; };
  const show = (a) => {
    const row = document.getElementById(a.dataset.says);
    if (!row) return;
    hide();
    tip.replaceChildren(...row.cloneNode(true).childNodes);
    for (const l of $$('a', tip)) l.replaceWith(...l.childNodes);
    tip.hidden = false; owner = a; a.setAttribute('aria-describedby', 'tip');
    const at = a.getBoundingClientRect(), w = tip.offsetWidth, h = tip.offsetHeight;
    const x = Math.max(8, Math.min(innerWidth - w - 12, at.left)), y = at.bottom + 6 + h > innerHeight ? Math.max(8, at.top - h - 6) : at.bottom + 6;
    tip.style.left = x + 'px'; tip.style.top = y + 'px';
  };
  const door = (e) => e.target.closest?.('a[data-says]');
  document.addEventListener('pointerover', (e) => {
    const a = e.pointerType === 'mouse' && door(e);
    if (a) { clearTimeout(timer); timer = setTimeout(show, 90, a); } else if (!tip.contains(e.target)) { clearTimeout(timer); timer = setTimeout(hide, 160); } else clearTimeout(timer);
  });
  document.addEventListener('focusin', (e) => { const a = door(e); if (a && a.matches(':focus-visible')) show(a); else hide(); });
  document.addEventListener('keydown', (e) => { if (e.key === 'Escape') hide(); });
  document.addEventListener('scroll', hide, true);
  document.addEventListener('click', hide);

  // Days: arrows move, dragging over columns selects.
  const links = $$('.timeline a.day');
  links.forEach((a, i) => {
    a.setAttribute('tabindex', i ? '-1' : '0');
    a.addEventListener('keydown', (e) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: links.length - 1 }[e.key];
      const next = links[to];
      if (!next) return;
      e.preventDefault(); a.setAttribute('tabindex', '-1'); next.setAttribute('tabindex', '0'); next.focus();
    });
  });
  let start = null;
  const dayAt = (e) => document.elementsFromPoint(e.clientX, e.clientY).map((el) => el.closest?.('.column')).find(Boolean)?.dataset.day;
  const line = $('.timeline');
  line?.addEventListener('pointerdown', (e) => { if (e.pointerType === 'mouse' && e.button === 0 && !e.target.closest('a')) { start = dayAt(e); if (start) e.preventDefault(); } });
  addEventListener('pointerup', (e) => {
    const end = start && dayAt(e);
    if (end) {
      const [from, to] = [start, end].sort(), same = form.elements.from.value === from && form.elements.to.value === to;
      form.elements.from.value = same ? '' : from; form.elements.to.value = same ? '' : to;
      filter();
    }
    start = null;
  });
})();`
