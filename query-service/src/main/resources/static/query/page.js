// What a page does beyond being read: it follows changes, and moves through time without a new page. All of it can be
// done without: the form of the two times is a form, and a reload shows what changed.
'use strict';

const CHANGES_COME_TOGETHER = 400;
const TIME_PASSES = 5 * 60 * 1000;

const content = () => document.getElementById('content');
const stream = () => content().querySelector('main')?.dataset.stream;

/** The page at that address, or null where it cannot be shown beside this one. */
async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return answer.ok && page.getElementById('content') ? page : null;
}

function replace(id, page) {
  const now = document.getElementById(id);
  const next = page.getElementById(id);
  if (now && next && now.innerHTML !== next.innerHTML) {
    now.innerHTML = next.innerHTML;
    return true;
  }
  return false;
}

function settled() {
  document.dispatchEvent(new Event('gongkai:content'));
}

// Changes: only the parts that differ are put in anew, so that focus, open details and the scroll stay where they are.

const parts = (root) => [...root.querySelectorAll('[data-live]')].map((it) => it.id);

async function refresh() {
  const page = await fetched(location.href).catch(() => null);
  if (!page) {
    return;
  }
  const same = parts(document).join() === parts(page).join();
  const changed = same
    ? parts(document).filter((id) => replace(id, page))
    : [replace('content', page)];
  replaceClock(page);
  if (changed.length > 0) {
    settled();
  }
}

function replaceClock(page) {
  const shown = document.getElementById('live')?.textContent;
  if (replace('clock', page) && shown) {
    live(true);
  }
}

function live(on) {
  const sign = document.getElementById('live');
  if (sign) {
    sign.hidden = false;
    sign.dataset.state = on ? 'on' : 'off';
    sign.textContent = on ? sign.dataset.on : sign.dataset.off;
  }
}

let source = null;
let waiting = 0;

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, CHANGES_COME_TOGETHER);
}

function listen() {
  const address = stream();
  if (source && source.address === address) {
    return;
  }
  source?.close();
  source = null;
  if (address) {
    source = new EventSource(address);
    source.address = address;
    source.onopen = () => live(true);
    source.onerror = () => live(false);
    source.addEventListener('obligation', soon);
    source.addEventListener('county', soon);
  }
}

// Time: a slider moves its date; what it shows is fetched when it rests.

const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

async function travel(form) {
  const address = form.getAttribute('action') + '?' + new URLSearchParams(new FormData(form));
  const page = document.querySelector('[data-problem]') ? null : await fetched(address).catch(() => null);
  if (!page) {
    location.assign(address);
    return;
  }
  history.replaceState(null, '', address);
  ['content', 'past', 'clock'].forEach((id) => replace(id, page));
  document.querySelector('.tools')?.replaceWith(page.querySelector('.tools'));
  listen();
  settled();
}

function sliders() {
  let resting = 0;
  for (const slider of document.querySelectorAll('input[type=range][data-for]')) {
    const date = document.getElementById(slider.dataset.for);
    slider.hidden = slider.min === slider.max;
    slider.addEventListener('input', () => {
      date.value = iso(slider.value);
      slider.setAttribute('aria-valuetext', date.value);
      clearTimeout(resting);
      resting = setTimeout(() => travel(slider.form), CHANGES_COME_TOGETHER);
    });
    date.addEventListener('input', () => {
      if (date.value) {
        slider.value = Date.parse(date.value) / 86_400_000;
      }
    });
  }
}

sliders();
listen();
setInterval(() => { if (stream() && !document.hidden) { refresh(); } }, TIME_PASSES);
