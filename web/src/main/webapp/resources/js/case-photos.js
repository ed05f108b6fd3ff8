/* Photos open over the page. The links lead to the pictures themselves, for who has no scripts or wants another window. */
export function addLightbox() {
  const links = [...document.querySelectorAll('[data-lightbox]')];
  if (links.length === 0) {
    return;
  }
  const box = document.createElement('dialog');
  box.className = 'lightbox';
  const picture = document.createElement('img');
  box.append(picture);
  document.body.append(box);
  let shown = 0;

  function show(index) {
    shown = (index + links.length) % links.length;
    picture.src = links[shown].href;
    picture.alt = links[shown].querySelector('img').alt;
  }

  links.forEach((link, index) => link.addEventListener('click', (e) => {
    if (!e.ctrlKey && !e.metaKey && !e.shiftKey) {
      e.preventDefault();
      show(index);
      box.showModal();
    }
  }));
  box.addEventListener('click', () => box.close());
  box.addEventListener('close', () => links[shown].focus());
  box.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowRight' || e.key === 'ArrowLeft') {
      show(shown + (e.key === 'ArrowRight' ? 1 : -1));
    }
  });
}
