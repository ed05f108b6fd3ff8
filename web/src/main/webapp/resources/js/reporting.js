/*
 * The report form, made livelier. Everything here also works without: the form is plain HTML, and the server keeps the draft.
 */
import { createMap } from './map.js';
import { Draft } from './reporting-draft.js';
import { Photos } from './reporting-photos.js';
import { Steps } from './reporting-steps.js';
import { findStop } from './questions.js';
import { searchPlaces } from './reporting-search.js';

const form = document.getElementById('report-form');
const texts = JSON.parse(form.dataset.texts);
const mapProblem = document.getElementById('map-problem');
document.documentElement.classList.add('with-script');

const draft = new Draft(form, texts);
const steps = new Steps(form, texts);
const photos = new Photos(form, texts, draft, () => steps.refresh());

const element = document.getElementById('map');
const map = createMap(element, { mode: 'pick', marked: element.dataset.marked === 'true', onPick: choose });
new ResizeObserver(() => {
  map.resized();
  if (chosen !== null) {
    map.moveTo(chosen.lat, chosen.lon);
  }
}).observe(element);
let chosen = form.elements.lat.value === '' ? null : { lat: Number(form.elements.lat.value), lon: Number(form.elements.lon.value) };

/* A place outside Sweden is said to be so, and nothing moves: the marker goes back to where it was. */
async function choose({ lat, lon }) {
  mapProblem.hidden = true;
  if (!(await inSweden(lat, lon))) {
    mapProblem.textContent = texts.outside;
    mapProblem.hidden = false;
    if (chosen !== null) {
      map.setPlace(chosen.lat, chosen.lon);
    } else {
      map.removePlace();
    }
    return;
  }
  chosen = { lat, lon };
  map.setPlace(lat, lon);
  form.elements.lat.value = lat;
  form.elements.lon.value = lon;
  form.querySelectorAll('input[name="authority"]').forEach((radio) => radio.remove());
  await draft.save();
  await draft.showAnew(['place', 'categories', 'state-road', 'messages', 'expected', 'nearby', 'questions', 'public']);
  steps.refresh();
  findAddress();
}

async function inSweden(lat, lon) {
  try {
    const answer = await fetch(`/api/municipality?lat=${lat}&lon=${lon}`);
    return answer.status !== 404 && answer.status !== 400;
  } catch {
    return true; // no connection: the server will say so when the report is sent
  }
}

/* May take a few seconds, so nobody waits for it. */
async function findAddress() {
  const shown = document.getElementById('place-address');
  if (shown === null || shown.dataset.known === 'true') {
    return;
  }
  const name = shown.querySelector('strong');
  const before = name.textContent;
  name.textContent = texts['address-loading'];
  const at = form.elements.lat.value + form.elements.lon.value;
  const answer = await draft.save({ lookup: 'true' });
  if (at !== form.elements.lat.value + form.elements.lon.value) {
    return; // the place has moved on meanwhile
  }
  name.textContent = answer?.address ?? before;
  shown.dataset.known = String(Boolean(answer?.address));
  steps.refresh();
}

form.addEventListener('change', async (e) => {
  if (e.target.type === 'file' || e.target.id === 'category-filter') {
    return;
  }
  steps.refresh();
  await draft.save();
  if (e.target.name === 'authority') {
    await draft.showAnew(['place', 'categories', 'state-road', 'messages', 'expected', 'nearby', 'questions', 'public']);
  }
  if (e.target.name === 'category') {
    await draft.showAnew(['state-road', 'messages', 'expected', 'nearby', 'questions', 'public']);
  }
  steps.refresh();
});

form.addEventListener('input', (e) => {
  if (e.target.id === 'category-filter') {
    filterCategories(e.target.value);
  } else if (e.target.type !== 'file') {
    draft.saveSoon();
  }
});

form.addEventListener('submit', (e) => {
  const action = e.submitter?.value ?? '';
  if (action === 'continue') {
    e.preventDefault();
    steps.next(document.activeElement);
  } else if (action === 'state_road') {
    e.preventDefault();
    form.querySelector('input[name="category"][value="state_road"]')?.click();
  } else if (action.startsWith('remove:')) {
    e.preventDefault();
    photos.remove(action.slice('remove:'.length));
  } else if (action === 'send' && findStop(form) !== null) {
    e.preventDefault();
    steps.showStop(findStop(form));
  } else if (action === 'send') {
    draft.cancel();
    e.submitter.textContent = texts.sending;
  }
});

function filterCategories(typed) {
  const wanted = fold(typed);
  let shown = 0;
  form.querySelectorAll('.category').forEach((label) => {
    const fits = fold(label.dataset.words).includes(wanted) || label.querySelector('input').checked;
    label.hidden = !fits;
    shown += fits ? 1 : 0;
  });
  document.getElementById('category-count').textContent = texts['category-count'].replace('{0}', shown);
}

function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

searchPlaces(document.getElementById('place-search'), texts, (hit) => {
  map.moveTo(hit.lat, hit.lon, hit.zoom);
  if (hit.exact) {
    choose(hit);
  }
});

/* Arrived with a place in the address: it becomes the draft's, and the address bar keeps nothing that a reload would undo. */
if (new URLSearchParams(window.location.search).has('lat')) {
  window.history.replaceState(null, '', '/rapportera');
  if (chosen !== null) {
    await draft.save();
  }
}
findAddress();
document.querySelector('[data-focus]')?.focus();
