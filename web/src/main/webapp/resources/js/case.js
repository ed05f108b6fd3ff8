/*
 * One report in the back office, made livelier. Everything here also works without: the page is plain HTML with forms, and whatever a
 * button does the server does.
 */
import { createMap, round } from './map.js';
import { onlyOnce, showAnew, whenQuiet } from './case-form.js';
import { keepAnswer } from './case-draft.js';
import { addLightbox } from './case-photos.js';
import { addKeys } from './case-keys.js';

document.documentElement.classList.add('with-script');

const element = document.getElementById('map');
if (element) {
  addMap();
  addLightbox();
  addKeys();
  closeChips();
  document.querySelectorAll('.case form[method="post"]').forEach((form) => onlyOnce(form));
}

const answer = document.getElementById('answer-form');
if (answer) {
  addAnswer();
  keepAnswer(answer);
}

const merge = document.getElementById('merge-form');
if (merge) {
  addMerge();
}

/* ---- The answer box ---- */

function addAnswer() {
  const box = document.getElementById('answer-preview-box');
  const preview = () => {
    if (box.open) {
      showAnew(answer, 'answer-preview', ['answer-preview']).then(fitLetter);
    }
  };
  const later = whenQuiet(600, preview);
  box.addEventListener('toggle', preview);
  answer.addEventListener('input', later);
  answer.addEventListener('change', async (e) => {
    if (e.target.name === 'template' && e.target.value !== '') {
      if ((await showAnew(answer, 'answer-template', ['answer-fields'])) === null) {
        return;
      }
      answer.elements.text.focus();
      answer.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (e.target.type === 'file') {
      const count = answer.elements.photos.files.length + answer.elements.documents.files.length;
      document.getElementById('answer-files-chosen').textContent = count === 0 ? '' : `(${count})`;
    }
  });
  fitLetter();
  stepAside();
}

/** The button that jumps to the answer box lies over it once one is there. */
function stepAside() {
  const jump = document.querySelector('.case-jump');
  if (jump) {
    new IntersectionObserver((seen) => {
      jump.hidden = seen.some((one) => one.isIntersecting);
    }, { rootMargin: '0px 0px -25% 0px' }).observe(answer);
  }
}

/* As high as the mail is, within reason. The frame runs no scripts; measuring it needs none. */
function fitLetter() {
  const frame = document.querySelector('.letter-frame');
  frame?.addEventListener('load', () => {
    const height = frame.contentDocument?.documentElement?.scrollHeight ?? 0;
    frame.style.height = `${Math.min(Math.max(height, 160), 900)}px`;
  });
}

/* ---- Place ---- */

function addMap() {
  const move = document.getElementById('move');
  let map = createMap(element, { mode: 'show', status: element.dataset.status });
  if (!move) {
    return;
  }
  const fields = document.getElementById('move-form').elements;
  const pick = () => {
    if (!move.open || element.dataset.picking === 'true') {
      return;
    }
    element.dataset.picking = 'true';
    map.leaflet.remove();
    map = createMap(element, {
      mode: 'pick',
      marked: true,
      onPick: ({ lat, lon }) => {
        fields.lat.value = lat;
        fields.lon.value = lon;
        map.setPlace(lat, lon);
      },
    });
    place(fields, map);
    for (const field of [fields.lat, fields.lon]) {
      field.addEventListener('change', () => place(fields, map));
    }
  };
  move.addEventListener('toggle', pick);
  pick();
}

function place(fields, map) {
  const [lat, lon] = [fields.lat, fields.lon].map((field) => round(Number(field.value.replace(',', '.'))));
  if (lat > 50 && lat < 72 && lon > 2 && lon < 35) {
    map.setPlace(lat, lon);
    map.moveTo(lat, lon);
  }
}

/* ---- What belongs to a report: one thing open at a time, closed by Escape or a click beside it ---- */

function closeChips() {
  const chips = [...document.querySelectorAll('.chip')];
  document.addEventListener('click', (e) => {
    chips.filter((chip) => chip.open && !chip.contains(e.target)).forEach((chip) => { chip.open = false; });
  });
  document.addEventListener('keydown', (e) => {
    const open = chips.find((chip) => chip.open);
    if (e.key === 'Escape' && open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });
  document.querySelectorAll('a[href="#handover"]').forEach((a) => a.addEventListener('click', (e) => {
    e.stopPropagation();
    document.getElementById('handover').open = true;
  }));
  const names = document.getElementById('authority-names');
  names?.closest('details').addEventListener('toggle', async () => {
    if (names.options.length === 0) {
      const all = await fetch(names.dataset.src).then((answered) => (answered.ok ? answered.json() : [])).catch(() => []);
      names.replaceChildren(...all.map((name) => new Option(name, name)));
    }
  });
}

/* ---- Merging: the other report is shown as soon as its number is known ---- */

function addMerge() {
  const look = () => showAnew(merge, 'merge-look', ['merge-other']);
  const later = whenQuiet(500, look);
  merge.elements.main.addEventListener('input', later);
  merge.addEventListener('submit', (e) => {
    const by = e.submitter;
    if (by?.name === 'pick' || by?.value === 'merge-look') {
      e.preventDefault();
      delete merge.dataset.sent;
      if (by.name === 'pick') {
        merge.elements.main.value = by.value;
      }
      look();
    }
  });
}
